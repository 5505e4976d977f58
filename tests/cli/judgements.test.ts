/** Marks in names.tsv, obeyed by the next run. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderOf, type Result, records, snapshot, synoptic } from './synoptic.ts'

const input = {
  'in/one.txt': 'Lise Meitner left Berlin in 1938. The letters of Maitner were read by Meitner’s nephew on the old bridge.\n',
  'in/two.txt': 'In the archive, Lise Meitner is named twice. The catalogue writes Maitner, and nobody has mended the card.\n',
  'glossary/people.csv': 'canonical,kind\nLise Meitner,person\n',
}

async function project(): Promise<{ cwd: string; run: (...flags: string[]) => Promise<Result> }> {
  const cwd = await folderOf(input)
  return { cwd, run: (...flags) => synoptic(['run', 'in', '-o', 'out', '--engine', 'memory', ...flags], { cwd }) }
}

/** Sets a column in the rows of names.tsv that `chosen` says. */
async function mark(cwd: string, column: string, value: string, chosen: (row: Record<string, string>) => boolean): Promise<void> {
  const path = join(cwd, 'out', 'names.tsv')
  const [head = '', ...lines] = (await readFile(path, 'utf8')).slice(0, -1).split('\n')
  const columns = head.split('\t')
  const marked = lines.map((line) => {
    const row = Object.fromEntries(line.split('\t').map((cell, at) => [columns[at]!, cell]))
    return columns.map((name) => (name === column && chosen(row) ? value : (row[name] ?? ''))).join('\t')
  })
  await writeFile(path, [head, ...marked, ''].join('\n'))
}

async function textOf(cwd: string, id: string): Promise<string> {
  return readFile(join(cwd, 'out', 'text', `${id}.en.txt`), 'utf8')
}

const ofOne = ({ id, surface }: Record<string, string>): boolean => id === 'one' && surface === 'Maitner'

describe('a mark in names.tsv', () => {
  test('undoes a rewrite in its article, stays visible, and can be taken back; nothing is done twice', async () => {
    const { cwd, run } = await project()
    expect((await run()).code).toBe(0)
    const fresh = await snapshot(join(cwd, 'out'))
    expect(await textOf(cwd, 'one')).toContain('letters of Meitner were')

    await mark(cwd, 'wrong', 'x', ofOne)
    const obeyed = await run()
    expect(obeyed.stderr).toContain('1 new judgements from names.tsv → glossary/judgements.jsonl')
    expect(await textOf(cwd, 'one')).toContain('letters of Maitner were')
    expect(await textOf(cwd, 'two')).toContain('writes Meitner, and')
    const log = await readFile(join(cwd, 'glossary', 'judgements.jsonl'), 'utf8')
    expect(records(log)).toEqual([{ judgement: 'wrong', canonical: 'Lise Meitner', surface: 'Maitner', article: 'one' }])
    const names = await readFile(join(cwd, 'out', 'names.tsv'), 'utf8')
    expect(names).toMatch(/^one\t.*\tMaitner\tMaitner\t.*\tkeep\t.*\tjudged wrong;.*\twrong\tx\t$/mu)

    const judged = await snapshot(join(cwd, 'out'))
    const again = await run()
    expect(again.stderr).not.toContain('new judgements')
    expect(again.stderr).toContain('1 of 1 shards were done already')
    expect({ ...(await snapshot(join(cwd, 'out'))), 'run.json': '' }).toEqual({ ...judged, 'run.json': '' })

    await mark(cwd, 'wrong', '', ofOne)
    expect((await run()).stderr).toContain('1 new judgements')
    expect({ ...(await snapshot(join(cwd, 'out'))), 'run.json': '' }).toEqual({ ...fresh, 'run.json': '' })
  })

  test('of all articles concerns all of them; the names command obeys it too', async () => {
    const { cwd, run } = await project()
    await run()
    await mark(cwd, 'wrong', 'all', ofOne)
    await run('--jobs', '2')
    expect(await textOf(cwd, 'one')).toContain('letters of Maitner were')
    expect(await textOf(cwd, 'two')).toContain('writes Maitner, and')
    const { stdout } = await synoptic(['names', 'in/two.txt', '--glossary', 'glossary/people.csv', '--json'], { cwd })
    expect(records<{ surface: string; action: string }>(stdout).map(({ surface, action }) => [surface, action])).toEqual([
      ['Lise Meitner', 'keep'],
      ['Maitner', 'keep'],
    ])
  })

  test('of an earlier run is not lost with the results', async () => {
    const { cwd, run } = await project()
    await run()
    await mark(cwd, 'wrong', 'x', ofOne)
    await run('--fresh')
    await synoptic(['run', 'in', '-o', 'elsewhere', '--engine', 'memory'], { cwd })
    expect(await readFile(join(cwd, 'elsewhere', 'text', 'one.en.txt'), 'utf8')).toContain('letters of Maitner were')
  })

  test('is understood as a spreadsheet saves it: other column order, quotes, a byte order mark, carriage returns, UTF-16', async () => {
    const { cwd, run } = await project()
    await run()
    await mark(cwd, 'wrong', 'X', ofOne)
    const path = join(cwd, 'out', 'names.tsv')
    const rows = (await readFile(path, 'utf8'))
      .slice(0, -1)
      .split('\n')
      .map((line) => line.split('\t').toReversed())
    const saved = rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join('\t')).join('\r\n')
    await writeFile(path, Buffer.from(`\ufeff${saved}\r\n`, 'utf16le'))
    expect((await run()).stderr).toContain('1 new judgements')
    expect(await textOf(cwd, 'one')).toContain('letters of Maitner were')
  })

  test.each([
    ['an unknown mark', (table: string) => table.replace(/\t\t\n/u, '\tperhaps\t\n'), /names\.tsv:\d+: expected x .* got 'perhaps'/u],
    ['a missing column', (table: string) => table.replace('\twrong', '\twrng'), /names\.tsv:1: .*wrong cannot be found/u],
  ])('%s ends the run before anything is done', async (_, spoil, message) => {
    const { cwd, run } = await project()
    await run()
    const path = join(cwd, 'out', 'names.tsv')
    await writeFile(path, spoil(await readFile(path, 'utf8')))
    const before = await snapshot(join(cwd, 'out'))
    const { code, stderr } = await run()
    expect(stderr).toMatch(message)
    expect(code).toBe(2)
    expect(await snapshot(join(cwd, 'out'))).toEqual(before)
  })
})
