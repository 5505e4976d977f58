/** What an HTTP proxy is told, and the connections it passes on. */
import { request as httpRequest } from 'node:http'
import type { Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { connect as connectTls } from 'node:tls'

/** The header by which who asks is known to the proxy. */
export function basic({ username, password }: URL): Record<string, string> {
  if (username === '') return {}
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` }
}

/** A connection to `url` that the proxy passes on untouched (RFC 9110, 9.3.6): it sees no text and no key. */
export async function tunnel(url: URL, proxy: URL, signal: AbortSignal) {
  const authority = `${url.hostname}:${url.port || 443}`
  const to = { host: proxy.hostname, port: Number(proxy.port || 80) }
  const socket = await new Promise<Socket>((resolve, reject) => {
    const asked = httpRequest({ ...to, method: 'CONNECT', path: authority, headers: { ...basic(proxy), host: authority }, signal })
    asked.on('error', reject).end()
    asked.on('connect', (answer, opened) => {
      if (answer.statusCode === 200) resolve(opened)
      else reject(new Error(`the proxy answered ${answer.statusCode} to CONNECT`))
    })
    asked.on(
      'response',
      (answer) => void text(answer).then(() => reject(new Error(`the proxy answered ${answer.statusCode} to CONNECT`)), reject),
    )
  })
  return () => connectTls({ socket, servername: url.hostname })
}
