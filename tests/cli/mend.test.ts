import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { flood, floodGarbled } from '../stories/make.ts'
import { folderOf, snapshot, synoptic } from './synoptic.ts'

const glossary = 'canonical,kind,given,family\nAgnieszka Wolska,person,Agnieszka,Wolska\nKostrzyn,place,,\n'
/** Who is named by half of the family name, in a sentence that another version has too. */
const garbled = floodGarbled.map((sentence) => sentence.replace('Agneshka Volska', 'Olsca'))
const files = { 'in/one.txt': flood.join(' '), 'in/two.txt': garbled.join(' '), 'names.csv': glossary }
const run = (...args: string[]) => ['run', 'in', '--glossary', 'names.csv', '-o', 'out', ...args]

async function rowsIn(folder: string): Promise<Record<string, string>[]> {
  const [head = '', ...rows] = (await readFile(join(folder, 'out/names.tsv'), 'utf8')).trimEnd().split('\n')
  const columns = head.split('\t')
  return rows.map((row) => Object.fromEntries(row.split('\t').map((cell, at) => [columns[at]!, cell])))
}

test('a name that one version has right mends another, says so, and stays undone when a person says so', async () => {
  const folder = await folderOf({ ...files, 'alone/two.txt': garbled.join(' ') })
  const alone = await synoptic(['names', 'alone/two.txt', '--glossary', 'names.csv', '--json'], { cwd: folder })
  expect(alone.stdout).not.toContain('Olsca')

  expect((await synoptic(run(), { cwd: folder })).code).toBe(0)
  const row = (await rowsIn(folder)).find(({ surface }) => surface === 'Olsca')
  expect(row).toMatchObject({ id: 'two', action: 'rewrite', replacement: 'Wolska', canonical: 'Agnieszka Wolska' })
  expect(row!.reason).toMatch(/^spelling 0\.\d\d; one has Agnieszka Wolska there$/)
  expect(await readFile(join(folder, 'out/text/two.en.txt'), 'utf8')).toContain('Mayor Wolska has asked')

  const table = join(folder, 'out/names.tsv')
  const columns = (await readFile(table, 'utf8')).split('\n')[0]!.split('\t')
  const marked = (await readFile(table, 'utf8')).split('\n').map((line) => {
    const cells = line.split('\t')
    if (cells[columns.indexOf('surface')] === 'Olsca') cells[columns.indexOf('wrong')] = 'x'
    return cells.join('\t')
  })
  await writeFile(table, marked.join('\n'))
  expect((await synoptic(run(), { cwd: folder })).code).toBe(0)
  expect(await readFile(join(folder, 'out/text/two.en.txt'), 'utf8')).toContain('Mayor Olsca has asked')
})

test('parts of a run that are put together mend as one run does', async () => {
  const config = JSON.stringify({ shardArticles: 1 })
  const folder = await folderOf({ ...files, 'synoptic.config.json': config })
  expect((await synoptic(run(), { cwd: folder })).code).toBe(0)
  const whole = await snapshot(join(folder, 'out/corpus'))
  expect(Object.values(whole).join('')).toContain('one has Agnieszka Wolska there')
  for (const part of ['1/2', '2/2'])
    expect(
      (await synoptic(['run', 'in', '--glossary', 'names.csv', '-o', part.replace('/', 'of'), '--shard', part], { cwd: folder })).code,
    ).toBe(0)
  const assembled = await synoptic(['assemble', '1of2', '2of2', '-o', 'both'], { cwd: folder })
  expect(assembled.stderr).not.toContain('error')
  expect(await snapshot(join(folder, 'both/corpus'))).toEqual(whole)
})
