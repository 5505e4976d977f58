/** Marks in names.tsv, obeyed by the next run. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderOf, type Result, records, snapshot, start, synoptic } from './synoptic.ts'

const input = {
  'in/one.txt': 'Lise Meitner left Berlin in 1938. The letters of Maitner were read by Meitner’s nephew on the old bridge.\n',
  'in/two.txt': 'In the archive, Lise Meitner is named twice. The catalogue writes Maitner, and nobody has mended the card.\n',
  'in/zoo.txt': 'The elephants of the zoo were moved to another house before the winter. The keepers went with them.\n',
  'glossary/people.csv': 'canonical,kind\nLise Meitner,person\n',
}

interface Project {
  readonly cwd: string
  readonly run: (...flags: string[]) => Promise<Result>
  /** Sets a column in the rows of names.tsv that stand for 'Maitner' in article one. */
  readonly mark: (column: 'wrong' | 'apply', value: string) => Promise<void>
  readonly textOf: (id: string) => Promise<string>
  /** All results but run.json, which tells the time. */
  readonly results: () => Promise<Record<string, string>>
  readonly log: () => Promise<string>
}

async function project(settings: object = {}): Promise<Project> {
  const cwd = await folderOf({ ...input, 'synoptic.config.json': JSON.stringify({ jobs: 1, engines: ['memory'], ...settings }) })
  const table = join(cwd, 'out', 'names.tsv')
  return {
    cwd,
    run: (...flags) => synoptic(['run', 'in', '-o', 'out', ...flags], { cwd }),
    mark: async (column, value) => {
      const [head = '', ...lines] = (await readFile(table, 'utf8')).split('\n')
      const columns = head.split('\t')
      const marked = lines.map((line) => {
        const cells = line.split('\t')
        const isMeant = cells[columns.indexOf('id')] === 'one' && cells[columns.indexOf('surface')] === 'Maitner'
        return isMeant ? cells.with(columns.indexOf(column), value).join('\t') : line
      })
      await writeFile(table, [head, ...marked].join('\n'))
    },
    textOf: (id) => readFile(join(cwd, 'out', 'text', `${id}.en.txt`), 'utf8'),
    results: async () => ({ ...(await snapshot(join(cwd, 'out'))), 'run.json': '' }),
    log: () => readFile(join(cwd, 'glossary', 'judgements.jsonl'), 'utf8'),
  }
}

/** How many articles the run has linked: the others were taken over. */
async function linked(cwd: string): Promise<number> {
  const summary = JSON.parse(await readFile(join(cwd, 'out', 'run.json'), 'utf8')) as { stages: { link?: { articles: number } } }
  return summary.stages.link?.articles ?? 0
}

describe('a mark in names.tsv', () => {
  test('undoes a rewrite in its article, stays visible, and can be taken back; nothing is done twice', async () => {
    const { cwd, run, mark, textOf, results, log } = await project()
    expect((await run()).code).toBe(0)
    const fresh = await results()
    expect(await textOf('one')).toContain('letters of Meitner were')

    await mark('wrong', 'x')
    expect((await run()).stderr).toContain('1 new judgement from out/names.tsv → glossary/judgements.jsonl\n')
    expect(await linked(cwd)).toBe(1)
    expect(await textOf('one')).toContain('letters of Maitner were')
    expect(await textOf('two')).toContain('writes Meitner, and')
    expect(records(await log())).toEqual([{ judgement: 'wrong', canonical: 'Lise Meitner', surface: 'Maitner', article: 'one' }])
    const obeyed = await results()
    expect(obeyed['names.tsv']).toMatch(/^one\ten\tx\t\twrong\tkeep\t.*\tMaitner\t.*\tMaitner\t.*\tjudged wrong;/mu)
    expect(obeyed['report/articles/one.html']).not.toMatch(/<del>Maitner/u)
    expect(obeyed['report/articles/one.html']).toContain('1 name kept as judged')

    const again = await run()
    expect(again.stderr).not.toContain('new judgement')
    expect(again.stderr).toContain('1 of 1 shards were done already')
    expect(await results()).toEqual(obeyed)

    await mark('wrong', '')
    expect((await run()).stderr).toContain('1 new judgement')
    expect(await results()).toEqual(fresh)
  })

  test('of all articles concerns those that have the name, on every thread; the names command and other outputs obey it too', async () => {
    const { cwd, run, mark, textOf, results } = await project()
    await run()
    await mark('wrong', 'all')
    await run()
    expect(await linked(cwd)).toBe(2)
    expect(await textOf('one')).toContain('letters of Maitner were')
    expect(await textOf('two')).toContain('writes Maitner, and')
    const threads = await project({ jobs: 3, shardArticles: 1 })
    await writeFile(join(threads.cwd, 'glossary', 'judgements.jsonl'), await readFile(join(cwd, 'glossary', 'judgements.jsonl')))
    await threads.run()
    const { 'corpus/00000.jsonl': _, ...one } = await results()
    // Of several shards each has a folder for its texts.
    const flat = Object.entries(await threads.results()).map(([path, content]) => [path.replace(/^text\/\d{5}\//u, 'text/'), content])
    expect(Object.fromEntries(flat)).toMatchObject(one)
    const { stdout } = await synoptic(['names', 'in/two.txt', '--glossary', 'glossary/people.csv', '--json'], { cwd })
    expect(records<{ surface: string; action: string }>(stdout).map(({ surface, action }) => [surface, action])).toEqual([
      ['Lise Meitner', 'keep'],
      ['Maitner', 'keep'],
    ])
  })

  test('is obeyed once though the run is killed when it has taken it over', async () => {
    const { cwd, run, mark, textOf, log } = await project()
    await run()
    await mark('wrong', 'x')
    const { child, result } = start(['run', 'in', '-o', 'out'], { cwd })
    child.stderr?.on('data', (data) => String(data).includes('new judgement') && child.kill('SIGKILL'))
    expect((await result).signal).toBe('SIGKILL')
    expect((await run()).stderr).not.toContain('new judgement')
    expect(await textOf('one')).toContain('letters of Maitner were')
    expect(records(await log())).toHaveLength(1)
  })

  test('that cannot be understood ends the run before anything is done', async () => {
    const { run, mark, results } = await project()
    await run()
    await mark('wrong', 'perhaps')
    const before = await results()
    const { code, stderr } = await run()
    expect(stderr).toMatch(/names\.tsv:\d+: expected x .* got 'perhaps'/u)
    expect(code).toBe(2)
    expect(await results()).toEqual(before)
  })
})

test('a judgement of a name that is gone is told of, once for all threads, and stops nothing', async () => {
  const { cwd, run } = await project({ jobs: 3, shardArticles: 1 })
  const gone = { judgement: 'wrong', canonical: 'Otto Hahn', surface: 'Hann' }
  await writeFile(join(cwd, 'glossary', 'judgements.jsonl'), `${JSON.stringify(gone)}\n`)
  const { code, stderr } = await run()
  expect(stderr.split("what is said of 'Otto Hahn' has no effect")).toHaveLength(2)
  expect(code).toBe(0)
})
