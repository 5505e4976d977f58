/** What we write is read by others: TMX and XLIFF by their schemas and translate-toolkit, Parquet by DuckDB, Moses by its lines. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openSinks } from '../../src/write/index.ts'
import { build } from '../write/build.ts'

const python = join(import.meta.dirname, '../../.cache/peers/venv/bin/python')
const schemas = join(import.meta.dirname, '../../.cache/schemas')
const isMissing = !(existsSync(python) && existsSync(schemas)) && process.env.SYNOPTIC_LIVE !== '1'

const article = build(
  {
    id: 'solvay',
    language: 'de',
    title: 'Kongress',
    metadata: { date: '1911-10-30', byline: 'A. B.' },
    paragraphs: [['Er kam & <ging>.', 'Er sprach\u0002\u2028laut 😀.', 'Niemand hörte zu.']],
  },
  [
    {
      language: 'en',
      paragraphs: [['He came & <left>.', 'He spoke "loudly" 😀.', 'Later.']],
      alignments: [
        { source: [0], target: [0], score: 0.87 },
        { source: [1], target: [1], score: 0.25 },
        { source: [2], target: [], score: 0 },
        { source: [], target: [2], score: 0 },
      ],
    },
  ],
)

describe.skipIf(isMissing)('read back', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'synoptic-formats-'))
    const sinks = openSinks(folder, { formats: ['tmx', 'tsv', 'xliff', 'moses', 'parquet'], version: '1.0.0', shards: 1 })
    await sinks.write(article)
    await sinks.close()
  })
  const ask = (program: string) => JSON.parse(execFileSync(python, ['-c', program], { cwd: folder, encoding: 'utf8' }))

  test.each(['tmx', 'xlf'])('%s: every pair, to the letter, but for what XML forbids', (suffix) => {
    const read = `
import json
from translate.storage import factory
store = factory.getobject("aligned/de-en.${suffix}")
print(json.dumps([[unit.source, unit.target] for unit in store.units if unit.istranslatable() or unit.source]))`
    const pairs = ask(read) as [string, string | null][]
    expect(pairs.filter(([, target]) => target)).toEqual([
      ['Er kam & <ging>.', 'He came & <left>.'],
      ['Er sprach\u2028laut 😀.', 'He spoke "loudly" 😀.'],
    ])
    if (suffix === 'xlf') expect(pairs.at(-1)![0]).toBe('Niemand hörte zu.')
  })

  test.each([
    ['tmx', '--dtdvalid', 'tmx14.dtd'],
    ['xlf', '--schema', 'xliff-core-1.2-strict.xsd'],
  ])('%s: as the schema of its standard has it', (suffix, kind, schema) => {
    const check = (file: string) =>
      spawnSync('xmllint', ['--nonet', '--noout', kind, join(schemas, schema), file], { cwd: folder, encoding: 'utf8' })
    expect(check(`aligned/de-en.${suffix}`)).toMatchObject({ status: 0 })
    // The check finds what is wrong.
    writeFileSync(
      join(folder, 'wrong.xml'),
      readFileSync(join(folder, `aligned/de-en.${suffix}`), 'utf8').replace(' datatype="plaintext"', ''),
    )
    expect(check('wrong.xml').status).not.toBe(0)
  })

  test('Parquet: pairs with their segments, texts with what is known of them', () => {
    const rows = (query: string) => ask(`import duckdb, json; print(json.dumps(duckdb.sql("""${query}""").fetchall(), default=str))`)
    expect(rows("SELECT document, source_segments, target_segments, score, source, target FROM 'aligned/de-en.parquet'")).toEqual([
      ['solvay', [0], [0], 0.87, 'Er kam & <ging>.', 'He came & <left>.'],
      ['solvay', [1], [1], 0.25, 'Er sprach\u0002\u2028laut 😀.', 'He spoke "loudly" 😀.'],
      ['solvay', [2], [], 0, 'Niemand hörte zu.', ''],
      ['solvay', [], [2], 0, '', 'Later.'],
    ])
    expect(rows("SELECT id, language, original, title, byline, date FROM 'texts.parquet'")).toEqual([
      ['solvay', 'de', 'de', 'Kongress', 'A. B.', '1911-10-30'],
      ['solvay', 'en', 'de', '', 'A. B.', '1911-10-30'],
    ])
  })

  test('Moses: as many lines on either side, however a reader ends them', async () => {
    const [de, en, ids] = await Promise.all(['de', 'en', 'ids'].map((suffix) => readFile(join(folder, `aligned/de-en.${suffix}`), 'utf8')))
    expect(de).toBe('Er kam & <ging>.\nEr sprach\u0002 laut 😀.\n')
    expect(en).toBe('He came & <left>.\nHe spoke "loudly" 😀.\n')
    expect(ids).toBe('solvay\t0\t0\t0.87\nsolvay\t1\t1\t0.25\n')
  })

  test('counts.json says what no format of pairs holds', async () => {
    expect(JSON.parse(await readFile(join(folder, 'aligned/counts.json'), 'utf8'))).toEqual({
      'de-en': { articles: 1, aligned: 2, sourceAlone: 1, targetAlone: 1, forbiddenInXml: 1 },
    })
  })
})
