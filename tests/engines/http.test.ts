import { createServer, request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { proxyFor } from '../../src/engines/http/proxy.ts'
import { libreTranslate } from '../../src/engines/libretranslate/index.ts'
import { fakeServer, said } from './fakes.ts'

const { signal } = new AbortController()

afterEach(() => void vi.unstubAllEnvs())

/** A proxy on loopback that remembers what passed it. */
async function startProxy(login?: string) {
  const passed: string[] = []
  const server = createServer((asked, answer) => {
    passed.push(`${asked.method} ${asked.url}`)
    if (login !== undefined && asked.headers['proxy-authorization'] !== login) return void answer.writeHead(407).end()
    const { 'proxy-authorization': _, ...headers } = asked.headers
    const onward = request(asked.url ?? '', { method: asked.method, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers)
      got.pipe(answer)
    })
    asked.pipe(onward)
  })
  server.on('connect', (asked, socket) => {
    passed.push(`CONNECT ${asked.url}`)
    const [host, port] = (asked.url ?? '').split(':')
    const onward = connect(Number(port), host, () => socket.write('HTTP/1.1 200 OK\r\n\r\n'))
    onward.on('error', () => socket.destroy()).pipe(socket)
    socket.on('error', () => onward.destroy()).pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    passed,
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

describe('proxyFor', () => {
  const proxy = 'http://proxy:3128'
  test.each([
    ['http://a.org', { HTTP_PROXY: proxy }, true],
    ['http://a.org', { http_proxy: 'proxy:3128' }, true],
    ['https://a.org', { HTTP_PROXY: proxy }, false],
    ['https://a.org', { HTTPS_PROXY: proxy }, true],
    ['http://a.org', { HTTP_PROXY: '' }, false],
    ['http://a.org', { HTTP_PROXY: proxy, NO_PROXY: 'b.org,a.org' }, false],
    ['http://x.a.org', { HTTP_PROXY: proxy, NO_PROXY: '.a.org' }, false],
    ['http://xa.org', { HTTP_PROXY: proxy, NO_PROXY: 'a.org' }, true],
    ['http://a.org:5000', { HTTP_PROXY: proxy, NO_PROXY: 'a.org:80' }, true],
    ['http://a.org:5000', { HTTP_PROXY: proxy, no_proxy: 'a.org:5000' }, false],
    ['http://127.0.0.1:5000', { HTTP_PROXY: proxy, NO_PROXY: 'localhost, 127.0.0.1' }, false],
    ['http://a.org', { HTTP_PROXY: proxy, NO_PROXY: '*' }, false],
  ])('%s with %j: %s', (address, environment, isProxied) => {
    expect(proxyFor(address, environment)?.href).toBe(isProxied ? 'http://proxy:3128/' : undefined)
  })

  test('what is no HTTP proxy is told', () => {
    expect(() => proxyFor('http://a.org', { HTTP_PROXY: 'socks5://proxy:1080' })).toThrow('expected one such as')
  })
})

describe('a server behind a proxy', () => {
  test('is asked through it, with its login, which the server does not see', async () => {
    await using server = await fakeServer()
    await using proxy = await startProxy(`Basic ${Buffer.from('me:secret').toString('base64')}`)
    vi.stubEnv('HTTP_PROXY', `http://me:secret@${proxy.address}`)
    vi.stubEnv('NO_PROXY', '')
    expect(await said(libreTranslate({ url: server.url }), ['Guten Tag'], 'de', 'en', signal)).toEqual(['en: Guten Tag'])
    expect(proxy.passed).toContain(`POST ${server.url}/translate`)
    expect(server.asked[0]?.headers).not.toHaveProperty('proxy-authorization')
  })

  test('is not, where NO_PROXY names it', async () => {
    await using server = await fakeServer()
    await using proxy = await startProxy()
    vi.stubEnv('HTTP_PROXY', `http://${proxy.address}`)
    vi.stubEnv('NO_PROXY', '127.0.0.1')
    await said(libreTranslate({ url: server.url }), ['Guten Tag'], 'de', 'en', signal)
    expect(proxy.passed).toEqual([])
  })

  test('and TLS is reached by a tunnel', async () => {
    await using proxy = await startProxy()
    vi.stubEnv('HTTPS_PROXY', `http://${proxy.address}`)
    vi.stubEnv('NO_PROXY', '')
    await expect(said(libreTranslate({ url: 'https://127.0.0.1:9' }), ['a'], 'de', 'en', signal)).rejects.toMatchObject({
      code: 'unreachable',
    })
    expect(proxy.passed).toContain('CONNECT 127.0.0.1:9')
  })

  test('whose proxy is away is said to be behind it', async () => {
    vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:9')
    vi.stubEnv('NO_PROXY', '')
    await expect(libreTranslate({ url: 'http://127.0.0.1:5000' }).languages(signal)).rejects.toThrow('through the proxy 127.0.0.1:9')
  })
})
