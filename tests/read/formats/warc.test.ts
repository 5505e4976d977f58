import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { places, put, readAll, useFolder } from '../reading.ts'

useFolder()

const page = '<html><title>T</title><p>Žluťoučký kůň</p></html>'

function response(body: string | Buffer, head = 'Content-Type: text/html; charset=utf-8', status = '200 OK'): Buffer {
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${head}\r\n\r\n`), Buffer.from(body as string)])
}

function record(
  block: string | Buffer,
  { type = 'response', mime = 'application/http; msgtype=response', id = '', uri = 'https://example.org/' } = {},
): Buffer {
  const bytes = Buffer.from(block as string)
  const own = id === '' ? '' : `WARC-Record-ID: <urn:uuid:${id}>\r\n`
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\n${own}WARC-Target-URI: ${uri}\r\nContent-Type: ${mime}\r\nContent-Length: ${bytes.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n\r\n')])
}

const info = record('software: x\r\n', { type: 'warcinfo', mime: 'application/warc-fields' })

describe('a web archive', () => {
  it('gives its pages and counts what else it holds', async () => {
    const path = put(
      'crawl.warc',
      Buffer.concat([
        info,
        record(response(page), { id: '01234567-aaaa' }),
        record(response('x', 'Content-Type: image/png')),
        record(response(page, 'Content-Type: text/html', '404 Not Found')),
        record('GET / HTTP/1.1\r\n\r\n', { type: 'request', mime: 'application/http; msgtype=request' }),
        record(page, { type: 'resource', mime: 'text/html' }),
        record('plain text of a page', { type: 'conversion', mime: 'text/plain' }),
      ]),
    )
    const { articles, rejected, skipped } = await readAll(path)
    expect(rejected).toEqual([])
    expect(articles).toMatchObject([
      { id: '01234567-aaaa', body: page, format: 'html', origin: { file: path, line: 2 }, metadata: { url: 'https://example.org/' } },
      { id: 'crawl-6', format: 'html' },
      { id: 'crawl-7', format: 'text' },
    ])
    expect(skipped.map(({ reason, count }) => [reason, count])).toEqual([
      ['web archive: warcinfo', 1],
      ['web archive: not HTML but image/png', 1],
      ['web archive: HTTP status 404', 1],
      ['web archive: request', 1],
    ])
  })

  const wide = Buffer.from(page)
  const chunked = Buffer.concat([
    Buffer.from('a;x=1\r\n'),
    wide.subarray(0, 10),
    Buffer.from(`\r\n${(wide.length - 10).toString(16)}\r\n`),
    wide.subarray(10),
    Buffer.from('\r\n0\r\n\r\n'),
  ])
  it.each([
    ['in chunks', 'Transfer-Encoding: chunked', chunked],
    ['not in chunks, though it says so', 'Transfer-Encoding: chunked', page],
    ['by gzip', 'Content-Encoding: gzip', gzipSync(page)],
    ['by gzip and breaks off', 'Content-Encoding: gzip', gzipSync(page).subarray(0, -6)],
    ['by deflate', 'Content-Encoding: deflate', deflateSync(page)],
    ['by brotli', 'Content-Encoding: br', brotliCompressSync(page)],
    ['not, though it says so', 'Content-Encoding: gzip', page],
  ])('unpacks a page that is packed %s', async (_, head, body) => {
    const { articles, rejected } = await readAll(put('a.warc', record(response(body, `Content-Type: text/html\r\n${head}`))))
    expect(rejected).toEqual([])
    expect(articles[0]?.body).toBe(page)
  })

  it('decodes as the server says, unless the page is UTF-8', async () => {
    const cyrillic = response(Buffer.from('<p>\xcf\xf0\xe8\xe2\xe5\xf2', 'latin1'), 'Content-Type: text/html; charset=windows-1251')
    expect((await readAll(put('a.warc', record(cyrillic)))).articles[0]?.body).toBe('<p>Привет')
    expect((await readAll(put('a.warc', record(response(page, 'Content-Type: text/html; charset=latin1'))))).articles[0]?.body).toBe(page)
  })

  it('may be packed record by record, or be the forerunner of the format', async () => {
    expect((await readAll(put('a.warc.gz', Buffer.concat([gzipSync(info), gzipSync(record(response(page)))])))).articles).toHaveLength(1)
    const body = response(page)
    const arc = `filedesc://a.arc 0.0.0.0 20140101000000 text/plain 8\n1 0 X\nA\n\nhttps://example.org/a page 1.2.3.4 20140101000000 text/html ${body.length}\n`
    const { articles, skipped } = await readAll(put('a.arc', Buffer.concat([Buffer.from(arc), body, Buffer.from('\n')])))
    expect(articles).toMatchObject([{ id: 'a-2', metadata: { url: 'https://example.org/a page' } }])
    expect(skipped).toMatchObject([{ reason: 'web archive: filedesc' }])
  })

  it.each([
    ['chunks', response(chunked.subarray(0, -9), 'Content-Type: text/html\r\nTransfer-Encoding: chunked')],
    ['gzip', response(gzipSync(page).subarray(0, -9), 'Content-Type: text/html\r\nContent-Encoding: gzip')],
    ['brotli', response(brotliCompressSync(page.repeat(300)).subarray(0, -9), 'Content-Type: text/html\r\nContent-Encoding: br')],
    ['length', response(page, 'Content-Type: text/html\r\nContent-Length: 5000')],
  ])('warns of a page that breaks off, by its %s', async (_, bytes) => {
    const whole = response(chunked, 'Content-Type: text/html\r\nTransfer-Encoding: chunked')
    const { articles, rejected } = await readAll(put('cut.warc', Buffer.concat([record(bytes), record(whole)])))
    expect(rejected).toEqual([])
    expect(articles.map(({ warnings }) => warnings.filter(({ code }) => code === 'text-cut').length)).toEqual([1, 0])
  })

  it('that is damaged loses the record and goes on at the next', async () => {
    const bad = Buffer.from(
      record(response(page))
        .toString('latin1')
        .replace(/Content-Length: \d+/, 'Content-Length: -7'),
      'latin1',
    )
    const { articles, rejected } = await readAll(put('a.warc', Buffer.concat([info, bad, record(response(page)), record('no http')])))
    expect(articles).toMatchObject([{ id: 'a-3' }])
    expect(places(rejected)).toEqual([
      [2, 'malformed'],
      [4, 'malformed'],
    ])
  })

  it('that breaks off is rejected at the record it breaks off in', async () => {
    const whole = Buffer.concat([info, record(response(page)), record(response(page.repeat(9)))])
    const { articles, rejected } = await readAll(put('a.warc', whole.subarray(0, -200)))
    expect(articles).toHaveLength(1)
    expect(places(rejected)).toEqual([[3, 'malformed']])
    const packed = Buffer.concat([gzipSync(info), gzipSync(record(response(page)))])
    expect((await readAll(put('a.warc.gz', packed.subarray(0, -40)))).rejected).toMatchObject([
      { code: 'malformed', detail: expect.stringContaining('gzip') },
    ])
  })
})
