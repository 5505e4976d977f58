import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Judged } from '../../src/article.ts'
import { appendJudgements, type Judgement, Judgements, readJudgements } from '../../src/glossary/index.ts'
import { obeyMarks } from '../../src/run/marks.ts'
import { formatRow } from '../../src/write/cells.ts'
import { folderOf, records } from '../cli/synoptic.ts'

type Row = Partial<Record<'id' | 'surface' | 'canonical' | 'judged' | 'wrong' | 'apply' | 'reason', string>>

const columns = ['id', 'wrong', 'apply', 'judged', 'surface', 'canonical', 'reason'] as const
const meitner = { id: 'a1', surface: 'Maitner', canonical: 'Lise Meitner' }
const said = { canonical: 'Lise Meitner', surface: 'Maitner' }

function table(...rows: Row[]): string {
  return [formatRow(columns), ...rows.map((row) => formatRow(columns.map((column) => ({ ...meitner, ...row })[column] ?? '')))].join('')
}

/** An output folder with that table, the texts of articles a1 and a2, and a log. */
async function project(content: string | Buffer, ...log: Judgement[]): Promise<{ cwd: string; log: string }> {
  const texts = { 'out/text/a1.en.txt': '', 'out/text/a1.pt-BR.txt': '', 'out/text/a2.en.txt': '' }
  const cwd = await folderOf({ 'out/names.tsv': content, ...texts })
  const path = join(cwd, 'glossary', 'judgements.jsonl')
  if (log.length > 0) await appendJudgements(path, log)
  return { cwd, log: path }
}

/** What the marks add to the log, and what is told of it. */
async function obey({ cwd, log }: { cwd: string; log: string }): Promise<{ added: Judgement[]; notices: string[] }> {
  const content = () => readFile(log, 'utf8').catch(() => '')
  const before = records(await content()).length
  const notices: string[] = []
  await obeyMarks({ glossary: [join(cwd, 'glossary')], output: join(cwd, 'out') }, (message) => notices.push(message))
  return { added: records<Judgement>(await content()).slice(before), notices }
}

async function added(content: string | Buffer, ...log: Judgement[]): Promise<Judgement[]> {
  return (await obey(await project(content, ...log))).added
}

describe('marks become judgements', () => {
  test.each<[string, Row, Judgement[]]>([
    ['x in wrong', { wrong: ' X ' }, [{ judgement: 'wrong', ...said, article: 'a1' }]],
    ['yes in apply', { apply: 'yes' }, [{ judgement: 'right', ...said, article: 'a1' }]],
    ['all', { wrong: 'ALL' }, [{ judgement: 'wrong', ...said }]],
    ['no mark', {}, []],
    ['a mark that was there', { judged: 'wrong everywhere', wrong: 'all' }, []],
    ['a mark taken back', { judged: 'wrong' }, [{ judgement: 'open', ...said, article: 'a1' }]],
    ['a mark of all articles taken back', { judged: 'right everywhere' }, [{ judgement: 'open', ...said }]],
    ['another verdict', { judged: 'wrong', apply: 'x' }, [{ judgement: 'right', ...said, article: 'a1' }]],
    ['an exception', { judged: 'wrong everywhere', apply: 'x' }, [{ judgement: 'right', ...said, article: 'a1' }]],
    [
      'from here to everywhere',
      { judged: 'wrong', wrong: 'all' },
      [
        { judgement: 'open', ...said, article: 'a1' },
        { judgement: 'wrong', ...said },
      ],
    ],
    [
      'from everywhere to here',
      { judged: 'wrong everywhere', wrong: 'x' },
      [
        { judgement: 'open', ...said },
        { judgement: 'wrong', ...said, article: 'a1' },
      ],
    ],
  ])('%s', async (_, row, expected) => {
    const [verdict, where] = (row.judged ?? '').split(' ')
    const log: Judgement[] = row.judged
      ? [{ judgement: verdict as Judged['verdict'], ...said, ...(where === undefined && { article: 'a1' }) }]
      : []
    const given = await project(table(row), ...log)
    expect((await obey(given)).added).toEqual(expected)
    expect(await obey(given), 'said once').toEqual({ added: [], notices: [] })
  })

  test('one of several rows about the same thing is enough, in the middle of others', async () => {
    const rows = [{ judged: 'wrong', wrong: 'x' }, { judged: 'wrong' }, { judged: 'wrong', wrong: 'x' }, { id: 'a2' }]
    expect(await added(table(...rows), { judgement: 'wrong', ...said, article: 'a1' })).toEqual([
      { judgement: 'open', ...said, article: 'a1' },
    ])
  })

  test('what another run said meanwhile stays', async () => {
    expect(await added(table({}), { judgement: 'wrong', ...said })).toEqual([])
    expect(await added(table({ judged: 'wrong', wrong: 'x' }))).toEqual([])
  })

  test('whatever the names are, what was marked is in force', async () => {
    const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).filter((text) => text.isWellFormed() && text.trim() !== '')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ surface: name, canonical: name }), { maxLength: 8 }), async (names) => {
        const given = await project(table(...names.map((row) => ({ ...row, wrong: 'x' }))))
        await obey(given)
        const judgements = new Judgements(await readJudgements(given.log))
        for (const { surface, canonical } of names)
          expect(judgements.ofMention(canonical, surface, 'a1')).toEqual({ verdict: 'wrong', everywhere: false })
        expect((await obey(given)).added).toEqual([])
      }),
      { numRuns: 50 },
    )
  })
})

describe('a table that a spreadsheet saved', () => {
  const marked = table({ wrong: 'x', reason: 'a "quoted" reason' })
  const quoted = marked
    .slice(0, -1)
    .split('\n')
    .map((line) =>
      line
        .split('\t')
        .map((cell) => `"${cell.replaceAll('"', '""')}"`)
        .toReversed()
        .join('\t'),
    )
    .join('\r\n')

  test.each<[string, string | Buffer]>([
    ['quotes, other column order, carriage returns', `${quoted}\r\n`],
    ['a byte order mark, no end of the last line', `\ufeff${quoted}`],
    ['UTF-16', Buffer.from(`\ufeff${quoted}`, 'utf16le')],
    ['rows sorted and empty ones at the end', `${marked}${'\t'.repeat(6)}\n\n`],
    ['a column more', marked.replaceAll('\n', '\tmine\n')],
    ['the columns of an earlier version', 'id\tsurface\tcanonical\twrong\na1\tMaitner\tLise Meitner\tx\n'],
  ])('%s', async (_, content) => {
    expect(await added(content)).toEqual([{ judgement: 'wrong', ...said, article: 'a1' }])
  })
})

describe('what cannot be understood ends the run, and nothing is added', () => {
  test.each<[string, string | Buffer, RegExp]>([
    ['an unknown mark', table({}, { wrong: 'perhaps' }), /names\.tsv:3: expected x .* got 'perhaps'/u],
    ['two marks in a row', table({ wrong: 'x', apply: 'x' }), /names\.tsv:2: expected a mark in 'wrong' or in 'apply', got both/u],
    ['rows that contradict', table({ wrong: 'x' }, { apply: 'x' }), /names\.tsv:3: expected one answer .* line 2 says another/u],
    ['a missing column', table().replace('wrong', 'wrng'), /names\.tsv:1: expected the columns .*; wrong cannot be found/u],
    ['other delimiters', table().replaceAll('\t', ';'), /names\.tsv:1: .*divided by tabs/u],
    ['an empty name', table({ surface: '', wrong: 'x' }), /names\.tsv:2: expected a cell in the column 'surface'/u],
    ['an article that is not there', table({ id: '7', wrong: 'x' }), /names\.tsv:2: expected the id of an article .* got '7'/u],
    ['another encoding', Buffer.from(table({ surface: 'Mäitner', wrong: 'x' }), 'latin1'), /names\.tsv:2: is not UTF-8/u],
  ])('%s', async (_, content, message) => {
    const given = await project(content, { judgement: 'wrong', canonical: 'Otto Hahn', surface: 'Hann' })
    const before = await readFile(given.log, 'utf8')
    await expect(obey(given)).rejects.toThrow(message)
    expect(await readFile(given.log, 'utf8')).toBe(before)
  })
})

test('a torn last line of the log is told of, and healed by the next judgement', async () => {
  const given = await project(table({ wrong: 'x' }))
  await mkdir(dirname(given.log))
  await writeFile(given.log, '{"judgement":"wr')
  const notices: string[] = []
  await obeyMarks({ glossary: [dirname(given.log)], output: join(given.cwd, 'out') }, (message) => notices.push(message))
  expect(notices[0]).toBe(`${given.log}:1: the last line is not whole and says nothing: {"judgement":"wr`)
  expect(records(await readFile(given.log, 'utf8'))).toEqual([{ judgement: 'wrong', ...said, article: 'a1' }])
  expect(await obey(given)).toEqual({ added: [], notices: [] })
})

test('without an earlier run there are no marks, and no log is made', async () => {
  const cwd = await folderOf({ 'glossary/people.csv': 'canonical\nLise Meitner\n' })
  await obeyMarks({ glossary: [join(cwd, 'glossary')], output: join(cwd, 'out') }, () => {})
  await writeFile(join(cwd, 'glossary', 'judgements.jsonl'), '', { flag: 'wx' })
})
