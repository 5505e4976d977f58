import type { Entry } from '../../entry.ts'
import { writeDeepl } from './deepl.ts'
import { writeGoogle } from './google.ts'
import { writeJsonl } from './jsonl.ts'
import { Losses } from './losses.ts'
import type { WriteOptions } from './options.ts'
import { writeTable } from './table.ts'
import { writeTbx } from './tbx.ts'

/** The lines of a file. */
type Writer = (entries: readonly Entry[], options: WriteOptions, losses: Losses) => Iterable<string>

const writers = {
  csv: (entries) => writeTable(entries, ','),
  tsv: (entries) => writeTable(entries, '\t'),
  jsonl: (entries) => writeJsonl(entries),
  tbx: writeTbx,
  deepl: writeDeepl,
  google: writeGoogle,
} satisfies Record<string, Writer>

export type WriteFormat = keyof typeof writers
export const writeFormats = Object.keys(writers) as readonly WriteFormat[]

/** Languages that a format must be told. */
export const needs: Readonly<Record<WriteFormat, readonly ('from' | 'to')[]>> = {
  csv: [],
  tsv: [],
  jsonl: [],
  tbx: [],
  deepl: ['from', 'to'],
  google: ['to'],
}

/** The lines of a file of that format, and what it could not hold; `losses` is complete when the lines are read. */
export function writeGlossary(
  entries: readonly Entry[],
  format: WriteFormat,
  options: WriteOptions,
): { lines: Iterable<string>; losses: Losses } {
  const losses = new Losses(format)
  const { from } = options
  const chosen = from === undefined || needs[format].includes('from') ? entries : entries.map((entry) => onlyIn(entry, options))
  return { lines: writers[format](chosen, options, losses), losses }
}

/** The entry without forms that nobody asked for. */
function onlyIn(entry: Entry, { from, to }: WriteOptions): Entry {
  const kept = Object.entries(entry.forms).filter(([language]) => language === from || language === to)
  return { ...entry, forms: Object.fromEntries(kept) }
}
