/** Proposals as a table for people: they write `accept` or `refuse` in its first column, and may change any other cell. */
import type { Kind } from '../article.ts'
import { FileError } from '../errors.ts'
import { joinList, markFormula, splitList, unmarkFormula } from '../files/cells.ts'
import { recordsOf } from '../files/delimited.ts'
import { kinds } from '../glossary/index.ts'
import type { ProposalJudgement } from '../glossary/judgement.ts'
import type { Proposal } from './attested.ts'

const columns = ['judgement', 'canonical', 'kind', 'given', 'family', 'variants', 'note'] as const
type Column = (typeof columns)[number]
type Row = Readonly<Record<Column, string>>

/** The lines of the table, without line ends: RFC 4180, with cells that a spreadsheet would evaluate marked. */
export function formatProposals(proposals: readonly Proposal[]): string[] {
  const rows = proposals.map(rowOf).map((row) => columns.map((column) => formatCell(row[column])).join(','))
  return [columns.join(','), ...rows]
}

/** Spellings told of in a note. */
const MOST_TOLD = 12

function rowOf({ entry, known, count, documents, languages, spellings, variants, contexts }: Proposal): Row {
  const counts = `${count} in ${documents} ${documents === 1 ? 'document' : 'documents'}`
  const spoken = languages.map(([language, times]) => `${language} ${times}`).join(', ')
  const told = spellings.slice(0, MOST_TOLD).map(({ surface, count, confidence }) => `${surface} ${count} (${confidence.toFixed(2)})`)
  const more = spellings.length > MOST_TOLD ? [`${spellings.length - MOST_TOLD} more`] : []
  const note = [...(known ? ['an entry already: new variants'] : []), `${counts} (${spoken})`, [...told, ...more].join(', '), ...contexts]
  return {
    judgement: '',
    canonical: entry.canonical,
    kind: entry.kind,
    given: entry.given,
    family: entry.family,
    variants: joinList(variants),
    note: note.join('; '),
  }
}

function formatCell(text: string): string {
  const marked = markFormula(text)
  return /[",;\t\r\n]/.test(marked) ? `"${marked.replaceAll('"', '""')}"` : marked
}

const accept = new Set(['accept', 'accepted', 'yes', 'y', 'x', '1', 'true'])
const refuse = new Set(['refuse', 'refused', 'reject', 'rejected', 'no', 'n', '0', 'false'])

/** The judgements in a table of proposals; rows without one are left out. @throws FileError when it cannot be understood */
export async function readProposals(file: string): Promise<ProposalJudgement[]> {
  const judgements: ProposalJudgement[] = []
  for await (const { row, line, column } of rowsOf(file)) {
    const judgement = judgementOf(row, file, line, column)
    if (judgement !== undefined) judgements.push(judgement)
  }
  return judgements
}

/** A proposal that waits to be judged, as its acceptance would have it, and what the table notes beside it, piece by piece. */
export interface OpenProposal {
  readonly proposal: Omit<ProposalJudgement, 'judgement'>
  readonly notes: readonly string[]
}

/** The rows of a table of proposals that nobody has judged in it. @throws FileError when it cannot be understood */
export async function readOpenProposals(file: string): Promise<OpenProposal[]> {
  const open: OpenProposal[] = []
  for await (const { row, line, column } of rowsOf(file)) {
    if (row.judgement !== '') continue
    const { judgement: _, ...proposal } = judgementOf({ ...row, judgement: 'accept' }, file, line, column)!
    open.push({ proposal, notes: row.note.split('; ').filter((note) => note !== '') })
  }
  return open
}

/** @yields each row that is not empty, and the column in which its judgement stands, from 1 */
async function* rowsOf(file: string): AsyncGenerator<{ row: Row; line: number; column: number }> {
  let places: ReadonlyMap<string, number> | undefined
  for await (const records of recordsOf(file)) {
    for (const { cells, line } of records) {
      if (cells.every((cell) => cell.trim() === '')) continue
      if (places === undefined) {
        places = placesIn(cells, file, line)
        continue
      }
      const found = places
      const row = Object.fromEntries(columns.map((column) => [column, cellAt(cells, found.get(column))])) as Row
      yield { row, line, column: (found.get('judgement') ?? 0) + 1 }
    }
  }
}

function placesIn(header: readonly string[], file: string, line: number): ReadonlyMap<string, number> {
  const places = new Map(header.map((cell, at) => [cell.trim().toLowerCase(), at]))
  const missing = ['judgement', 'canonical'].filter((column) => !places.has(column))
  if (missing.length === 0) return places
  throw new FileError(file, line, `expected the columns ${columns.join(', ')}; ${missing.join(' and ')} cannot be found`)
}

function cellAt(cells: readonly string[], at: number | undefined): string {
  return at === undefined ? '' : unmarkFormula(cells[at] ?? '').trim()
}

function judgementOf(row: Row, file: string, line: number, column: number): ProposalJudgement | undefined {
  const word = row.judgement.toLowerCase()
  if (word === '') return undefined
  if (!accept.has(word) && !refuse.has(word))
    throw new FileError(file, line, `expected accept, refuse or nothing, got '${row.judgement}'`, column)
  if (row.canonical === '') throw new FileError(file, line, 'expected a canonical name', columns.indexOf('canonical') + 1)
  const kind = kinds.find((known) => known === (row.kind || 'term'))
  if (kind === undefined) throw new FileError(file, line, `expected ${kinds.join(', ')} as kind, got '${row.kind}'`)
  return {
    judgement: accept.has(word) ? 'accepted' : 'refused',
    canonical: row.canonical,
    kind,
    ...partsOf(row, kind),
    variants: splitList(row.variants).flatMap((variant) => variant.trim() || []),
  }
}

function partsOf({ given, family }: Row, kind: Kind): { given?: string; family?: string } {
  return kind === 'person' ? { ...(given !== '' && { given }), ...(family !== '' && { family }) } : {}
}
