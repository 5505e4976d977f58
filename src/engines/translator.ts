import type { Answer, Language } from '../article.ts'

export type { Answer } from '../article.ts'

/** A direction of translation. */
export interface LanguagePair {
  readonly from: Language
  readonly to: Language
}

/** What stands around a text in its article; read, not translated. */
export interface TextContext {
  readonly before?: string
  readonly after?: string
}

/** How a name or term of the source is to be written in the translation. */
export interface Term {
  readonly source: string
  readonly target: string
}

/** What may be said of a text besides what it says. */
export interface Hints {
  readonly context?: TextContext
  readonly terms?: readonly Term[]
  /** How readers are addressed. */
  readonly formality?: 'formal' | 'informal'
}

/** How a call is to be answered. An engine uses of it what it can: `Translator.reads` says what that is. */
export interface TranslateOptions extends Omit<Hints, 'context'> {
  readonly signal: AbortSignal
  /** At the index of its text. */
  readonly context?: readonly TextContext[]
}

/**
 * Whatever translates. Wrappers (retry, batching, concurrency, cache, name protection) are Translators around a Translator.
 */
export interface Translator {
  /** Name as written into the corpus. */
  readonly name: string
  /** What its answers depend on besides the text and the pair. @defaultValue nothing */
  readonly reads?: readonly (keyof Hints)[]
  /**
   * Tells its answers for a pair from those of other models or versions: what a cache keeps them under. @defaultValue its name
   * @throws EngineError when that cannot be told now.
   */
  readonly edition?: (from: Language, to: Language) => Promise<string>
  /**
   * The pairs that can be served now.
   * @throws EngineError when that cannot be told.
   */
  readonly languages: (signal: AbortSignal) => Promise<readonly LanguagePair[]>
  /**
   * `result.length === texts.length`, in the same order. `texts` may hold '' and may be empty.
   * @throws EngineError; its `partial` holds what did come back when only some texts failed.
   * @throws the signal's reason, when it is aborted.
   */
  readonly translate: (texts: readonly string[], from: Language, to: Language, options: TranslateOptions) => Promise<readonly Answer[]>
}

/** Texts as the answers of an engine that says nothing more of them. */
export function answersOf(engine: string, texts: readonly string[]): readonly Answer[] {
  return texts.map((text) => ({ text, engine }))
}
