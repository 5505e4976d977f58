import { execFileSync } from 'node:child_process'
import { symlinkSync, writeFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/article.ts'
import { RejectError, UsageError } from '../../src/errors.ts'
import { openFile } from '../../src/read/open.ts'
import { folder, put, readAll, useFolder } from './reading.ts'

useFolder()

const ids = (articles: readonly Article[]) => articles.map(({ id }) => id)

describe('folders', () => {
  it('are walked in code-unit order, with ids by path', async () => {
    put('b.txt', 'b')
    put('Z.html', '<p>Z')
    put('a/z.txt', 'z')
    put('a/deep/y.txt', 'y')
    expect(ids((await readAll(folder)).articles)).toEqual(['Z', 'a--deep--y', 'a--z', 'b'])
  })

  it('give up what is no article, and say so', async () => {
    put('README.md', '# Read me')
    put('scan.PDF', 'x')
    put('notes', 'told by its beginning')
    put('.hidden.txt', 'x')
    put('a.txt', 'x')
    const { articles, rejected, skipped } = await readAll(folder)
    expect(ids(articles)).toEqual(['a', 'notes'])
    expect(rejected).toEqual([])
    expect(skipped.map(({ reason }) => reason)).toEqual(['hidden', 'a README', 'no reader for .pdf'])
  })

  it('are read once, however links run', async () => {
    put('sub/a.txt', 'x')
    symlinkSync(folder, join(folder, 'sub', 'loop'))
    expect(ids((await readAll(folder)).articles)).toEqual(['sub--a'])
  })

  it('keep ids of different paths apart', async () => {
    put('a/b.txt', 'x')
    put('a--b.txt', 'y')
    const { articles } = await readAll(folder)
    expect(new Set(ids(articles)).size).toBe(2)
    expect(articles.flatMap(({ warnings }) => warnings)).toEqual([])
  })
})

describe('files', () => {
  it('that do not exist stop the run before anything is read', async () => {
    put('a.txt', 'x')
    await expect(readAll([join(folder, 'a.txt'), join(folder, 'nothing.txt')])).rejects.toThrow(UsageError)
    await expect(readAll(join(folder, 'nothing.txt'))).rejects.toThrow('nothing.txt: no such file or folder')
  })

  it.each([
    ['empty.txt', '', 'empty', 'empty'],
    ['blank.txt', ' \n\n', 'empty', 'white space'],
    ['binary.txt', Buffer.from('one\ntwo\0\x01\x02\x03\x04\x05'), 'binary', 'line 2, byte 7'],
    ['latin.txt', Buffer.from('first\ncaf\xe9 au lait', 'latin1'), 'invalid-utf8', 'line 2, byte 9 (0xe9)'],
    ['broken.txt.gz', Buffer.from('no gzip'), 'malformed', 'gzip'],
    ['notes.docx', 'x', 'unsupported', 'expected one of .txt'],
  ])('%s is rejected with the reason', async (name, content, code, detail) => {
    const { articles, rejected } = await readAll(put(name, content))
    expect(articles).toEqual([])
    expect(rejected).toHaveLength(1)
    expect(rejected[0]).toMatchObject({ stage: 'read', code, origin: { file: join(folder, name), line: 1 } })
    expect(rejected[0]?.detail).toContain(detail)
  })

  it('that cannot be opened are rejected, however late they are read', async () => {
    const bytes = openFile(join(folder, 'gone.md'))
    for (let turn = 0; turn < 5; turn += 1) await stat(folder)
    await expect(bytes.next()).rejects.toThrow(RejectError)
  })

  it('with names that are no UTF-8 are rejected with a remedy', async () => {
    writeFileSync(Buffer.concat([Buffer.from(join(folder, 'caf')), Buffer.from([0xe9]), Buffer.from('.txt')]), 'words')
    const { rejected } = await readAll(folder)
    expect(rejected).toMatchObject([{ code: 'unreadable', detail: expect.stringContaining('rename it') }])
  })

  it('are decompressed by suffix', async () => {
    put('a.txt', 'by bzip2')
    execFileSync('bzip2', [join(folder, 'a.txt')])
    put('b.txt.gz', gzipSync('by gzip'))
    expect((await readAll(folder)).articles.map(({ id, body }) => [id, body])).toEqual([
      ['a', 'by bzip2'],
      ['b', 'by gzip'],
    ])
  })

  it('that unpack to more than an article may be are rejected, not buffered', async () => {
    const { rejected } = await readAll(put('bomb.txt.gz', gzipSync(Buffer.alloc(80 * 1024 * 1024, 'a'))))
    expect(rejected).toMatchObject([{ code: 'too-large' }])
  })

  it('with a byte order mark are what it says', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Žluťoučký', 'utf16le')])
    expect((await readAll(put('a.txt', utf16))).articles[0]?.body).toBe('Žluťoučký')
  })

  it('of HTML are decoded by the charset they declare', async () => {
    const page = Buffer.from('<html><head><meta charset="iso-8859-2"></head><p>\xb3\xf3d\xbc</p>', 'latin1')
    expect((await readAll(put('a.html', page))).articles[0]?.body).toContain('łódź')
  })

  it('without a suffix are told by their content', async () => {
    expect((await readAll(put('dump', '{"id": "x", "text": "hello"}'))).articles[0]?.body).toBe('hello')
    expect((await readAll(put('packed', gzipSync('<p>hello')))).articles[0]).toMatchObject({ format: 'html', body: '<p>hello' })
  })
})

describe('versions of a story', () => {
  it('know each other and their languages', async () => {
    put('owl.de.txt', 'Die Eule')
    put('owl.en.txt', 'The owl')
    const { articles } = await readAll(folder)
    expect(articles.map(({ id, metadata, versions }) => [id, metadata.language, ids(versions)])).toEqual([
      ['owl.de', 'de', ['owl.en']],
      ['owl.en', 'en', ['owl.de']],
    ])
    expect(articles[0]?.versions[0]).toMatchObject({ body: 'The owl', versions: [] })
  })

  it('need two languages, one folder and one format', async () => {
    put('owl.de.txt', 'Die Eule')
    put('owl.en.html', 'The owl')
    put('sub/owl.en.txt', 'The owl')
    put('part.one.txt', 'One')
    put('part.two.txt', 'Two')
    const { articles } = await readAll(folder)
    expect(articles).toHaveLength(5)
    expect(articles.flatMap(({ versions }) => versions)).toEqual([])
  })
})

describe('JSONL', () => {
  it('gives an article a line; a bad line is rejected and the rest goes on', async () => {
    const path = put(
      'dump.jsonl',
      [
        '{"id": "a", "title": "T", "text": "one", "language": "DE", "date": "2020-10-01", "byline": null, "more": 1}',
        '{"text": 5}',
        '',
        '{nonsense',
        '{"text": "x", "html": "y"}',
        '{"text": "x", "date": "yesterday"}',
        '{"html": "<p>two"}',
      ].join('\n'),
    )
    const { articles, rejected } = await readAll(path)
    expect(articles).toMatchObject([
      { id: 'a', title: 'T', body: 'one', format: 'text', metadata: { language: 'de', date: '2020-10-01' }, origin: { line: 1 } },
      { id: 'dump-7', body: '<p>two', format: 'html', origin: { file: path, line: 7 } },
    ])
    expect(rejected.map(({ origin, code }) => [origin.line, code])).toEqual([2, 4, 5, 6].map((line) => [line, 'malformed']))
    expect(rejected[3]?.detail).toBe('date: expected an ISO 8601 date such as 2022-09-30')
  })

  it('in an encoding it does not name loses that line alone', async () => {
    const path = put(
      'd.jsonl',
      Buffer.concat([Buffer.from('{"text":"a"}\n'), Buffer.from('{"text":"\xff"}\n', 'latin1'), Buffer.from('{"text":"b"}')]),
    )
    const { articles, rejected } = await readAll(path)
    expect(articles.map(({ body }) => body)).toEqual(['a', 'b'])
    expect(rejected).toMatchObject([{ code: 'invalid-utf8', origin: { line: 2 } }])
  })

  it('makes ids unique, and warns', async () => {
    const { articles } = await readAll(put('d.jsonl', '{"id":"Owl","text":"a"}\n{"id":"owl","text":"b"}\n{"id":"Owl","text":"c"}'))
    expect(new Set(ids(articles).map((id) => id.toLowerCase())).size).toBe(3)
    expect(articles.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual([[], ['duplicate-id'], ['duplicate-id']])
  })
})

describe('MediaWiki exports', () => {
  const page = (title: string, inner: string) => `  <page>\n    <title>${title}</title>\n${inner}\n  </page>\n`
  const revision = (text: string) => `<revision><timestamp>2021-01-0${text.length % 9}T00:00:00Z</timestamp><text>${text}</text></revision>`
  const dump = (...pages: string[]) =>
    `<mediawiki xml:lang="de">\n<siteinfo><base>https://de.example.org/wiki/Start</base></siteinfo>\n${pages.join('')}</mediawiki>`

  it('give the last revision of each article, and count what is none', async () => {
    const xml = dump(
      page('R&amp;D', `<ns>0</ns><id>7</id>${revision('old')}${revision('&lt;b&gt; &amp;lt; &#039;')}`),
      page('Talk:R', `<ns>1</ns><id>8</id>${revision('x')}`),
      page('Old name', `<ns>0</ns><id>9</id><redirect title="R" />${revision('x')}`),
      page('Empty', '<ns>0</ns><id>10</id><revision><text deleted="deleted" /></revision>'),
    )
    const { articles, rejected, skipped } = await readAll(put('w.xml', xml))
    expect(articles).toMatchObject([
      {
        id: '7',
        title: 'R&D',
        body: "<b> &lt; '",
        format: 'wikitext',
        origin: { line: 3 },
        metadata: { language: 'de', url: 'https://de.example.org/wiki/R&D' },
      },
    ])
    expect(rejected).toMatchObject([{ code: 'empty' }])
    expect(skipped.map(({ reason, count }) => [reason, count])).toEqual([
      ['not in the article namespace (1)', 1],
      ['redirect', 1],
    ])
  })

  it('that end too early reject the page they end in', async () => {
    const xml = dump(page('A', `<ns>0</ns><id>1</id>${revision('a')}`), '<page><title>B')
    const { articles, rejected } = await readAll(put('w.xml', xml.replace('</mediawiki>', '')))
    expect(ids(articles)).toEqual(['1'])
    expect(rejected).toMatchObject([{ code: 'malformed' }])
  })

  it('and feeds are the only XML that is read', async () => {
    expect((await readAll(put('book.xml', '<TEI><text/></TEI>'))).rejected).toMatchObject([{ code: 'unsupported' }])
  })
})
