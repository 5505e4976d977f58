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

/** A translation, and the run it was made in, by whatever name that has. */
export interface Stored {
  readonly answer: Answer
  readonly run: string
}

/** Keeps translations from run to run. */
export interface TranslationStore {
  /** In the order of `keys`; undefined where there is none. */
  readonly get: (keys: readonly CacheKey[]) => Promise<readonly (Stored | undefined)[]>
  readonly put: (entries: readonly (Stored & { readonly key: CacheKey })[]) => Promise<void>
}

/**
 * Asks the translator only for what `store` does not have, once for each text, whoever asks; each answer is kept as soon as it is there.
 * A store that fails is as good as none. Answers of another run say that they are: a run that was killed and goes on is the same run.
 */
export function cached(translator: Translator, store: TranslationStore, run = ''): Translator {
  const editionOf = editions(translator, store)
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
      // It may only be known now: the server was away before.
      const source = await editionOf(key.from, key.to)
      await store.put([{ key: { ...key, source }, answer: answer!, run }]).catch(() => {})
      return answer!
    })
    underWay.set(name, own)
    try {
      return await own
    } finally {
      underWay.delete(name)
    }
  }

  const answerOf = (stored: Stored | undefined): Answer | undefined =>
    stored === undefined || stored.run === run ? stored?.answer : { ...stored.answer, isStored: true }

  return {
    ...translator,
    translate: async (texts, from, to, options) => {
      const { signal } = options
      signal.throwIfAborted()
      const source = await editionOf(from, to)
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

/** What answers of `translator` for a pair are kept under. While it cannot be told, it is what it was when it last could. */
function editions(translator: Translator, store: TranslationStore): (from: Language, to: Language) => Promise<string> {
  const known = new Map<string, string>()
  return async (from, to) => {
    const key: CacheKey = { source: `edition of ${translator.name}`, from, to, text: '' }
    const now = await translator.edition?.(from, to).catch(() => undefined)
    if (now === undefined) {
      if (translator.edition === undefined) return translator.name
      const [last] = await store.get([key]).catch(() => [])
      return last?.answer.text ?? translator.name
    }
    if (known.get(`${from} ${to}`) !== now) {
      known.set(`${from} ${to}`, now)
      await store.put([{ key, answer: { text: now, engine: translator.name }, run: '' }]).catch(() => {})
    }
    return now
  }
}
