import { readFileSync } from 'node:fs'

/** Cells of a table of models/wikitext, without the line of its column names. */
export function readTable(file: string): string[][] {
  const text = readFileSync(new URL(`../../../../models/wikitext/${file}`, import.meta.url), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
}
