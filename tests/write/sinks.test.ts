import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Rejected } from '../../src/article.ts'
import { fileName, TextFile } from '../../src/write/file.ts'
import { openSinks, products } from '../../src/write/index.ts'
import { build } from './build.ts'
import { temporaryFolder } from './folder.ts'

const garbled = build(
  {
    id: 'news',
    language: 'en',
    title: 'Bekerel and Mrs. Kuri',
    paragraphs: [['Professor Bekerel came.', 'Kuri did not.'], ['=SUM(A1) said Bekerel.']],
    names: [
      { surface: 'Bekerel', replacement: 'Becquerel' },
      { surface: 'Kuri', replacement: 'Curie', action: 'suggest', reason: 'spelling 0.7' },
      { surface: 'Professor', replacement: 'Professor', action: 'keep' },
    ],
  },
  [
    { language: 'de', title: 'Ein Titel', paragraphs: [['Bekerel kam.']], names: [{ surface: 'Bekerel', replacement: 'Becquerel' }] },
    { language: 'fr', title: 'Rien', paragraphs: [['', '']], status: 'pending' },
  ],
)
const untitled = build({ id: 'untitled', language: 'ja', paragraphs: [['一。', '二。']] })
const rejected: Rejected = { detail: 'not \u2028text', id: 'b', origin: { line: 3, file: 'in/b.bin' }, code: 'binary', stage: 'read' }

async function written(): Promise<{ folder: string; read: (name: string) => Promise<string> }> {
  const folder = await temporaryFolder()
  const sinks = openSinks(folder, { formats: ['tmx', 'tsv'], version: '1.0.0', shards: 1 })
  for (const article of [garbled, untitled]) await sinks.write(article)
  await sinks.reject(rejected)
  await sinks.close()
  return { folder, read: (name) => readFile(join(folder, name), 'utf8') }
}

describe('openSinks', () => {
  it('leaves its products and nothing else', async () => {
    const { folder } = await written()
    // The corpus is the run's; Parquet was not asked for.
    const elsewhere = ['corpus', 'texts.parquet']
    expect((await readdir(folder)).sort()).toEqual(products.filter((product) => !elsewhere.includes(product)).toSorted())
    expect((await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('writes the same bytes each time', async () => {
    const [one, two] = [await written(), await written()]
    for (const entry of await readdir(one.folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const name = join(entry.parentPath, entry.name).slice(one.folder.length)
      expect(await one.read(name), name).toBe(await two.read(name))
    }
  })

  it('writes each finished text with its title on top, and none that is pending', async () => {
    const { folder, read } = await written()
    expect((await readdir(join(folder, 'text'))).sort()).toEqual(['news.de.txt', 'news.en.txt', 'untitled.ja.txt'])
    expect(await read('text/news.en.txt')).toBe(
      'Becquerel and Mrs. Kuri\n\nProfessor Becquerel came. Kuri did not.\n\n=SUM(A1) said Becquerel.\n',
    )
    expect(await read('text/untitled.ja.txt')).toBe('一。二。\n')
  })

  it('lists every rewrite and proposal with its context, and no name that was left as it is', async () => {
    const { read } = await written()
    const cells = cellsOf(await read('names.tsv'))
    expect(cells.map(({ language, where, action, surface }) => [language, where, action, surface])).toEqual([
      ['en', 'title', 'rewrite', 'Bekerel'],
      ['en', 'title', 'suggest', 'Kuri'],
      ['en', 'text', 'rewrite', 'Bekerel'],
      ['en', 'text', 'suggest', 'Kuri'],
      ['en', 'text', 'rewrite', 'Bekerel'],
      ['de', 'text', 'rewrite', 'Bekerel'],
    ])
    expect(cells[4]).toEqual({
      id: 'news',
      language: 'en',
      where: 'text',
      start: '53',
      end: '60',
      surface: 'Bekerel',
      replacement: 'Becquerel',
      canonical: 'Henri Becquerel',
      entry: 'people:Becquerel',
      kind: 'person',
      action: 'rewrite',
      confidence: '0.93',
      reason: 'spelling 0.91',
      left: 'Professor Bekerel came. Kuri did not.\\n\\n=SUM(A1) said ',
      right: '.',
      judged: '',
      wrong: '',
      apply: '',
    })
  })

  it('points into the text before the rewrite', async () => {
    const { read } = await written()
    for (const { language, where, start, end, surface } of cellsOf(await read('names.tsv'))) {
      const before = language === 'en' ? garbled : garbled.translations[0]!
      expect((where === 'title' ? before.title : before.text).slice(Number(start), Number(end))).toBe(surface)
    }
  })

  it('writes rejections with their keys in order, a line each', async () => {
    const { read } = await written()
    expect(await read('rejected.jsonl')).toBe(
      '{"id":"b","origin":{"file":"in/b.bin","line":3},"stage":"read","code":"binary","detail":"not \\u2028text"}\n',
    )
  })

  it('leaves complete, empty files when there was nothing', async () => {
    const folder = await temporaryFolder()
    await openSinks(folder, { formats: [], version: '1', shards: 1 }).close()
    expect(await readFile(join(folder, 'names.tsv'), 'utf8')).toMatch(/^id\tlanguage\twrong\tapply\t.*\n$/)
    expect(await readFile(join(folder, 'rejected.jsonl'), 'utf8')).toBe('')
  })
})

/** The rows of a table, by column. */
function cellsOf(table: string): Record<string, string | undefined>[] {
  const [head, ...rows] = table
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
  return rows.map((row) => Object.fromEntries(head!.map((column, at) => [column, row[at]])))
}

describe('TextFile', () => {
  it('is there under its own name only when it is complete', async () => {
    const folder = await temporaryFolder()
    const file = new TextFile(join(folder, 'deep', 'a.txt'))
    const line = `${'x'.repeat(999)}\n`
    for (let at = 0; at < 200; at++) await file.write(line)
    expect(await readdir(join(folder, 'deep'))).toEqual(['a.txt.tmp'])
    await file.close()
    expect(await readdir(join(folder, 'deep'))).toEqual(['a.txt'])
    expect(await readFile(join(folder, 'deep', 'a.txt'), 'utf8')).toBe(line.repeat(200))
  })
})

describe('fileName', () => {
  it.each(['news.en.txt', 'a b', 'ä-日本', '.hidden'])('takes %j', (name) => {
    expect(fileName(name)).toBe(name)
  })

  it.each(['', '.', '..', '../x', 'a/b', 'a\\b', 'a:b', 'a\u0000b', 'x'.repeat(251)])('refuses %j', (name) => {
    expect(() => fileName(name)).toThrow(RangeError)
  })
})
