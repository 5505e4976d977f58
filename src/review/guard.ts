/** Who may ask what. The server is for the pages it serves itself: not for other pages of the same browser, and not for other machines. */
import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Refusal } from './answer.ts'

/** Bytes of a request; 10,000 judgements take a megabyte. */
const LONGEST = 4 << 20

/**
 * Another name for this host would be another site's, made to point here (DNS rebinding).
 * @param host '127.0.0.1:4173'
 * @throws Refusal
 */
export function checkReader({ headers, method = '' }: IncomingMessage, host: string): void {
  if (headers.host !== host) throw new Refusal(421, `expected the address http://${host}/`)
  const site = headers['sec-fetch-site']
  const isLink = headers['sec-fetch-mode'] === 'navigate' && method === 'GET'
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isLink) throw new Refusal(403, 'asked by a page of another site')
}

/** @throws Refusal unless a page of ours asks */
export function checkWriter({ headers }: IncomingMessage, host: string, token: string): void {
  if (headers.origin !== `http://${host}`) throw new Refusal(403, `expected a page of http://${host} to ask`)
  if (!/^application\/json *(; *charset=utf-8 *)?$/iu.test(headers['content-type'] ?? ''))
    throw new Refusal(415, 'expected Content-Type: application/json')
  const given = Buffer.from(String(headers['x-synoptic-token'] ?? ''))
  const own = Buffer.from(token)
  if (given.length !== own.length || !timingSafeEqual(given, own))
    throw new Refusal(403, 'the token is missing or of an earlier start of `synoptic serve`: load the page again')
}

/** @throws Refusal when it is too large or no JSON */
export async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const tooLarge = new Refusal(413, `expected at most ${LONGEST} bytes`)
  if (Number(request.headers['content-length'] ?? 0) > LONGEST) throw tooLarge
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LONGEST) throw tooLarge
    chunks.push(chunk)
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)))
  } catch {
    throw new Refusal(400, 'expected JSON in UTF-8')
  }
}
