/**
 * What a person marked in names.tsv since it was written becomes judgements. The column `judged` says what was in force then, `wrong` and
 * `apply` what is wanted now: rows in which the two agree say nothing, whatever happened to the log meanwhile.
 */
import { opendir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Judged } from '../article.ts'
import type { Config } from '../config.ts'
import { FileError } from '../errors.ts'
import { recordsOf } from '../files/delimited.ts'
import { appendJudgements, Judgements, logOf, type NameJudgement, readJudgements } from '../glossary/index.ts'
import { readCell } from '../write/cells.ts'
import { inForce } from '../write/names.ts'

const columns = ['id', 'surface', 'canonical', 'wrong', 'judged', 'apply'] as const
/** The last two came later: in a table of an earlier version they are both missing. */
const oldColumns = columns.slice(0, 4)
type Column = (typeof columns)[number]
type Row = Readonly<Record<Column, string>> & { readonly line: number }

/**
 * Adds to the log what is marked in the names.tsv of the last run. Marks that the log knows already, as after a kill, add nothing.
 * @throws FileError when the table or the log cannot be understood; then nothing is added
 */
export async function obeyMarks(
  { glossary, output }: Pick<Config, 'glossary' | 'output'>,
  notice: (message: string) => void,
): Promise<void> {
  const path = await logOf(glossary)
  if (path === undefined) return
  const log = await readJudgements(path)
  const table = join(output, 'names.tsv')
  const marks = await readMarks(table, new Judgements(log))
  await checkArticles(marks, join(output, 'text'), table)
  if (log.torn !== undefined) notice(`${path}:${log.torn.line}: the last line is not whole and says nothing: ${log.torn.text}`)
  await appendJudgements(
    path,
    marks.map(({ judgement }) => judgement),
  )
  if (marks.length > 0) notice(`${marks.length} new judgement${marks.length === 1 ? '' : 's'} from ${table} → ${path}`)
}

interface Mark {
  readonly judgement: NameJudgement
  readonly line: number
}

/** New judgements, one about each thing. A table that is not there has none. */
async function readMarks(table: string, known: Judgements): Promise<readonly Mark[]> {
  const marks = new Map<string, Mark>()
  for await (const row of markedRowsOf(table)) {
    const wanted = wantedBy(row, table)
    if ((wanted === undefined ? '' : inForce(wanted)) === row.judged) continue
    for (const judgement of changesOf(row, wanted)) {
      const { article, canonical, surface } = judgement
      const about = JSON.stringify([article, canonical, surface])
      const before = marks.get(about)
      if (before !== undefined && before.judgement.judgement !== judgement.judgement)
        throw new FileError(table, row.line, `expected one answer about '${surface}' as ${canonical}; line ${before.line} says another`)
      if (!known.holds(judgement)) marks.set(about, before ?? { judgement, line: row.line })
    }
  }
  return [...marks.values()]
}

/** The rows in which something is marked, or was. */
async function* markedRowsOf(table: string): AsyncGenerator<Row> {
  const isThere = await stat(table).then(
    () => true,
    () => false,
  )
  if (!isThere) return
  let places: Record<Column, number> | undefined
  for await (const records of recordsOf(table)) {
    for (const { cells, line } of records) {
      if (cells.every((cell) => cell === '')) continue
      if (places === undefined) {
        places = placesIn(cells, table, line)
        continue
      }
      const found = places
      const cell = (column: Column): string => readCell(cells[found[column]] ?? '')
      const marks = { wrong: cell('wrong'), apply: cell('apply'), judged: cell('judged') }
      if (marks.wrong === '' && marks.apply === '' && marks.judged === '') continue
      const name = { id: cell('id'), surface: cell('surface'), canonical: cell('canonical') }
      for (const [column, content] of Object.entries(name))
        if (content === '') throw new FileError(table, line, `expected a cell in the column '${column}', as it was written`)
      yield { ...name, ...marks, line }
    }
  }
}

function placesIn(header: readonly string[], table: string, line: number): Record<Column, number> {
  const names = header.map((cell) => cell.trim())
  const places = Object.fromEntries(columns.map((column) => [column, names.indexOf(column)])) as Record<Column, number>
  const isOld = places.judged < 0 && places.apply < 0
  const missing = (isOld ? oldColumns : columns).filter((column) => places[column] < 0)
  if (missing.length === 0) return places
  throw new FileError(
    table,
    line,
    `expected the columns ${columns.join(', ')}, divided by tabs, in any order; ${missing.join(', ')} cannot be found`,
  )
}

const here = new Set(['x', 'yes', 'y', '1', 'true', 'wrong', 'right', 'apply'])
const everywhere = new Set(['all', 'everywhere', 'always', 'never'])

function wantedBy({ wrong, apply, line }: Row, table: string): Judged | undefined {
  const cells = [
    { verdict: 'wrong', column: 'wrong', mark: wrong.trim().toLowerCase() },
    { verdict: 'right', column: 'apply', mark: apply.trim().toLowerCase() },
  ] as const
  const [marked, other] = cells.filter(({ mark }) => mark !== '')
  if (marked === undefined) return undefined
  if (other !== undefined) throw new FileError(table, line, "expected a mark in 'wrong' or in 'apply', got both")
  const { verdict, column, mark } = marked
  if (here.has(mark) || everywhere.has(mark)) return { verdict, everywhere: everywhere.has(mark) }
  throw new FileError(
    table,
    line,
    `expected x (in this article), all (in every article) or nothing in the column '${column}', got '${mark}'`,
  )
}

/** The judgements that turn what was in force when the row was written into what is wanted. */
function changesOf({ id, canonical, surface, judged }: Row, wanted: Judged | undefined): NameJudgement[] {
  const say = (judgement: NameJudgement['judgement'], everywhere: boolean): NameJudgement =>
    everywhere ? { judgement, canonical, surface } : { judgement, canonical, surface, article: id }
  const [verdict = '', where] = judged.split(' ')
  const wasEverywhere = where !== undefined
  if (wanted === undefined) return [say('open', wasEverywhere)]
  const now = say(wanted.verdict, wanted.everywhere)
  // What is said of an article goes before what is said of all: another verdict for one article is an exception, not the end of the rule.
  const isException = wasEverywhere && !wanted.everywhere && verdict !== wanted.verdict
  return verdict === '' || wanted.everywhere === wasEverywhere || isException ? [now] : [say('open', wasEverywhere), now]
}

/** A spreadsheet makes 7 of an id 007: a mark for an article that is not there would be lost without a word. */
async function checkArticles(marks: readonly Mark[], texts: string, table: string): Promise<void> {
  const lines = new Map<string, number>()
  for (const { judgement, line } of marks) if (judgement.article !== undefined) lines.set(judgement.article, line)
  const folder = lines.size === 0 ? undefined : await opendir(texts, { recursive: true }).catch(() => undefined)
  if (folder === undefined) return
  // text/ holds `<id>.<tag>.txt`, and a tag has no dot.
  for await (const { name } of folder) lines.delete(name.replace(/\.[^.]*\.txt$/, ''))
  for (const [id, line] of lines) throw new FileError(table, line, `expected the id of an article as it was written, got '${id}'`)
}
