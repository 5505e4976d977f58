import { type CsvError, parse } from 'csv-parse/sync'
import type { Language } from '../article.ts'
import { parseLanguage } from '../language.ts'
import { type Entry, kinds, splitPersonName } from './entry.ts'

/** Where something in a glossary file is wrong, and what was expected. */
export interface Fault {
  readonly file: string
  /** 1-based; 0 when the whole file is meant. */
  readonly line: number
  /** 1-based column of the table; 0 when the whole line is meant. */
  readonly column: number
  readonly message: string
}

const fields = ['canonical', 'kind', 'given', 'family', 'variants', 'not', 'note'] as const
type Field = (typeof fields)[number]

/** What a column of a file holds. */
type Column = { readonly field: Field } | { readonly language: Language }

/** A row that is right by itself. */
export type Row = Omit<Entry, 'id'>

/** The rows of one file; what is wrong goes to `faults`. */
export function parseGlossary(bytes: Uint8Array, file: string, faults: Fault[]): Row[] {
  const text = decode(bytes, file, faults)
  if (text === undefined) return []
  const rows: Row[] = []
  let columns: readonly (Column | undefined)[] | undefined
  let line = 1
  try {
    parse(text, {
      bom: true,
      relax_column_count: true,
      raw: true,
      on_record: (parsed) => {
        const { record, raw } = parsed as unknown as { record: string[]; raw: string }
        // csv-parse counts the two characters of a Windows line end in a cell as two lines.
        const start = line
        line += raw.match(/\r\n|\n|\r/gu)?.length ?? 0
        if (record.every((cell) => cell.trim() === '')) return null
        const cells = record.map((cell) => cell.trim().normalize('NFC'))
        if (columns === undefined) columns = readHeader(cells, file, start, faults)
        else {
          const row = readRow(cells, columns, file, start, faults)
          if (row !== undefined) rows.push(row)
        }
        return null
      },
    })
  } catch (thrown) {
    const { lines = 0, message } = thrown as CsvError & { lines?: number }
    faults.push({ file, line: lines, column: 0, message: `expected CSV (RFC 4180): ${message}` })
    return rows
  }
  if (columns === undefined)
    faults.push({ file, line: 0, column: 0, message: "the file is empty; expected a header with the column 'canonical'" })
  return rows
}

function decode(bytes: Uint8Array, file: string, faults: Fault[]): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    faults.push({
      file,
      line: lineOfInvalidByte(bytes),
      column: 0,
      message: 'expected UTF-8, got bytes that are none; save the file as UTF-8',
    })
    return undefined
  }
}

/** 1-based line of the first bytes that are not UTF-8. A line break never is part of a longer sequence. */
function lineOfInvalidByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const feed = bytes.indexOf(10, start)
    const end = feed < 0 ? bytes.length : feed + 1
    try {
      decoder.decode(bytes.subarray(start, end))
    } catch {
      return line
    }
    start = end
  }
  return line
}

function readHeader(cells: readonly string[], file: string, line: number, faults: Fault[]): (Column | undefined)[] {
  const seen = new Set<string>()
  const columns = cells.map((name, at): Column | undefined => {
    const field = fields.find((known) => known === name)
    const language = field === undefined ? parseLanguage(name) : undefined
    const twice = seen.has(name)
    seen.add(name)
    if (twice) faults.push({ file, line, column: at + 1, message: `the column '${name}' is there twice` })
    else if (field !== undefined) return { field }
    else if (language !== undefined) return { language }
    else faults.push({ file, line, column: at + 1, message: `expected a BCP 47 tag, got '${name}' (other columns: ${fields.join(', ')})` })
    return undefined
  })
  if (!seen.has('canonical')) faults.push({ file, line, column: 0, message: "expected a column 'canonical'" })
  return columns
}

function readRow(
  cells: readonly string[],
  columns: readonly (Column | undefined)[],
  file: string,
  line: number,
  faults: Fault[],
): Row | undefined {
  const before = faults.length
  const fault = (column: number, message: string) => void faults.push({ file, line, column, message })
  const value: Record<Field, string> = { canonical: '', kind: '', given: '', family: '', variants: '', not: '', note: '' }
  const forms: Record<Language, string> = {}
  const columnOf = (field: Field) => columns.findIndex((column) => column !== undefined && 'field' in column && column.field === field) + 1
  for (const [at, cell] of cells.entries()) {
    const column = columns[at]
    if (at >= columns.length && cell !== '') fault(at + 1, `expected ${columns.length} columns as in the header, got '${cell}' beyond them`)
    if (column === undefined || cell === '') continue
    if ('field' in column) value[column.field] = cell
    else forms[column.language] = cell
  }
  if (columnOf('canonical') > 0 && !/\p{L}/u.test(value.canonical))
    fault(columnOf('canonical'), `expected a name, got '${value.canonical}'`)
  const kind = value.kind === '' ? 'term' : kinds.find((known) => known === value.kind)
  if (kind === undefined) fault(columnOf('kind'), `expected ${kinds.join(', ')} or nothing, got '${value.kind}'`)
  for (const field of ['given', 'family'] as const) {
    if (value[field] === '') continue
    if (kind !== undefined && kind !== 'person')
      fault(columnOf(field), `expected nothing: only a person has a ${field} name, and this is a ${kind}`)
    else if (!value.canonical.includes(value[field]))
      fault(columnOf(field), `expected a piece of '${value.canonical}', got '${value[field]}'`)
  }
  if (faults.length > before || kind === undefined) return undefined
  return {
    canonical: value.canonical,
    kind,
    ...(kind === 'person' ? personName(value.canonical, value.given, value.family) : { given: '', family: '' }),
    variants: list(value.variants),
    not: list(value.not),
    note: value.note,
    forms,
    origin: { file, line },
  }
}

/** What the columns say of a person's name; what they leave out is read from the rest of it. */
function personName(canonical: string, given: string, family: string): { given: string; family: string } {
  if (given !== '' && family !== '') return { given, family }
  if (family !== '') return { given: splitPersonName(`${canonical.replace(family, ' ')} ${family}`).given, family }
  if (given !== '') return { given, family: canonical.replace(given, ' ').replaceAll(',', ' ').trim().replace(/\s+/gu, ' ') || canonical }
  return splitPersonName(canonical)
}

function list(cell: string): string[] {
  return [...new Set(cell.split('|').map((item) => item.trim()))].filter((item) => item !== '')
}
