import type { Language } from '../../../article.ts'
import { joinList, markFormula } from '../../../files/cells.ts'
import type { Entry } from '../../entry.ts'
import { type Field, fields, writtenParts } from '../../row.ts'

/** A table with our columns, but for those that would be empty. Cells that a spreadsheet would evaluate are marked. */
export function* writeTable(entries: readonly Entry[], delimiter: ',' | '\t'): Generator<string> {
  const languages = languagesOf(entries)
  const columns = fields.filter((field) => field === 'canonical' || entries.some((entry) => cellOf(entry, field) !== ''))
  yield [...columns, ...languages].join(delimiter)
  for (const entry of entries) {
    const cells = [...columns.map((field) => cellOf(entry, field)), ...languages.map((language) => entry.forms[language] ?? '')]
    yield formatRow(cells.map(markFormula), delimiter)
  }
}

/** Languages that some entry has a form in, sorted. */
export function languagesOf(entries: readonly Entry[]): Language[] {
  const languages = new Set<Language>()
  for (const { forms } of entries) for (const language in forms) languages.add(language)
  return [...languages].sort()
}

function cellOf(entry: Entry, field: Field): string {
  if (field === 'given' || field === 'family') return writtenParts(entry)[field]
  if (field === 'variants' || field === 'not') return joinList(entry[field])
  return field === 'kind' && entry.kind === 'term' ? '' : entry[field]
}

/** RFC 4180, without the line end. */
export function formatRow(cells: readonly string[], delimiter = ','): string {
  return cells.map((cell) => (/["\r\n,;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter)
}
