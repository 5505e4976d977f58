import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FileError } from '../../src/errors.ts'
import { loadGlossary } from '../../src/glossary/index.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glossary-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

async function messageOf(...paths: readonly string[]): Promise<string> {
  const thrown = await loadGlossary(paths).then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(FileError)
  return (thrown as FileError).message.replaceAll(`${folder}/`, '')
}

describe('loadGlossary', () => {
  test('reads every column', async () => {
    const path = await file(
      'people.csv',
      'canonical,kind,given,family,variants,not,note,de,zh-TW\nĐặng Thái Sơn,person,Thái Sơn,Đặng,Dang Thai Son|D. T. Son,Dang Van Lam,pianist,Dang,鄧泰山\n',
    )
    const { entries } = await loadGlossary([path])
    expect([...entries]).toEqual([
      {
        id: 'dang-thai-son',
        canonical: 'Đặng Thái Sơn',
        kind: 'person',
        given: 'Thái Sơn',
        family: 'Đặng',
        variants: ['Dang Thai Son', 'D. T. Son'],
        not: ['Dang Van Lam'],
        note: 'pianist',
        forms: { de: 'Dang', 'zh-Hant': '鄧泰山' },
        origin: { file: path, line: 2 },
      },
    ])
  })

  test.each([
    ['Gösta Mittag-Leffler', 'Gösta', 'Mittag-Leffler'],
    ['Ludwig van Beethoven', 'Ludwig', 'van Beethoven'],
    ['Carl Maria von Weber', 'Carl Maria', 'von Weber'],
    ['John F. Kennedy Jr.', 'John', 'Kennedy'],
    ['Curie, Marie', 'Marie', 'Curie'],
    ['J.-B. Perrin', '', 'Perrin'],
    ['Pelé', '', 'Pelé'],
    ['Park Geun-hye', 'Geun-hye', 'Park'],
    ['Chiang Kai-shek', 'Kai-shek', 'Chiang'],
    ['Hirokazu Kore-eda', 'Hirokazu', 'Kore-eda'],
    ['Max Linde-Walther', 'Max', 'Linde-Walther'],
  ])('splits %s', async (canonical, given, family) => {
    const { entries } = await loadGlossary([await file('p.csv', `canonical,kind\n"${canonical}",person\n`)])
    expect(entries.at(0)).toMatchObject({ given, family })
  })

  test.each([
    ['Alexander von Humboldt', 'Alexander', 'Humboldt', 'Alexander', 'von Humboldt'],
    ['Alexander von Humboldt', '', 'Humboldt', 'Alexander', 'von Humboldt'],
    ['Alexander von Humboldt', 'Alexander', 'von Humboldt', 'Alexander', 'von Humboldt'],
    ['Layla al-Haddad', 'Layla', 'Haddad', 'Layla', 'al-Haddad'],
    ['Jean le Rond d’Alembert', 'Jean', 'Alembert', 'Jean le Rond', 'd’Alembert'],
    ['Johann Sebastian Bach', 'Johann', 'Bach', 'Johann Sebastian', 'Bach'],
    ['John F. Kennedy Jr.', 'John', 'Kennedy', 'John', 'Kennedy'],
    ['Santiago Ramón y Cajal', 'Santiago', 'Ramón y Cajal', 'Santiago', 'Ramón y Cajal'],
    ['Đặng Thái Sơn', 'Thái Sơn', 'Đặng', 'Thái Sơn', 'Đặng'],
    ['van Gogh', '', 'Gogh', '', 'van Gogh'],
  ])('%s, given %s, family %s', async (canonical, given, family, itsGiven, itsFamily) => {
    const { entries } = await loadGlossary([await file('p.csv', `canonical,kind,given,family\n${canonical},person,${given},${family}\n`)])
    expect(entries.at(0)).toMatchObject({ given: itsGiven, family: itsFamily })
  })

  test('takes a BOM, CRLF, quoted line breaks, blank lines', async () => {
    const path = await file('p.csv', '\ufeffcanonical,kind,note\r\n\r\n"Lise Meitner",person,"two\r\nlines"\r\n\r\nUppsala,place,\r\n')
    const { entries } = await loadGlossary([path])
    expect([...entries].map(({ canonical, origin }) => [canonical, origin.line])).toEqual([
      ['Lise Meitner', 3],
      ['Uppsala', 6],
    ])
  })

  test('reports all that is wrong at once, by file, line and column', async () => {
    const path = await file(
      'people.csv',
      'canonical,kind,english,given\nLise Meitner,planet,,\nUppsala,place,,Upp\n,term,,\nOtto Hahn,person,,Karl\nA,term,,,too,many\n',
    )
    expect((await messageOf(path)).split('\n')).toEqual([
      "people.csv:1:3: expected a BCP 47 tag, got 'english' (other columns: canonical, kind, given, family, variants, not, note); rename the column, or remove it",
      "people.csv:2:2: expected person, place, organization, term or nothing, got 'planet'; write one of these kinds",
      'people.csv:3:4: expected nothing: only a person has a given name, and this is a place; empty the cell, or write person',
      "people.csv:4:1: expected a name, got ''; write the name, or remove the row",
      "people.csv:5:4: expected a piece of 'Otto Hahn', got 'Karl'; write it as it stands in the canonical name",
      "people.csv:6:5: expected 4 columns as in the header, got 'too' beyond them; put a cell that holds the divider in double quotes",
      "people.csv:6:6: expected 4 columns as in the header, got 'many' beyond them; put a cell that holds the divider in double quotes",
    ])
  })

  test('says where bytes are not UTF-8, where a quote is not closed, what an empty file lacks', async () => {
    expect(await messageOf(await file('latin1.csv', Buffer.from('canonical\nR\xf6ntgen\n', 'latin1')))).toMatch(
      /^latin1\.csv:2: is not UTF-8/,
    )
    expect(await messageOf(await file('quote.csv', 'canonical\n"Lise\n'))).toMatch(
      /^quote\.csv:2:1: a quote is opened in this row and not closed/,
    )
    expect(await messageOf(await file('empty.csv', ''))).toMatch(/^empty\.csv: the file is empty/)
    expect(await messageOf(await file('header.csv', 'kind,kind\n'))).toMatch(/twice[\s\S]*expected a column 'canonical'/)
    expect(await messageOf(join(folder, 'none.csv'))).toMatch(/^none\.csv: glossary cannot be read: ENOENT/)
  })

  test('merges rows of one name and refuses contradictions', async () => {
    const a = await file('a.csv', 'canonical,kind,variants,de\nGöttingen,place,Goettingen,Göttingen\n')
    const b = await file('b.csv', 'canonical,kind,variants,fr\nGöttingen,place,Gottingen|Goettingen,Gœttingue\n')
    const { entries } = await loadGlossary([a, b])
    expect([...entries]).toMatchObject([{ variants: ['Goettingen', 'Gottingen'], forms: { de: 'Göttingen', fr: 'Gœttingue' } }])
    const c = await file('c.csv', 'canonical,kind,de\nGöttingen,place,Gottingen\n')
    expect(await messageOf(a, c)).toBe(
      "c.csv:2: 'Göttingen' is in a.csv:2 already, with another form in 'de' ('Göttingen'); make the rows one, or let them say the same",
    )
  })

  test('the hash is that of the content, not of the files', async () => {
    const both = await file('both.csv', 'canonical\nAlpha\nBeta\n')
    const one = await file('one.csv', 'canonical\nBeta\n')
    const two = await file('two.csv', 'note,canonical\n,Alpha\n')
    const hash = (await loadGlossary([both])).hash
    expect((await loadGlossary([one, two])).hash).toBe(hash)
    expect((await loadGlossary([one])).hash).not.toBe(hash)
  })

  test('an id stays when other entries come, unless they would share it', async () => {
    const kinds = await file('kinds.csv', 'canonical,kind\nLincoln,place\nLincoln,organization\nГорький,place\nNürnberg,place\n')
    const ids = [...(await loadGlossary([kinds])).entries].map(({ id }) => id)
    expect(new Set(ids).size).toBe(4)
    expect(ids).toContain('nurnberg')
    for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+$/)
  })

  test('reads the .csv files of a folder', async () => {
    await file('b.csv', 'canonical\nBeta\n')
    await file('a.csv', 'canonical\nAlpha\n')
    await file('notes.txt', 'nothing')
    expect([...(await loadGlossary([folder])).entries].map(({ canonical }) => canonical)).toEqual(['Alpha', 'Beta'])
  })
})
