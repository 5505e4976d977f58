import type { Language } from '../article.ts'
import { EngineError } from '../errors.ts'
import { hintsAt, optionsOf } from './hints.ts'
import { join } from './partial.ts'
import type { Answer, Hints, Translator } from './translator.ts'

/** What a translation is kept under. */
export interface CacheKey {
  /** The engine's edition: its name, or that of its model too. */
  readonly source: string
  readonly from: Language
  readonly to: Language
  readonly text: string
  /** What the engine reads besides. */
  readonly hints?: Hints
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
export function cached(translator: Translator, store: TranslationStore): Translator {
  /** By key: what is being asked for. */
  const underWay = new Map<string, Promise<Answer>>()

  const ask = async (key: CacheKey, signal: AbortSignal): Promise<Answer> => {
    const name = JSON.stringify([key.from, key.to, key.text, key.hints])
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
    const own = translator.translate([key.text], key.from, key.to, optionsOf([key.hints], signal)).then(async ([answer]) => {
      await store.put([{ key, translation: answer!.text }]).catch(() => {})
      return answer!
    })
    underWay.set(name, own)
    try {
      return await own
    } finally {
      underWay.delete(name)
    }
  }

  const answerOf = (text: string | undefined): Answer | undefined => (text === undefined ? undefined : { text, engine: translator.name })

  return {
    ...translator,
    translate: async (texts, from, to, options) => {
      const { signal } = options
      signal.throwIfAborted()
      const source = (await translator.edition?.(from, to)) ?? translator.name
      const all = texts.map((text, at): CacheKey => {
        const hints = hintsAt(translator, text, at, options)
        return { source, from, to, text, ...(hints !== undefined && { hints }) }
      })
      const names = all.map((key) => JSON.stringify(key))
      const unique = new Map(names.map((name, at) => [name, all[at]!]))
      const keys = [...unique.values()]
      const stored = await store.get(keys).catch(() => [])
      const outcomes = await Promise.allSettled(keys.map((key, at) => answerOf(stored[at]) ?? ask(key, signal)))
      signal.throwIfAborted()
      const byName = new Map([...unique.keys()].map((name, at) => [name, outcomes[at]!] as const))
      return join(
        texts.map((text) => [text]),
        names.map((name) => {
          const outcome = byName.get(name)!
          return outcome.status === 'fulfilled' ? { status: 'fulfilled', value: [outcome.value] } : outcome
        }),
      )
    },
  }
}
