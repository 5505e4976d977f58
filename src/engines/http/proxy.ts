/** Requests through an HTTP proxy, as HTTP_PROXY, HTTPS_PROXY and NO_PROXY ask for; Node's own fetch minds them only from version 24 on. */
import { UsageError } from '../../errors.ts'
import { send } from './send.ts'

/**
 * The proxy for `address`; undefined when none is set, or NO_PROXY names the host: hosts, domains (`.example.org`) with their subdomains,
 * addresses, each with or without a port, `*` for all. Small letters go before capitals, as everywhere.
 * @throws UsageError when what is set is not an http:// address
 */
export function proxyFor(address: string, environment: Readonly<Record<string, string | undefined>>): URL | undefined {
  const { protocol, hostname, port } = new URL(address)
  const read = (name: string): string | undefined => environment[name.toLowerCase()] ?? environment[name]
  const set = protocol === 'https:' ? read('HTTPS_PROXY') : read('HTTP_PROXY')
  if (set === undefined || set === '') return undefined
  const own = port || (protocol === 'https:' ? '443' : '80')
  const isExcepted = (read('NO_PROXY') ?? '').split(/[\s,]+/u).some((entry) => {
    const [, name = '', only] = /^(.*?)(?::(\d+))?$/u.exec(entry.trim().toLowerCase()) ?? []
    const domain = name.replace(/^\*?\./u, '')
    if (domain === '' || (only !== undefined && only !== own)) return false
    return domain === '*' || hostname === domain || hostname.endsWith(`.${domain}`)
  })
  if (isExcepted) return undefined
  const url = set.includes('://') ? set : `http://${set}`
  if (!URL.canParse(url) || new URL(url).protocol !== 'http:')
    throw new UsageError(
      'HTTP_PROXY or HTTPS_PROXY is not the address of an HTTP proxy; expected one such as http://proxy.example.org:3128',
    )
  return new URL(url)
}

/** What fetch does, as far as downloads need it. */
export async function fetchThrough(proxy: URL, target: string, { method, body, headers, signal }: RequestInit = {}): Promise<Response> {
  const answer = await send(target, {
    method,
    headers: (headers ?? {}) as Record<string, string>,
    body: body as string | undefined,
    signal: signal ?? new AbortController().signal,
    proxy,
  })
  const fields = Object.entries(answer.headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => [name, each] as [string, string]),
  )
  return new Response([204, 304].includes(answer.status) ? null : answer.body, { status: answer.status, headers: fields })
}
