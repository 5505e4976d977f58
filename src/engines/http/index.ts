import { EngineError, messageOf, UsageError } from '../../errors.ts'
import { proxyFor } from './proxy.ts'
import { type Received, send, TooLate } from './send.ts'

/** What a server answered, before anybody asks what it means. */
export interface Reply {
  readonly status: number
  /** The parsed body; undefined when it is not JSON. */
  readonly json: unknown
  /** From Retry-After, when the server sent it. */
  readonly retryAfterMs: number | undefined
  /** Where it leads, when it is a redirect. */
  readonly location: string | undefined
}

export interface Http {
  /** The server's address as it may be shown: without user name, password, query. */
  readonly address: string
  /** Without a body it is a GET. @throws EngineError 'unreachable'; the signal's reason, when it is aborted. */
  readonly ask: (path: string, signal: AbortSignal, body?: object) => Promise<Reply>
}

/** Codes of OpenSSL for a certificate that nobody known vouches for. */
const untrusted = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

/**
 * @param kind what should answer there: 'LibreTranslate server'
 * @param secret sent as a bearer token, where the server wants it so
 * @throws UsageError when `url` is not an http(s) address.
 */
export function httpClient(url: string, timeoutMs: number, kind: string, secret?: string): Http {
  const { address, authorization: login } = parseAddress(url, kind)
  const authorization = secret === undefined ? login : `Bearer ${secret}`
  const proxy = proxyFor(address, process.env)
  const headers = {
    accept: 'application/json',
    // The server translates its messages otherwise.
    'accept-language': 'en',
    ...(authorization !== undefined && { authorization }),
  }
  return {
    address,
    ask: async (path, signal, body) => {
      signal.throwIfAborted()
      try {
        const asked =
          body === undefined
            ? { headers }
            : { method: 'POST', body: JSON.stringify(body), headers: { ...headers, 'content-type': 'application/json' } }
        const received = await send(address + path, { ...asked, signal, proxy, timeoutMs })
        return {
          status: received.status,
          json: parseJson(received),
          retryAfterMs: retryAfter(received),
          location: received.headers.location,
        }
      } catch (thrown) {
        if (signal.aborted) throw signal.reason
        if (untrusted.has(reasonOf(thrown)))
          throw new EngineError('untrusted', `${address} has a certificate that is not trusted (${reasonOf(thrown)})`, { cause: thrown })
        const through = proxy === undefined ? '' : ` through the proxy ${proxy.host}`
        const why = thrown instanceof TooLate ? `gave no answer within ${timeoutMs} ms` : `cannot be reached (${reasonOf(thrown)})`
        throw new EngineError('unreachable', `${address} ${why}${through}`, { cause: thrown })
      }
    },
  }
}

/** fetch refuses addresses with a user name, and messages must not show one: it goes into a header. */
function parseAddress(url: string, kind: string): { address: string; authorization: string | undefined } {
  if (!URL.canParse(url)) throw new UsageError(`the address of the ${kind} is not a URL; expected one such as http://localhost:5000`)
  const { protocol, host, pathname, username, password } = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:')
    throw new UsageError(`the address of the ${kind} starts with ${protocol}//; expected http:// or https://`)
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return {
    address: `${protocol}//${host}${pathname.replace(/\/+$/, '')}`,
    authorization: credentials === ':' ? undefined : `Basic ${Buffer.from(credentials).toString('base64')}`,
  }
}

/** A body that is not UTF-8 is none: half a character replaced by U+FFFD would pass for a translation. */
function parseJson({ headers, body }: Received): unknown {
  if (!/\bjson\b/i.test(headers['content-type'] ?? '')) return undefined
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
}

/** RFC 9110, 10.2.3: seconds, or a date. */
function retryAfter({ headers }: Received): number | undefined {
  const value = headers['retry-after']
  if (value === undefined) return undefined
  const milliseconds = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds)
}

function reasonOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : messageOf(thrown)
}
