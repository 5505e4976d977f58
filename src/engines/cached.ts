import type { Language } from '../article.ts'
import { EngineError } from '../errors.ts'
import { join } from './partial.ts'
import type { Translator } from './translator.ts'

/** What a translation is kept under. */
export interface CacheKey {
  /** The engine, and where it answers: another server may have other models. */
  readonly source: string
  readonly from: Language
  readonly to: Language
  readonly text: string
}

/** Keeps translations from run to run. */
export interface TranslationStore {
  /** In the order of `keys`; undefined where there is none. */
  readonly get: (keys: readonly CacheKey[]) => Promise<readonly (string | undefined)[]>
  readonly put: (entries: readonly { readonly key: CacheKey; readonly translation: string }[]) => Promise<void>
}

/**
 * Asks the translator only for what `store` does not have, once for each text, whoever asks; each answer is kept as soon as it is there.
 * A store that fails is as good as none.
 */
export function cached(translator: Translator, store: TranslationStore, source = translator.name): Translator {
  /** By key: what is being asked for. */
  const underWay = new Map<string, Promise<string>>()

  const ask = async (key: CacheKey, signal: AbortSignal): Promise<string> => {
    const name = JSON.stringify([key.from, key.to, key.text])
    for (;;) {
      const others = underWay.get(name)
      if (others === undefined) break
      try {
        return await others
      } catch (thrown) {
        signal.throwIfAborted()
        // Whoever asked first may have been aborted: that is no answer for the others, who ask again.
        if (thrown instanceof EngineError) throw thrown
      }
    }
    const own = translator.translate([key.text], key.from, key.to, signal).then(async ([translation]) => {
      await store.put([{ key, translation: translation! }]).catch(() => {})
      return translation!
    })
    underWay.set(name, own)
    try {
      return await own
    } finally {
      underWay.delete(name)
    }
  }

  return {
    ...translator,
    translate: async (texts, from, to, signal) => {
      signal.throwIfAborted()
      const unique = [...new Set(texts)]
      const keys = unique.map((text): CacheKey => ({ source, from, to, text }))
      const stored = await store.get(keys).catch(() => [])
      const outcomes = await Promise.allSettled(keys.map((key, at) => stored[at] ?? ask(key, signal)))
      signal.throwIfAborted()
      const byText = new Map(unique.map((text, at) => [text, outcomes[at]!] as const))
      return join(
        texts.map((text) => [text]),
        texts.map((text) => {
          const outcome = byText.get(text)!
          return outcome.status === 'fulfilled' ? { status: 'fulfilled', value: [outcome.value] } : outcome
        }),
      )
    },
  }
}
