import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { folder, places, put, readAll, useFolder, zipOf, zstdFrame } from './reading.ts'

useFolder()

describe('zstd', () => {
  const text = 'Žluťoučký kůň. '.repeat(20_000)

  it('is unpacked, frame after frame, and what may be skipped is', async () => {
    const skippable = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3])
    const whole = Buffer.from(text)
    const path = put('a.txt.zst', Buffer.concat([zstdFrame(whole.subarray(0, 100_001)), skippable, zstdFrame(whole.subarray(100_001))]))
    const { articles } = await readAll(path)
    expect(articles.map(({ id, body }) => [id, body === text])).toEqual([['a', true]])
  })

  // `printf 'hello hello hello hello' | zstd -19 --check`
  it('is what zstd writes', async () => {
    const written = Buffer.from('KLUv/QRoZQAAMGhlbGxvIAEAmUsRF16uDQ==', 'base64')
    expect((await readAll(put('b', written))).articles[0]?.body).toBe('hello hello hello hello')
  })

  it('that breaks off, is none, or wants too much memory is rejected', async () => {
    const whole = zstdFrame(Buffer.from(text))
    for (const end of [3, 5, 8, 1000, whole.length - 1])
      expect((await readAll(put('a.txt.zst', whole.subarray(0, end)))).rejected).toMatchObject([{ code: 'malformed' }])
    expect((await readAll(put('a.txt.zst', 'no zstd at all'))).rejected).toMatchObject([{ code: 'malformed' }])
    expect((await readAll(put('a.txt.zst', zstdFrame(Buffer.from(text), { window: 0xa0 })))).rejected).toMatchObject([
      { code: 'too-large' },
    ])
  })
})

describe('a zip archive', () => {
  it('is read as a folder is', async () => {
    put(
      'news.zip',
      zipOf({
        'b/z.txt': 'z',
        'a.de.txt': 'Die Eule',
        'a.en.txt': 'The owl',
        'd.jsonl.gz': gzipSync('{"text":"line"}'),
        'b/': '',
        '__MACOSX/b': 'x',
        'scan.pdf': 'x',
        'more.zip': 'x',
      }),
    )
    put('b.txt', 'b')
    const { articles, rejected, skipped } = await readAll(folder)
    expect(rejected).toEqual([])
    expect(articles.map(({ id, origin, versions }) => [id, origin.file.slice(folder.length), versions.length])).toEqual([
      ['b', '/b.txt', 0],
      ['news--a.de', '/news.zip/a.de.txt', 1],
      ['news--a.en', '/news.zip/a.en.txt', 1],
      ['news--b--z', '/news.zip/b/z.txt', 0],
      ['news--d-1', '/news.zip/d.jsonl.gz', 0],
    ])
    expect(skipped.map(({ reason }) => reason)).toEqual(['hidden', 'an archive in an archive', 'no reader for .pdf'])
  })

  it('made by others is read', async () => {
    put('sub/ä.txt', 'hello')
    execFileSync('zip', ['-qr', 'made.zip', 'sub'], { cwd: folder })
    expect((await readAll(join(folder, 'made.zip'))).articles).toMatchObject([{ id: 'made--sub--ä', body: 'hello' }])
  })

  it('goes nowhere with its names', async () => {
    const { articles } = await readAll(put('a.zip', zipOf({ '../../x.txt': 'x', '/etc/y.txt': 'y' })))
    for (const { id } of articles) expect(id).not.toMatch(/[/\\]|^\./)
    expect(articles).toHaveLength(1)
  })

  it('that is damaged or cut is rejected with its place', async () => {
    const whole = zipOf({ 'a.txt': 'one '.repeat(999), 'b.txt': 'two' })
    expect(places((await readAll(put('a.zip', whole.subarray(0, -30)))).rejected)).toEqual([[1, 'malformed']])
    expect(places((await readAll(put('a.zip', 'no zip'))).rejected)).toEqual([[1, 'malformed']])
    const bad = Buffer.from(whole)
    bad[40] = bad[40]! ^ 0xff
    const { articles, rejected } = await readAll(put('a.zip', bad))
    expect(articles.map(({ id }) => id)).toEqual(['a--b'])
    expect(rejected).toMatchObject([{ id: 'a--a', code: 'malformed', origin: { file: join(folder, 'a.zip/a.txt') } }])
  })
})
