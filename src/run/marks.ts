/**
 * What a person marked in names.tsv since it was written, as judgements. The column `judged` says what was in force then; `wrong` and
 * `apply` say what is wanted now.
 */
import { stat } from 'node:fs/promises'
import { FileError } from '../errors.ts'
import { recordsOf } from '../glossary/formats/delimited.ts'
import { appendJudgements, type Judgement, Judgements, type NameJudgement, readJudgements } from '../glossary/index.ts'
import { readCell } from '../write/cells.ts'
import { inForce } from '../write/names.ts'

const needed = ['id', 'surface', 'canonical', 'judged', 'wrong', 'apply'] as const
type Column = (typeof needed)[number]
type Row = Readonly<Record<Column, string>>

/**
 * Adds to the log what was marked in `table`, and returns how many judgements that were. A table that is not there has no marks. Marks that
 * the log knows already, as after a kill, add nothing.
 * @throws FileError when the table cannot be understood
 */
export async function collectMarks(table: string, log: string | undefined): Promise<number> {
  const isThere = await stat(table).then(
    () => true,
    () => false,
  )
  if (log === undefined || !isThere) return 0
  const known = new Judgements(await readJudgements(log))
  const changes = new Map<string, readonly NameJudgement[]>()
  for await (const { row, line } of rowsOf(table)) {
    const wanted = wantedBy(row, table, line)
    if (wanted === row.judged) continue
    // Rows of one spelling in one article say the same thing: the one that was changed says it.
    changes.set(`${row.id}\n${row.canonical}\n${row.surface}`, changesOf(row, wanted, known))
  }
  const judgements = new Map([...changes.values()].flat().map((judgement) => [JSON.stringify(judgement), judgement as Judgement]))
  await appendJudgements(log, [...judgements.values()])
  return judgements.size
}

async function* rowsOf(table: string): AsyncGenerator<{ row: Row; line: number }> {
  let places: Record<Column, number> | undefined
  for await (const records of recordsOf(table)) {
    for (const { cells, line } of records) {
      if (places === undefined) {
        places = placesIn(cells, table, line)
        continue
      }
      if (cells.every((cell) => cell === '')) continue
      const found = places
      const row = Object.fromEntries(needed.map((column) => [column, readCell(cells[found[column]] ?? '')])) as Record<Column, string>
      if (row.canonical === '' || row.surface === '')
        throw new FileError(table, line, `expected the columns ${needed.join(', ')} as they were written`)
      yield { row, line }
    }
  }
}

function placesIn(header: readonly string[], table: string, line: number): Record<Column, number> {
  const names = header.map((cell) => cell.trim())
  const places = Object.fromEntries(needed.map((column) => [column, names.indexOf(column)])) as Record<Column, number>
  const missing = needed.filter((column) => places[column] < 0)
  if (missing.length === 0) return places
  throw new FileError(table, line, `expected the columns ${needed.join(', ')}; ${missing.join(', ')} cannot be found`)
}

const yes = new Set(['x', 'yes', 'y', '1', 'true', 'wrong', 'right', 'apply'])
const everywhere = new Set(['all', 'everywhere', 'always', 'never'])

/** What the marks of a row say, in the words of the column `judged`. */
function wantedBy({ wrong, apply }: Row, table: string, line: number): string {
  const isEverywhere = (column: 'wrong' | 'apply', cell: string): boolean => {
    const mark = cell.trim().toLowerCase()
    if (yes.has(mark)) return false
    if (everywhere.has(mark)) return true
    throw new FileError(table, line, `expected x (in this article), all (everywhere) or nothing in the column '${column}', got '${cell}'`)
  }
  const isMarked = (cell: string): boolean => cell.trim() !== ''
  if (isMarked(wrong) && isMarked(apply)) throw new FileError(table, line, "expected a mark in 'wrong' or in 'apply', got both")
  if (isMarked(wrong)) return inForce({ verdict: 'wrong', everywhere: isEverywhere('wrong', wrong) })
  if (isMarked(apply)) return inForce({ verdict: 'right', everywhere: isEverywhere('apply', apply) })
  return ''
}

/** The judgements that turn what was in force into what is wanted. */
function changesOf({ id, canonical, surface, judged }: Row, wanted: string, known: Judgements): NameJudgement[] {
  const now = known.ofMention(canonical, surface, id)
  if ((now === undefined ? '' : inForce(now)) === wanted) return []
  const [verdict = '', where] = wanted.split(' ')
  const [, whereBefore] = judged.split(' ')
  const changes: NameJudgement[] = []
  if (judged !== '' && (wanted === '' || where !== whereBefore)) {
    changes.push({ judgement: 'open', canonical, surface, ...(whereBefore === undefined && { article: id }) })
  }
  if (verdict === 'wrong' || verdict === 'right') {
    changes.push({ judgement: verdict, canonical, surface, ...(where === undefined && { article: id }) })
  }
  return changes
}
