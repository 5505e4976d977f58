/** Whatever a file holds, reading it ends, and what is not an article is a rejection with a place. */
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { put, readAll, useFolder, zipOf, zstdFrame } from './reading.ts'

useFolder()

const page = '<!doctype html><html lang="en"><title>T</title><body><p>One &amp; two.</p></body></html>'
const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n${page.length.toString(16)}\r\n${page}\r\n0\r\n\r\n`
const warc = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/\r\nContent-Type: application/http\r\nContent-Length: ${http.length}\r\n\r\n${http}\r\n\r\n`
const rss = `<?xml version="1.0"?><rss><channel><title>S</title><item><title>T</title><description><![CDATA[<p>x</p>]]></description></item><item><guid>2</guid><description>y</description></item></channel></rss>`
const wiki =
  '<mediawiki xml:lang="de"><page><title>T</title><ns>0</ns><id>1</id><revision><text>Ein Satz.</text></revision></page></mediawiki>'
const jsonl = '{"id":"a","text":"one"}\n{"text":"two","date":"2024-01-01"}\n'

const samples: Readonly<Record<string, string | Buffer>> = {
  'a.txt': 'title: T\nauthor: A\n\nOne sentence. Another.',
  'a.md': '---\ntitle: T\n---\n# T\n\n- *one* [two](x)\n\n```\ncode\n```\n| a |\n|---|\n| b |\n',
  'a.html': page,
  'a.jsonl': jsonl,
  'a.json': '{"articles": [{"id": 1, "text": "one"}, {"text": "two \\" [", "x": {"y": [1, 2]}}]}',
  'b.json': '[{"id": 1, "text": "one"},\n {"text": "two"}]',
  'a.csv': 'id,title,text\n1,T,"one, ""two""\nthree"\n2,,four\n',
  'a.tsv': 'id\ttext\n1\t"one\n2\ttwo',
  'a.xml': wiki,
  'a.rss': rss,
  'a.atom':
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><content type="xhtml"><div xmlns="x">a</div></content></entry></feed>',
  'a.warc': warc.repeat(2),
  'a.warc.gz': Buffer.concat([gzipSync(warc), gzipSync(warc)]),
  'a.arc': `filedesc://a.arc 0.0.0.0 20140101000000 text/plain 4\n1 0\n\nhttp://example.org/ 1.2.3.4 20140101000000 text/html ${http.length}\n${http}\n`,
  'a.jsonl.zst': zstdFrame(Buffer.from(jsonl)),
  'a.zip': zipOf({ 'a.txt': 'one', 'b/c.jsonl': jsonl, 'd.csv': 'id,text\n1,x' }),
  nothing: jsonl,
}

/** A piece taken out, put in, or twice. */
const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 40 }),
  insert: fc.oneof(
    fc.constantFrom(
      '"',
      '<',
      '>',
      '</item>',
      ']]>',
      '\0',
      '\r\n\r\n',
      '[',
      '}',
      '\uFEFF',
      '-1',
      '99999999999999999999',
      '&#x110000;',
      'WARC/1.0\r\n',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  ),
})

it.each(Object.keys(samples))('%s, damaged anyhow', async (name) => {
  const whole = Buffer.from(samples[name] as string)
  expect((await readAll(put(name, whole))).rejected).toEqual([])
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { maxLength: 3 }), fc.option(fc.double({ min: 0, max: 1, noNaN: true })), async (places, end) => {
      let bytes = whole
      for (const { at, length, insert } of places) {
        const start = Math.floor(at * bytes.length)
        bytes = Buffer.concat([bytes.subarray(0, start), Buffer.from(insert), bytes.subarray(start + length)])
      }
      if (end !== null) bytes = bytes.subarray(0, Math.floor(end * bytes.length))
      const { articles, rejected, skipped } = await readAll(put(name, bytes))
      expect(articles.length + rejected.length + skipped.length).toBeGreaterThan(0)
      for (const { origin, code, detail } of rejected) {
        expect(origin.line).toBeGreaterThanOrEqual(1)
        expect(detail).not.toBe('')
        // 'unreadable' is what nobody foresaw.
        expect(code).not.toBe('unreadable')
      }
    }),
    { numRuns: 150 },
  )
})

it.each(Object.keys(samples))('%s, cut anywhere, tells of it', async (name) => {
  const whole = Buffer.from(samples[name] as string)
  const all = (await readAll(put(name, whole))).articles.length
  for (let end = 0; end < whole.length; end += Math.ceil(whole.length / 40)) {
    const { articles, rejected, skipped } = await readAll(put(name, whole.subarray(0, end)))
    const isOneText = /\.(txt|md|html)$/.test(name)
    const isTold = articles.length === all || rejected.length + skipped.length > 0 || /\.(jsonl|csv|tsv|warc)$|nothing/.test(name)
    expect(isOneText || isTold, `${name} cut at ${end}`).toBe(true)
  }
})

it('bombs are no danger', async () => {
  const deep = 300_000
  const files = {
    'a.json': `[{"text":${'['.repeat(deep)}`,
    'b.json': `${'{"a":'.repeat(deep)}`,
    'a.rss': `<rss><channel>${'<item><title>'.repeat(deep / 10)}`,
    'a.csv': `id,text\n${'1,"x\n'.repeat(deep / 10)}`,
    'a.md': `${'> '.repeat(2000)}x`,
  }
  for (const [name, content] of Object.entries(files)) {
    const { articles, rejected } = await readAll(put(name, content))
    expect(articles.length + rejected.length, name).toBeGreaterThan(0)
  }
})
