import type { Language } from '../article.ts'

/** A direction of translation. */
export interface LanguagePair {
  readonly from: Language
  readonly to: Language
}

/**
 * Whatever translates. Wrappers (retry, batching, concurrency, cache, name protection) are Translators around a Translator.
 */
export interface Translator {
  /** Name as written into the corpus. */
  readonly name: string
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
  readonly translate: (texts: readonly string[], from: Language, to: Language, signal: AbortSignal) => Promise<readonly string[]>
}
