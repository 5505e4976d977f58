import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FileError, messageOf, place } from '../errors.ts'
import { type Entry, shortHash, slug } from './entry.ts'
import { Glossary } from './glossary.ts'
import { type Fault, parseGlossary, type Row } from './table.ts'

/** How many faults one message lists. */
const MOST_FAULTS = 20

/**
 * Reads the glossary from CSV files and from the `*.csv` of folders. UTF-8 with a header; columns: `canonical` (required), `kind`, `given`,
 * `family`, `variants` and `not` (`|` between), `note`, and a column for each BCP 47 tag. The same canonical name and kind in several rows is
 * one entry with all their variants.
 * @throws FileError with everything that is wrong in all files.
 */
export async function loadGlossary(paths: readonly string[]): Promise<Glossary> {
  const faults: Fault[] = []
  const rows: Row[] = []
  for (const path of paths) for (const file of await csvFiles(path)) rows.push(...parseGlossary(await readFile(file), file, faults))
  const entries = merge(rows, faults)
  if (faults.length > 0) throw fileError(faults)
  return new Glossary(entries)
}

async function csvFiles(path: string): Promise<string[]> {
  let folder: boolean
  try {
    folder = (await stat(path)).isDirectory()
  } catch (cause) {
    throw new FileError(path, 0, `expected a glossary file or folder: ${messageOf(cause)}`, 0, { cause })
  }
  if (!folder) return [path]
  const names = (await readdir(path)).filter((name) => name.endsWith('.csv'))
  // Code units, not the locale: the same order everywhere.
  return names.toSorted((a, b) => (a < b ? -1 : 1)).map((name) => join(path, name))
}

/** One entry for each canonical name and kind. Rows that contradict each other are a fault. */
function merge(rows: readonly Row[], faults: Fault[]): Entry[] {
  const merged = new Map<string, Row>()
  for (const row of rows) {
    const key = `${row.kind}\n${row.canonical}`
    const first = merged.get(key)
    merged.set(key, first === undefined ? row : mergeRows(first, row, faults))
  }
  const holders = new Map<string, number>()
  for (const row of merged.values()) holders.set(slug(row.canonical), (holders.get(slug(row.canonical)) ?? 0) + 1)
  return [...merged.values()].map((row) => {
    const plainId = slug(row.canonical)
    return { id: holders.get(plainId) === 1 ? plainId : `${plainId}-${shortHash(`${row.kind}\n${row.canonical}`)}`, ...row }
  })
}

function mergeRows(first: Row, second: Row, faults: Fault[]): Row {
  const contradiction = contradictionOf(first, second)
  if (contradiction !== undefined) {
    const message = `'${second.canonical}' is in ${place(first.origin)} already, with another ${contradiction}`
    faults.push({ ...second.origin, column: 0, message })
  }
  return {
    ...first,
    variants: [...new Set([...first.variants, ...second.variants])],
    not: [...new Set([...first.not, ...second.not])],
    note: [...new Set([first.note, second.note])].filter((note) => note !== '').join('; '),
    forms: { ...first.forms, ...second.forms },
  }
}

function contradictionOf(first: Row, second: Row): string | undefined {
  if (first.given !== second.given) return `given name ('${first.given}')`
  if (first.family !== second.family) return `family name ('${first.family}')`
  for (const language in second.forms) {
    const form = first.forms[language]
    if (form !== undefined && form !== second.forms[language]) return `form in '${language}' ('${form}')`
  }
  return undefined
}

function fileError(faults: readonly Fault[]): FileError {
  const [first, ...rest] = faults as [Fault, ...Fault[]]
  const lines = rest.slice(0, MOST_FAULTS - 1).map((fault) => new FileError(fault.file, fault.line, fault.message, fault.column).message)
  if (faults.length > MOST_FAULTS) lines.push(`and ${faults.length - MOST_FAULTS} more`)
  return new FileError(first.file, first.line, [first.message, ...lines].join('\n'), first.column)
}
