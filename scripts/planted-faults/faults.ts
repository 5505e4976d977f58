import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Fault {
  readonly name: string
  readonly file: string
  /** Stands once in the file. */
  readonly before: string
  readonly after: string
  /** Files and folders, by spaces. */
  readonly tests: string
}

/** The rows of faults.tsv. */
export function readFaults(): Fault[] {
  return readFileSync(join(import.meta.dirname, 'faults.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line): Fault => {
      const [name = '', file = '', before = '', after = '', tests = ''] = line.split('\t')
      return { name, file, before, after, tests }
    })
}
