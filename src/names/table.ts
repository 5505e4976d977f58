import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** Cells of a table of models/names, without the line of its column names. Reads the file anew each time: keep what you make of it. */
export function readTable(file: string): string[][] {
  const bytes = readFileSync(new URL(`../../models/names/${file}`, import.meta.url))
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
}
