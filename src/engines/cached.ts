import type { Language } from '../article.ts'
import { EngineError } from '../errors.ts'
import { withPartial } from './partial.ts'
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

/** Asks the translator only for what `store` does not have, once for each text, and keeps what comes back even if not all does. */
export function cached(translator: Translator, store: TranslationStore, source = translator.name): Translator {
  return {
    ...translator,
    translate: async (texts, from, to, signal) => {
      signal.throwIfAborted()
      const unique = [...new Set(texts)]
      const keys = unique.map((text): CacheKey => ({ source, from, to, text }))
      const known = new Map<string, string>()
      const keep = (key: CacheKey, translation: string | undefined): void => {
        if (translation !== undefined) known.set(key.text, translation)
      }
      const stored = await store.get(keys)
      keys.forEach((key, at) => {
        keep(key, stored[at])
      })
      const missing = keys.filter(({ text }) => !known.has(text))
      const learn = async (answers: readonly (string | undefined)[]): Promise<void> => {
        const entries = missing.flatMap((key, at) => (answers[at] === undefined ? [] : [{ key, translation: answers[at] }]))
        for (const { key, translation } of entries) keep(key, translation)
        await store.put(entries)
      }
      if (missing.length > 0) {
        const wanted = missing.map(({ text }) => text)
        try {
          await learn(await translator.translate(wanted, from, to, signal))
        } catch (thrown) {
          if (!(thrown instanceof EngineError)) throw thrown
          await learn(thrown.partial ?? [])
          throw withPartial(
            thrown,
            texts.map((text) => known.get(text)),
          )
        }
      }
      return texts.map((text) => known.get(text)!)
    },
  }
}
