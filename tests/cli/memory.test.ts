import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderOf, records, synoptic } from './synoptic.ts'

const table = `de\ten
Der Zug nach Bremen fährt um 14:30 Uhr ab.\tThe train to Bremen leaves at 14:30.
Das Haus ist alt.\tThe house is old.
`

test('a memory goes in as a table, is looked up, and comes out again', async () => {
  const cwd = await folderOf({ 'news.tsv': table })
  const imported = await synoptic(['memory', 'import', 'news.tsv', '--memory', 'glossary/large.tmdb'], { cwd })
  expect(imported).toMatchObject({ code: 0, stderr: 'glossary/large.tmdb: 2 units, 2 of them new\n' })
  expect(await synoptic(['memory', 'import', 'news.tsv', '--memory', 'glossary/large.tmdb'], { cwd })).toMatchObject({
    stderr: 'glossary/large.tmdb: 2 units, 0 of them new\n',
  })
  // Nothing of what was made on the way is left.
  expect(await readdir(join(cwd, 'glossary'))).toEqual(['large.tmdb'])

  const found = await synoptic(['memory', 'find', '-', '--from', 'de', '--to', 'en', '--json'], {
    cwd,
    stdin: 'Das Haus ist alt.\nDer Zug nach Hamburg fährt um 15:45 Uhr ab.\nGuten Tag.\n',
  })
  expect(found.code).toBe(1)
  expect(
    records<{ hits: readonly { kind: string; target: string }[] }>(found.stdout).map(({ hits }) =>
      hits.map(({ kind, target }) => [kind, target]),
    ),
  ).toEqual([[['exact', 'The house is old.']], [['fuzzy', 'The train to Hamburg leaves at 15:45.']], []])
  const shown = await synoptic(['memory', 'find', 'Das Haus ist sehr alt.', '--from', 'de', '--to', 'en'], { cwd })
  expect(shown.stdout).toBe(
    'Das Haus ist sehr alt.\n  0.80 fuzzy\n      Das Haus ist alt.\n      The house is old.\n      differs: (nothing) → sehr\n',
  )

  expect(await synoptic(['memory', 'export', 'glossary/large.tmdb', '-o', 'back.tsv'], { cwd })).toMatchObject({ code: 0 })
  expect(await readFile(join(cwd, 'back.tsv'), 'utf8')).toBe(table)
  const tmx = await synoptic(['memory', 'export', 'glossary/large.tmdb'], { cwd })
  expect(tmx.stdout).toContain('<tuv xml:lang="de"><seg>Das Haus ist alt.</seg></tuv>')
  expect((await synoptic(['memory', 'stats', '--json'], { cwd })).stdout).toBe(
    `${JSON.stringify({ units: 2, pairs: [{ from: 'de', to: 'en', units: 2, conflicts: 0 }] })}\n`,
  )
})

test('a database translates a run, and a run fills one', async () => {
  const cwd = await folderOf({
    'news.tsv': table,
    'in/a.de.txt': 'Das Haus ist alt.\n\nDer Zug nach Bremen fährt um 14:30 Uhr ab. Der Zug nach Bonn fährt um 15:45 Uhr ab.',
  })
  await synoptic(['memory', 'import', 'news.tsv', '--memory', 'glossary/large.tmdb'], { cwd })
  expect(await synoptic(['run', 'in', '-o', 'out', '--jobs', '1'], { cwd })).toMatchObject({ code: 0 })
  expect(await synoptic(['memory', 'export', 'out', '-o', 'from-run.tmdb'], { cwd })).toMatchObject({ stderr: 'from-run.tmdb: 2 units\n' })
  expect(await readFile(join(cwd, 'out/corpus/00000.jsonl'), 'utf8')).toContain('The train to Bonn leaves at 15:45.')
})

test.each([
  [['memory', 'import', 'news.tsv', '--memory', 'm.xlsx'], /m\.xlsx: expected the name of a \.tmx, \.tsv or \.tmdb file/],
  [['memory', 'import', 'news.csv'], /news\.csv: expected a translation memory: \.tmx, \.tsv or \.tmdb/],
  [['memory', 'find', 'x', '--from', 'de', '--to', 'en', '--least', '0.2'], /--least: expected a number from 0\.6 to 1, got '0\.2'/],
  [['memory', 'export', 'nowhere'], /nowhere.*expected the folder of a finished run/],
])('%j is refused, and says why', async (args, message) => {
  const cwd = await folderOf({ 'news.tsv': table, 'news.csv': table })
  const { code, stderr } = await synoptic(args, { cwd })
  expect([code, stderr]).toEqual([2, expect.stringMatching(message)])
})
