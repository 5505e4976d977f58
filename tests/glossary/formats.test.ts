import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FileError } from '../../src/errors.ts'
import { recordsOf } from '../../src/files/delimited.ts'
import { isGlossary, loadEntries } from '../../src/glossary/index.ts'
import type { LoadOptions } from '../../src/glossary/load.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'formats-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

async function entriesOf(name: string, content: string | Uint8Array, options: LoadOptions = {}) {
  return loadEntries({ paths: [await file(name, content)], ...options })
}

async function messageOf(name: string, content: string | Uint8Array, options: LoadOptions = {}): Promise<string> {
  const thrown = await entriesOf(name, content, options).then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(FileError)
  return (thrown as FileError).message.replaceAll(`${folder}/`, '')
}

test('which files of a folder are glossaries', () => {
  const names = ['a.csv', 'B.TSV', 'c.jsonl', 'd.ndjson', 'e.tbx', 'README.md', 'judgements.jsonl', 'memory.tmx', 'notes.txt', 'csv']
  expect(names.filter(isGlossary)).toEqual(['a.csv', 'B.TSV', 'c.jsonl', 'd.ndjson', 'e.tbx'])
})

describe('tables', () => {
  const names = 'canonical,kind,variants\nLise Meitner,person,L. Meitner|Lisa\n'
  const expected = [{ canonical: 'Lise Meitner', kind: 'person', variants: ['L. Meitner', 'Lisa'] }]

  test.each([
    ['commas', 'a.csv', names],
    ['semicolons', 'a.csv', names.replaceAll(',', ';')],
    ['tabs in a .csv', 'a.csv', names.replaceAll(',', '\t')],
    ['tabs', 'a.tsv', names.replaceAll(',', '\t')],
    ['UTF-16, as spreadsheets save it', 'a.tsv', Buffer.from(`\ufeff${names.replaceAll(',', '\t')}`, 'utf16le')],
    ['carriage returns alone', 'a.csv', names.replaceAll('\n', '\r')],
    ['quotes around everything', 'a.csv', names.replace(/[^,\n]+/g, '"$&"')],
    ['capitals in the header', 'a.csv', names.replace('canonical', ' Canonical ')],
    ['empty columns at the end', 'a.csv', names.replaceAll('\n', ',,\n')],
  ])('with %s', async (_, name, content) => {
    expect(await entriesOf(name, content)).toMatchObject(expected)
  })

  test('our own mark against formulas is undone, an apostrophe of the name stays; a bar may be escaped', async () => {
    const entries = await entriesOf('a.csv', "canonical,variants\n't Hooft,'=tHooft|x\n'-Ha,''+a\n'S-Gravenhage,a\\|b|c\\\\\n")
    expect(entries.map(({ canonical, variants }) => [canonical, ...variants])).toEqual([
      ["'t Hooft", '=tHooft', 'x'],
      ['-Ha', "'+a"],
      ["'S-Gravenhage", 'a|b', 'c\\'],
    ])
  })

  test('names are folded: NFC, one space, no control characters', async () => {
    const [entry] = await entriesOf('a.csv', 'canonical,variants\n"Lise\u0000 \u00a0 Me\u0131\u0308tner", A\tB \n')
    expect(entry).toMatchObject({ canonical: 'Lise Me\u0131\u0308tner'.normalize('NFC'), variants: ['A B'] })
  })

  test.each([
    ['a quote that is text', 'canonical\n"Lise" Meitner\n', 'a.csv:2:1: text follows a closing quote; double a quote that is text'],
    ['a cell without a column', 'canonical,,de\nx,y,z\n', "a.csv:1:2: expected a BCP 47 tag, got ''"],
    ['a column that is there twice in two spellings', 'canonical,de,DE\nx,y,z\n', "a.csv:1:3: the column 'DE' is there twice"],
    ['no header', 'Lise Meitner\n', "a.csv:1: expected a header with the column 'canonical'"],
  ])('%s is a fault with its place', async (_, content, message) => {
    expect(await messageOf('a.csv', content)).toContain(message)
  })

  test('a quote that is never closed costs no memory', async () => {
    expect(await messageOf('a.csv', `canonical\n"Lise\n${'x\n'.repeat(2_000_000)}`)).toMatch(
      /^a\.csv:2: a row of more than \d+ characters; is a quote/,
    )
  })

  test('records are those of RFC 4180, wherever the chunks end', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ü', ',', '"', '\n', '\r\n', ' ', '🌉'), maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        async (rows, long) => {
          // The head fills a chunk, so that the rows after it lie across its end.
          const head = [['h', 'h'.repeat(long ? (1 << 18) - 6 : 1)]]
          const text = [...head, ...rows].map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\n')
          const read: string[][] = []
          for await (const records of recordsOf(await file('r.csv', text))) for (const { cells } of records) read.push([...cells])
          expect(read).toEqual([...head, ...rows])
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('term sets and pairs', () => {
  test('a language a column: the canonical names are those of the first, or of --to', async () => {
    const sets = 'en,de,pos,description\nCologne,Köln,noun,a city\n,Aachen,verb,\n'
    const skipped: string[] = []
    const entries = await entriesOf('g.csv', sets, { kind: 'place', skip: (what) => skipped.push(what) })
    expect(entries).toMatchObject([
      { canonical: 'Cologne', kind: 'place', forms: { de: 'Köln' }, note: 'a city' },
      { canonical: 'Aachen', forms: { de: 'Aachen' } },
    ])
    expect(skipped).toEqual(['pos'])
    expect(await entriesOf('g.csv', sets, { to: 'de' })).toMatchObject([
      { canonical: 'Köln', forms: { en: 'Cologne' } },
      { canonical: 'Aachen' },
    ])
    expect(await messageOf('g.csv', sets, { to: 'fr' })).toContain("g.csv:1: expected a column 'fr'")
  })

  test('pairs with their languages: the first source of a target is its form, the others are variants', async () => {
    const entries = await entriesOf('d.csv', 'Köln,Cologne,de,en\nCölln,Cologne,de,en\n"Bonn, Stadt",Bonn,DE,EN\nMünchen,Munich,de,en\n')
    expect(entries).toMatchObject([
      { canonical: 'Cologne', forms: { de: 'Köln' }, variants: ['Cölln'], origin: { line: 1 } },
      { canonical: 'Bonn', forms: { de: 'Bonn, Stadt' } },
      { canonical: 'Munich', forms: { de: 'München' } },
    ])
  })

  test('pairs without languages must be told them; words that could be tags are none', async () => {
    const pairs = 'red\trot\nblue\tblau\n'
    expect(await messageOf('d.tsv', pairs)).toMatch(/^d\.tsv:1: expected a header .*got 'red,rot'; .*--from TAG --to TAG/)
    expect(await entriesOf('d.tsv', pairs, { from: 'en', to: 'de' })).toMatchObject([
      { canonical: 'rot', forms: { en: 'red' } },
      { canonical: 'blau', forms: { en: 'blue' } },
    ])
  })

  test('a pair may begin with a word that is a column of ours', async () => {
    expect(await entriesOf('d.csv', 'note,Notiz,en,de\n')).toMatchObject([{ canonical: 'Notiz', forms: { en: 'note' } }])
  })

  test('a pair without a language of its own is a fault', async () => {
    expect(await messageOf('d.csv', 'a,b,de,en\nc,d,de,english\n')).toContain("d.csv:2:4: expected a BCP 47 tag, got 'english'")
  })
})

describe('JSON lines', () => {
  test('the same fields; lists as arrays or with bars; null is nothing', async () => {
    const entries = await entriesOf(
      'n.jsonl',
      '{"canonical":"Lise Meitner","kind":"person","variants":["a|b"],"not":"c|d","note":null,"zh-TW":"邁特納"}\n\n{"canonical":"=x\u2028y"}',
    )
    expect(entries).toMatchObject([
      { canonical: 'Lise Meitner', variants: ['a|b'], not: ['c', 'd'], note: '', forms: { 'zh-Hant': '邁特納' }, origin: { line: 1 } },
      { canonical: '=x y', origin: { line: 3 } },
    ])
  })

  test.each([
    ['{"canonical":"a","variants":[1]}', "n.jsonl:1:18: 'variants': expected an array of strings, got [1]"],
    ['{"canonical":"a","english":"b"}', "n.jsonl:1:18: expected a BCP 47 tag, got 'english'"],
    ['{"canonical":5}', "n.jsonl:1:2: 'canonical': expected a string, got 5"],
    ['["a"]', 'n.jsonl:1:1: expected a JSON object'],
    ['{"canonical":"a"', 'expected a JSON object on this line'],
    ['{"kind":"person"}', "n.jsonl:1: expected a name, got ''"],
  ])('%s is a fault with its place', async (line, message) => {
    expect(await messageOf('n.jsonl', line)).toContain(message)
  })
})

describe('TBX', () => {
  const dct = (body: string, attributes = 'xml:lang="en"') =>
    `<?xml version="1.0"?>\n<tbx type="TBX-Basic" style="dct" ${attributes} xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min">\n<tbxHeader><note>header</note></tbxHeader><text><body>\n${body}\n</body></text></tbx>`

  test('names, variants and what is refused, with data categories as elements', async () => {
    const skipped: string[] = []
    const entries = await entriesOf(
      'n.tbx',
      dct(`<conceptEntry id="c1">
  <min:subjectField>place</min:subjectField><note>on the
    Rhine</note>
  <langSec xml:lang="de"><termSec><term>Köln</term></termSec></langSec>
  <langSec xml:lang="en">
    <termSec><term>Koeln</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
    <termSec><term>Cologne <hi>&amp; Deutz</hi></term><min:partOfSpeech>verb</min:partOfSpeech><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
    <termSec><term>Colonia</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
  </langSec>
</conceptEntry>`),
      { skip: (what) => skipped.push(what) },
    )
    expect(entries).toMatchObject([
      {
        canonical: 'Cologne & Deutz',
        kind: 'place',
        variants: ['Koeln'],
        not: ['Colonia'],
        note: 'on the Rhine',
        forms: { de: 'Köln' },
        origin: { line: 4 },
      },
    ])
    expect(skipped).toEqual(['partOfSpeech'])
  })

  const martif = `<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="de"><martifHeader/><text><body>
<termEntry id="1"><descripGrp><descrip type="definition">Fluss</descrip></descripGrp>
 <langSet xml:lang="en"><tig><term>Rhine</term><termNote type="administrativeStatus">preferredTerm</termNote></tig></langSet>
 <langSet lang="de"><ntig><termGrp><term>Rhein</term><termNote type="normativeAuthorization">admittedTerm</termNote></termGrp></ntig>
   <ntig><termGrp><term>Rein</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig></langSet>
</termEntry></body></text></martif>`

  test('the older dialects, with data categories as attributes', async () => {
    expect(await entriesOf('n.tbx', martif)).toMatchObject([{ canonical: 'Rhein', forms: { en: 'Rhine' }, not: ['Rein'], note: 'Fluss' }])
    expect(await entriesOf('n.tbx', martif, { to: 'en' })).toMatchObject([{ canonical: 'Rhine', forms: { de: 'Rhein' } }])
  })

  test('entities that a document type declares are not expanded, and a concept in it is none', async () => {
    const bomb = `<!DOCTYPE tbx [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "<conceptEntry></conceptEntry>"><!ENTITY d SYSTEM "file:///etc/hostname">]>`
    const concept = (term: string) =>
      `<conceptEntry id="c"><langSec xml:lang="en"><termSec><term>${term}</term></termSec></langSec></conceptEntry>`
    expect(await messageOf('n.tbx', `${bomb}${dct(`${concept('x &lt; &#x41;')}${concept('&b;')}`)}`)).toMatch(
      /^n\.tbx:\d+: expected an entity of XML itself, got '&b;'; write the character$/,
    )
    expect(await entriesOf('n.tbx', `${bomb}${dct(concept('x &lt; &#x41;'))}`)).toMatchObject([{ canonical: 'x < A' }])
  })

  test.each([
    ['is no TBX', '<html></html>', 'n.tbx:1: expected a TBX file'],
    ['breaks off', '<tbx><conceptEntry><langSec', 'n.tbx:1: the file ends inside this <conceptEntry>'],
    ['is not well-formed', dct('<conceptEntry><langSec xml:lang="en"></termSec></conceptEntry>'), 'n.tbx:4: malformed <conceptEntry>'],
    [
      'has a section without a language',
      dct('<conceptEntry>\n<langSec><termSec><term>a</term></termSec></langSec></conceptEntry>'),
      'n.tbx:5: expected a <langSec> with xml:lang',
    ],
    ['has a concept without terms', dct('<conceptEntry></conceptEntry>'), "n.tbx:4: expected a name, got ''"],
  ])('a file that %s is a fault with its line', async (_, content, message) => {
    expect(await messageOf('n.tbx', content)).toContain(message)
  })
})

test('whatever a file holds, it is read or refused', async () => {
  const name = fc.constantFrom('a.csv', 'a.tsv', 'a.jsonl', 'a.tbx')
  const piece = fc.constantFrom(
    'canonical',
    'kind',
    'en',
    'de',
    ',',
    '\t',
    '\n',
    '"',
    '|',
    '{',
    '}',
    ':',
    '<tbx>',
    '<conceptEntry>',
    '</conceptEntry>',
    '<!--',
    'x',
    '\0',
    '\ud800',
  )
  await fc.assert(
    fc.asyncProperty(name, fc.array(piece, { maxLength: 12 }), async (name, pieces) => {
      const result = await entriesOf(name, pieces.join('')).catch((thrown: unknown) => thrown)
      if (!(result instanceof FileError)) expect(Array.isArray(result)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('a key of a JSON line is text, not a pattern', async () => {
  const key = `${'(a+)+'.repeat(8)}$`
  const row = JSON.stringify({ canonical: 'Anna Böll', [key]: 'x', note: 'a'.repeat(5000) })
  expect(await messageOf('n.jsonl', `${row}\n`)).toContain(`n.jsonl:1:${row.indexOf(JSON.stringify(key)) + 1}`)
})
