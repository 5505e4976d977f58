import { FileError } from '../errors.ts'

/** What can be wrong with a glossary file: it is not read until this is mended. */
export type FaultCode =
  | 'unreadable' // no such file, not UTF-8, a quote that never ends, broken XML
  | 'header' // the columns cannot be told
  | 'column' // a column or field nobody knows, or one that is there twice
  | 'no-name' // a canonical name without a letter
  | 'kind'
  | 'not-a-part' // a given or family name that is no part of the canonical name, or of something that is no person
  | 'language' // no BCP 47 tag where one must be
  | 'contradiction' // two rows of one name say different things

/** What can be doubtful about a name: it is read, and likely to go wrong. */
export type DoubtCode =
  | 'duplicate' // a row that is there already, a spelling that is listed twice
  | 'shared-spelling' // a spelling of two entries
  | 'one-letter-apart' // two entries that a slip turns into each other
  | 'common-word' // a name that is a word
  | 'refused-own' // `not` lists a spelling of the entry itself
  | 'mixed-script' // letters of two scripts in one word
  | 'invisible' // a character nobody sees
  | 'too-short' // a spelling of one letter, or of none
  | 'wrong-column' // a form in a script its language is not written in

/** Something in a glossary file that a person must look at. */
export interface Problem {
  readonly file: string
  /** 1-based; 0 when the whole file is meant. */
  readonly line: number
  /** 1-based: of the table, or of the line's characters where there is no table; 0 when the whole line is meant. */
  readonly column: number
  readonly severity: 'error' | 'warning'
  readonly code: FaultCode | DoubtCode
  /** What is so, and what was expected. */
  readonly message: string
  /** What to do about it. */
  readonly remedy: string
}

/** 'people.csv:4:2: kind: expected …; write …' */
export function formatProblem(problem: Problem): string {
  return asError(problem, `${problem.code}: `).message
}

/** How many faults one message lists. */
const MOST_FAULTS = 20

/** One error for all faults of all files. */
export function faultsError(faults: readonly [Problem, ...Problem[]]): FileError {
  const [first, ...rest] = faults
  const lines = rest.slice(0, MOST_FAULTS - 1).map((fault) => asError(fault).message)
  if (faults.length > MOST_FAULTS) lines.push(`and ${faults.length - MOST_FAULTS} more: synoptic glossary check lists them`)
  const { file, line, message, remedy, column } = first
  return new FileError(file, line, [`${message}; ${remedy}`, ...lines].join('\n'), column)
}

function asError({ file, line, column, message, remedy }: Problem, prefix = ''): FileError {
  return new FileError(file, line, `${prefix}${message}; ${remedy}`, column)
}
