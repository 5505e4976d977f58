import type { Language } from '../../article.ts'
import type { FaultCode, Problem } from '../problem.ts'
import type { PlacedRow } from '../row.ts'

/** What the files themselves do not say. */
export interface ReadOptions {
  /** The language of the first column of a table of pairs. */
  readonly from?: Language | undefined
  /** The language that canonical names are written in. */
  readonly to?: Language | undefined
}

export interface ReadContext extends ReadOptions {
  readonly file: string
  /** Something the file says that an entry cannot hold: a part of speech. */
  readonly skip: (what: string) => void
  readonly fault: (line: number, column: number, code: FaultCode, message: string, remedy: string) => void
}

/** Rows of a file in their order; what is wrong goes to `fault`. @throws FileError when the rest of the file cannot be read */
export type Reader = (context: ReadContext) => AsyncGenerator<PlacedRow>

/** `ReadContext` for a file, its faults added to `faults`. */
export function contextOf(file: string, options: ReadOptions, faults: Problem[], skip: (what: string) => void): ReadContext {
  return {
    ...options,
    file,
    skip,
    fault: (line, column, code, message, remedy) => void faults.push({ file, line, column, severity: 'error', code, message, remedy }),
  }
}

/** Names are nouns: a part of speech that says so, or nothing, need not be kept. */
export function isNoun(partOfSpeech: string): boolean {
  return ['', 'noun', 'properNoun', 'proper noun'].includes(partOfSpeech.trim())
}
