/** One request and its whole answer. `fetch` takes three times the processor time for small ones, of which a server with many slots is sent hundreds a second. */
import { type IncomingHttpHeaders, type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { basic, tunnel } from './tunnel.ts'

export interface Sending {
  readonly method?: string | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
  readonly signal: AbortSignal
  /** By way of it. */
  readonly proxy?: URL | undefined
  /** Longest wait for the whole answer, milliseconds. @defaultValue without end */
  readonly timeoutMs?: number
}

export interface Received {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** No answer came in time. */
export class TooLate extends Error {}

/** Redirects are not followed: that would hand the texts and the key to a host nobody named. @throws what went wrong on the way; the signal's reason */
export async function send(target: string, { method = 'GET', headers, body, signal, proxy, timeoutMs }: Sending): Promise<Received> {
  signal.throwIfAborted()
  const url = new URL(target)
  const isSecure = url.protocol === 'https:'
  const common = { method, headers: { 'accept-encoding': 'identity', ...headers, ...(body !== undefined && lengthOf(body)) } }
  const open = isSecure ? requestSecure : requestPlain
  const asked =
    proxy === undefined
      ? open(url, common)
      : isSecure
        ? open(url, { ...common, agent: false, createConnection: await tunnel(url, proxy, signal) })
        : open({
            host: proxy.hostname,
            port: Number(proxy.port || 80),
            path: target,
            method,
            headers: { ...common.headers, host: url.host, ...basic(proxy) },
          })
  const abort = (): void => void asked.destroy(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  const timer = timeoutMs === undefined ? undefined : setTimeout(() => asked.destroy(new TooLate()), timeoutMs)
  try {
    return await new Promise<Received>((resolve, reject) => {
      // What ends the request early is told by the request, or by the answer once that has begun.
      const fail = (error: Error): void => reject(asked.errored ?? error)
      asked.on('error', fail).on('response', (answer) => {
        collect(answer, (whole) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: whole })).on('error', fail)
      })
      asked.end(body)
    })
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', abort)
  }
}

function collect(answer: IncomingMessage, whole: (body: Buffer) => void): IncomingMessage {
  const chunks: Buffer[] = []
  return answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => whole(Buffer.concat(chunks)))
}

function lengthOf(body: string): Record<string, string> {
  return { 'content-length': String(Buffer.byteLength(body)) }
}
