/** The commands on glossaries, run as a user runs them. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderOf, records, synoptic } from './synoptic.ts'

const places = 'canonical,kind,variants,de\nCologne,place,Coeln,Köln\nGdańsk,place,Danzig,\n'

describe('glossary check', () => {
  test('finds nothing in a sound folder, whose other files it leaves alone', async () => {
    const cwd = await folderOf({
      'glossary/places.csv': 'canonical,kind,de\nGöttingen,place,Göttingen\nGdańsk,place,Danzig\n',
      'glossary/more.jsonl': '{"canonical":"Uppsala","kind":"place"}\n',
      'glossary/judgements.jsonl': '{}\n',
      'glossary/README.md': '# Names',
    })
    const { code, stdout, stderr } = await synoptic(['glossary', 'check'], { cwd })
    expect([code, stdout]).toEqual([0, ''])
    expect(stderr).toContain('3 entries in 2 files, 0 errors, 0 warnings')
  })

  test('says what is doubtful (1) and what is wrong (2), for people and for programs', async () => {
    const cwd = await folderOf({ 'a.csv': 'canonical,de\nGdańsk,Данциг\n', 'b.csv': 'canonical,kind\nGdańsk,planet\n' })
    const doubtful = await synoptic(['glossary', 'check', 'a.csv'], { cwd })
    expect(doubtful.code).toBe(1)
    expect(doubtful.stdout).toBe(
      "a.csv:2:2: wrong-column: 'Данциг' is written in Cyrillic, which 'de' is not; move it to the column of its language, or to variants\n",
    )
    const wrong = await synoptic(['glossary', 'check', 'a.csv', 'b.csv', '--json'], { cwd })
    expect(wrong.code).toBe(2)
    expect(records<object>(wrong.stdout)).toMatchObject([
      { file: 'a.csv', line: 2, column: 2, severity: 'warning', code: 'wrong-column' },
      { file: 'b.csv', line: 2, column: 2, severity: 'error', code: 'kind', remedy: 'write one of these kinds' },
    ])
  })
})

describe('glossary import and export', () => {
  test('go round by TBX; what is there already is not added twice', async () => {
    const cwd = await folderOf({ 'glossary/places.csv': places })
    const exported = await synoptic(['glossary', 'export', '--to', 'en', '-o', 'names.tbx'], { cwd })
    expect([exported.code, exported.stdout]).toEqual([0, ''])
    const imported = await synoptic(['glossary', 'import', 'names.tbx', '-o', 'again.csv'], { cwd })
    expect(imported.stderr).toContain('again.csv: 2 entries, 2 of them new')
    expect(await readFile(join(cwd, 'again.csv'), 'utf8')).toBe(places)
    expect((await synoptic(['glossary', 'import', 'names.tbx', '-o', 'again.csv'], { cwd })).stderr).toContain('2 entries, 0 of them new')
  })

  test('tell what a format cannot hold', async () => {
    const cwd = await folderOf({ 'glossary/places.csv': places })
    const { code, stdout, stderr } = await synoptic(['glossary', 'export', '--format', 'google', '--to', 'en'], { cwd })
    expect([code, stdout]).toEqual([0, 'en,de\nCologne,Köln\nGdańsk,\n'])
    expect(stderr).toContain("google holds no variants: lost of 2 entries, such as 'Coeln' of 'Cologne' (glossary/places.csv:2)")
  })

  test('take pairs without languages, and kinds, from flags', async () => {
    const cwd = await folderOf({ 'pairs.tsv': 'Köln\tCologne\n' })
    const { code } = await synoptic(['glossary', 'import', 'pairs.tsv', '--from', 'de', '--to', 'en', '--kind', 'place'], { cwd })
    expect(code).toBe(0)
    expect(await readFile(join(cwd, 'glossary/pairs.csv'), 'utf8')).toBe('canonical,kind,de\nCologne,place,Köln\n')
  })

  test.each([
    [['export', '--format', 'xlsx'], '--format: expected csv, tsv, jsonl, tbx, deepl, google'],
    [['export', '--format', 'deepl', '--to', 'en'], 'glossary export --format deepl needs --from TAG'],
    [['export', '-o', 'x.xls'], 'x.xls: expected --format, or a name that ends in .csv'],
    [['import', 'pairs.tsv'], 'pairs.tsv:1: expected a header'],
    [['import', 'pairs.tsv', '-o', 'x.tbx'], 'x.tbx: expected a name that ends in .csv, .tsv, .jsonl'],
    [['import', 'pairs.tsv', '-o', './pairs.tsv'], 'cannot be imported into itself'],
    [['import', 'pairs.tsv', 'none.csv'], 'needs -o FILE'],
    [['import', 'pairs.tsv', '--kind', 'planet'], "--kind: expected person, place, organization, term, got 'planet'"],
  ])('refuse %s with exit code 2', async (args, message) => {
    const cwd = await folderOf({ 'pairs.tsv': 'Köln\tCologne\n', 'glossary/places.csv': places })
    const { code, stderr } = await synoptic(['glossary', ...args], { cwd })
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })
})

test('names takes glossaries of every format', async () => {
  const tbx =
    '<tbx xml:lang="en"><text><body><conceptEntry id="1"><langSec xml:lang="en"><termSec><term>Uppsala</term></termSec></langSec></conceptEntry></body></text></tbx>'
  const cwd = await folderOf({
    'text.txt': 'From Uppsala to Cologne.\n',
    'n.tbx': tbx,
    'n.tsv': 'canonical\tkind\nCologne\tplace\n',
  })
  const { code, stdout } = await synoptic(['names', 'text.txt', '--glossary', 'n.tbx', 'n.tsv', '--json'], { cwd })
  expect(code).toBe(0)
  expect(records<{ canonical: string }>(stdout).map(({ canonical }) => canonical)).toEqual(['Uppsala', 'Cologne'])
})
