/**
 * Every error and warning code, in one place. A message says what was wrong, where, what was expected, and what to do.
 */
import type { Answer, Origin } from './article.ts'

/** What can go wrong with one article. It is rejected with this code; the run goes on. */
export type RejectCode =
  | 'empty' // no text at all, or none left after cleaning
  | 'binary' // not text
  | 'invalid-utf8'
  | 'too-large'
  | 'malformed' // a record that its format's own rules forbid
  | 'unsupported' // a kind of file no reader knows, or whose tool is missing
  | 'unreadable' // the file could not be opened or read
  | 'duplicate' // the text of an article before it; dropped on request
  | 'other-language' // not one of those asked for
  | 'too-short' // shorter than asked for
  | 'stage-failed' // a stage threw something it had not foreseen

/** What is worth a look but stops nothing. */
export type WarningCode =
  | 'engine-unavailable' // nobody could translate: the translation is pending
  | 'engine-passed' // an engine that comes first did not translate, another did
  | 'segment-failed' // the engine refused a segment
  | 'translation-check' // the translation looks wrong
  | 'language-mismatch' // the input says one language, the text another
  | 'version-unusable' // a translation given beside the article could not be read: it is translated anew
  | 'duplicate-id'
  | 'duplicate-text' // the text of an article before it
  | 'name-ambiguous'
  | 'judgement-unmet' // what a person said is of a sentence that is no longer there, or of nothing that can be changed
  | 'text-cut' // what was read breaks off before its end
  | 'text-replaced' // a character that may not stand in a text was dropped or replaced

/** One article cannot go on. Thrown by readers and stages, caught by Pipeline.run and the reader's loop alone. */
export class RejectError extends Error {
  override readonly name = 'RejectError'
  constructor(
    readonly code: RejectCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** The run cannot start or go on: wrong usage, configuration, glossary, or an output that cannot be written. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** A file of ours (glossary, memory, configuration) is wrong. `message` starts with file:line:column, as editors read it. */
export class FileError extends UsageError {
  constructor(
    readonly file: string,
    /** 1-based; 0 when the whole file is meant. */
    readonly line: number,
    /** What is wrong there: the message without the place. */
    readonly reason: string,
    /** 1-based column (of a table) or character; 0 when the whole line is meant. */
    readonly column = 0,
    options?: ErrorOptions,
  ) {
    super(`${file}${line > 0 ? `:${line}` : ''}${line > 0 && column > 0 ? `:${column}` : ''}: ${reason}`, options)
  }
}

/** Why an engine gave no translation. */
export type EngineCode =
  | 'not-set-up' // there is no engine to ask
  | 'unreachable' // no connection, time-out, 5xx that outlasted the retries
  | 'redirected' // it answers elsewhere: followed, a key would go to a host nobody named
  | 'untrusted' // its certificate is not signed by anybody we trust
  | 'unauthorized' // key missing or wrong
  | 'banned' // refused after too many rate-limit violations
  | 'rate-limited' // 429 that outlasted the retries
  | 'unsupported-pair'
  | 'refused-text' // this text and no other: too long, or the engine fails on it
  | 'bad-answer' // the answer is not what the contract says

export interface EngineErrorOptions extends ErrorOptions {
  readonly status?: number | undefined
  readonly partial?: readonly (Answer | undefined)[] | undefined
  readonly retryAfterMs?: number | undefined
  readonly remedy?: string | undefined
}

/** An engine gave no translation, or not of every text. */
export class EngineError extends Error {
  override readonly name = 'EngineError'
  /** HTTP status, when there was an answer. */
  readonly status: number | undefined
  /** What did come back, in the order of the texts asked for; undefined where nothing did. */
  readonly partial: readonly (Answer | undefined)[] | undefined
  /** How long the server asks to be left alone, in milliseconds, when it says so. */
  readonly retryAfterMs: number | undefined
  /** What to do about it, as a phrase for people: each engine knows its own. */
  readonly remedy: string | undefined
  constructor(
    readonly code: EngineCode,
    message: string,
    options: EngineErrorOptions = {},
  ) {
    super(message, options)
    this.status = options.status
    this.partial = options.partial
    this.retryAfterMs = options.retryAfterMs
    this.remedy = options.remedy
  }
}

/** What is wrong, and what to do about it where that is known. */
export function withRemedy({ message, remedy }: Pick<EngineError, 'message' | 'remedy'>): string {
  return remedy === undefined ? message : `${message}; ${remedy}`
}

/** `dump.jsonl:7` */
export function place(origin: Origin): string {
  return `${origin.file}:${origin.line}`
}

/** The message of whatever was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}
