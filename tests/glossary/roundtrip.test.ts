import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Collector } from '../../src/glossary/collect.ts'
import type { Entry } from '../../src/glossary/entry.ts'
import type { WriteOptions } from '../../src/glossary/formats/write/options.ts'
import { kinds, loadEntries, type WriteFormat, writeGlossary } from '../../src/glossary/index.ts'
import type { LoadOptions } from '../../src/glossary/load.ts'
import { draftOf, type Row } from '../../src/glossary/row.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roundtrip-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Names with everything that some format gives a meaning. */
const name = fc
  .tuple(
    fc.constantFrom('A', 'Ł', 'Ж', '=A', "'-A", "''A", '李', '@a', '＝x', '"A"', 'A,', '<b>', '&amp;', 'e\u0301'),
    fc.string({
      unit: fc.constantFrom('a', ' ', '|', '\\', ',', ';', '"', "'", '&', '<', ']]>', '=', '\u2028', '🌉', '-', 'von ', '\ud800'),
      maxLength: 8,
    }),
  )
  .map((parts) => parts.join(''))

const row = fc.record<Row>({
  canonical: name,
  kind: fc.constantFrom('', ...kinds),
  given: fc.constant(''),
  family: fc.constant(''),
  variants: fc.array(name, { maxLength: 3 }),
  not: fc.array(name, { maxLength: 2 }),
  note: fc.oneof(fc.constant(''), fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', '\t', ' ', '=', '|', '"', '\0'), maxLength: 6 })),
  forms: fc.dictionary(fc.constantFrom('de', 'zh-Hant', 'pt-BR', 'en'), name, { maxKeys: 3 }),
})

/** Rows that are right: for a person, given and family names are any words of the name. */
const entries = fc.array(fc.tuple(row, fc.nat(), fc.nat()), { maxLength: 5 }).map((rows) => {
  const collector = new Collector([])
  const seen = new Set<string>()
  for (const [at, [each, given, family]] of rows.entries()) {
    const words = each.canonical.split(/\s+/u)
    const parts =
      each.kind === 'person' ? { given: words[given % (words.length + 1)] ?? '', family: words[family % (words.length + 1)] ?? '' } : {}
    const draft = draftOf({ ...each, ...parts }, { file: 'x.csv', line: at + 1, columnOf: () => 0 }, () => {})
    if (draft !== undefined && !seen.has(draft.canonical)) collector.add(draft)
    if (draft !== undefined) seen.add(draft.canonical)
  }
  return [...collector.entries()]
})

async function roundTrip(written: readonly Entry[], format: WriteFormat, options: WriteOptions = {}, read: LoadOptions = {}) {
  const { lines, losses } = writeGlossary(written, format, options)
  const path = join(folder, `x.${{ deepl: 'csv', google: 'csv' }[format as string] ?? format}`)
  await writeFile(path, [...lines].map((line) => `${line}\n`).join(''))
  return { entries: await loadEntries({ paths: [path], ...read }), losses: losses.lines() }
}

const content = ({ origin: _, ...rest }: Entry) => rest

describe('export, then import', () => {
  test.each(['csv', 'tsv', 'jsonl'] as const)('%s holds everything', async (format) => {
    await fc.assert(
      fc.asyncProperty(entries, async (written) => {
        const { entries: read, losses } = await roundTrip(written, format)
        expect(read.map(content)).toEqual(written.map(content))
        expect(losses).toEqual([])
      }),
    )
  })

  test.each([undefined, 'en', 'de'])('tbx, names in %s, holds all but what it says', async (to) => {
    await fc.assert(
      fc.asyncProperty(entries, async (written) => {
        const { entries: read, losses } = await roundTrip(written, 'tbx', { to })
        const without = (entry: Entry) => ({
          ...content(entry),
          // A form in the language of the names that is the name says nothing more.
          forms: Object.fromEntries(Object.entries(entry.forms).filter(([language, form]) => language !== to || form !== entry.canonical)),
          note: entry.note.replace(/\s+/gu, ' ').trim(),
          ...(losses.some((line) => line.includes('given and family')) ? { given: '', family: '' } : {}),
        })
        expect(read.map(without)).toEqual(written.map(without))
        const folded = written.some(({ note }) => note !== note.replace(/\s+/gu, ' '))
        expect(losses.some((line) => line.includes('line breaks'))).toBe(folded)
      }),
    )
  })

  test('google holds names, forms and notes, and says what else there was', async () => {
    await fc.assert(
      fc.asyncProperty(entries, async (written) => {
        const { entries: read, losses } = await roundTrip(written, 'google', { to: 'fr' })
        const held = ({ canonical, forms, note }: Entry) => ({ canonical, forms, note })
        expect(read.map(held)).toEqual(written.map(held))
        for (const [what, lost] of [
          ['kinds', written.some(({ kind }) => kind !== 'term')],
          ['variants', written.some(({ variants }) => variants.length > 0)],
          ["spellings under 'not'", written.some(({ not }) => not.length > 0)],
        ] as const)
          expect(losses.some((line) => line.startsWith(`google holds no ${what}:`))).toBe(lost)
      }),
    )
  })

  test('deepl holds names, one form and variants, when no two entries share a spelling', async () => {
    await fc.assert(
      fc.asyncProperty(entries, async (written) => {
        fc.pre(written.length > 0)
        const sources = written.map(({ canonical, forms, variants }) => new Set([canonical, forms.de ?? canonical, ...variants]))
        fc.pre(new Set(sources.flatMap((each) => [...each])).size === sources.reduce((sum, { size }) => sum + size, 0))
        const { entries: read } = await roundTrip(
          written.map(({ forms, ...entry }) => ({ ...entry, forms: forms.de === undefined ? {} : { de: forms.de } })),
          'deepl',
          { from: 'de', to: 'en' },
        )
        const held = ({ canonical, forms, variants }: Entry) => {
          const form = forms.de === undefined || forms.de === canonical ? undefined : forms.de
          return { canonical, form, variants: variants.filter((variant) => variant !== canonical && variant !== form) }
        }
        expect(read.map(held)).toEqual(written.map(held))
      }),
    )
  })

  test('deepl says what else there was, and leaves out a source it cannot have twice', async () => {
    const { entries: read, losses } = await roundTrip(
      await loaded(
        'canonical,kind,given,family,variants,not,note,de,fr\nCologne,place,,,Cölln|Coellen,Colonia,a city,Köln,Cologne\nBonn,,,,,,,,\nMunich,,,,Cölln,,,,\n',
      ),
      'deepl',
      { from: 'de', to: 'en' },
    )
    expect(read.map(({ canonical, forms, variants }) => [canonical, forms, variants])).toEqual([
      ['Cologne', { de: 'Köln' }, ['Cölln', 'Coellen']],
      ['Bonn', {}, []],
      ['Munich', {}, []],
    ])
    expect(losses.map((line) => line.replaceAll(`${folder}/`, ''))).toEqual([
      "deepl holds no kinds: lost of 1 entry, such as 'place' of 'Cologne' (in.csv:2)",
      "deepl holds no spellings under 'not': lost of 1 entry, such as 'Colonia' of 'Cologne' (in.csv:2)",
      "deepl holds no notes: lost of 1 entry, such as 'a city' of 'Cologne' (in.csv:2)",
      "deepl holds no forms in other languages: lost of 1 entry, such as 'Cologne' of 'Cologne' (in.csv:2)",
      "deepl holds no second translation of one source: lost of 1 entry, such as 'Cölln' of 'Munich' (in.csv:4)",
    ])
  })
})

async function loaded(csv: string): Promise<readonly Entry[]> {
  const path = join(folder, 'in.csv')
  await writeFile(path, csv)
  return loadEntries({ paths: [path] })
}

test('cells that a spreadsheet would evaluate are marked, in tables of ours alone', async () => {
  const written = await loaded('canonical,de\n=HYPERLINK(),-Ha\n')
  const linesOf = (format: WriteFormat, options: WriteOptions = {}) => [...writeGlossary(written, format, options).lines]
  expect(linesOf('csv')).toEqual(['canonical,de', "'=HYPERLINK(),'-Ha"])
  expect(linesOf('deepl', { from: 'de', to: 'en' })).toEqual(['-Ha,=HYPERLINK(),de,en'])
  expect(linesOf('google', { to: 'en' })).toEqual(['en,de', '=HYPERLINK(),-Ha'])
})
