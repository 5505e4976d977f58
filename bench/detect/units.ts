import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Lines of text by language tag. */
export type TestSet = ReadonlyMap<string, readonly string[]>

/** Reads `<tag>.txt`, a sentence a line; every `step`th line. */
export function readSet(folder: string, step = 1): TestSet {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))
  return new Map(
    files.sort().map((name) => {
      const lines = readFileSync(join(folder, name), 'utf8').normalize('NFC').split('\n')
      return [name.slice(0, -'.txt'.length), lines.filter((line, index) => line !== '' && index % step === 0)]
    }),
  )
}

/** What is asked about: how each unit is cut from the lines of a language. */
export const units: Readonly<Record<string, (lines: readonly string[]) => string[]>> = {
  '5 sentences': (lines) =>
    Array.from({ length: Math.floor(lines.length / 5) }, (_, index) => lines.slice(5 * index, 5 * index + 5).join(' ')),
  sentence: (lines) => [...lines],
  '40 characters': (lines) => lines.map((line) => line.slice(0, 40)),
  '5 words': (lines) => lines.map((line) => line.split(' ').slice(0, 5).join(' ')),
  '2 words': (lines) => lines.map((line) => line.split(' ').slice(0, 2).join(' ')),
}
