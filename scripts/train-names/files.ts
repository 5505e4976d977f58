import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'

/** names-train of the data folder. */
export function trainingFolder(): string {
  const data = process.env.SYNOPTIC_DATA
  if (data === undefined) throw new Error('SYNOPTIC_DATA must name the data folder')
  return join(data, 'names-train')
}

/** Cells of a table, gzipped or not, without the line of its column names. */
export function rowsOf(path: string): string[][] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
}

/** Writes a table of models/names; gzipped where its name says so, which gives the same bytes for the same lines. */
export function writeTable(file: string, columns: readonly string[], lines: readonly string[]): void {
  const bytes = Buffer.from(`${[columns.join('\t'), ...lines].join('\n')}\n`)
  const path = join(import.meta.dirname, '../../models/names', file)
  writeFileSync(path, file.endsWith('.gz') ? gzipSync(bytes, { level: 9 }) : bytes)
}
