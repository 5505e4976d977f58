import type { Language } from '../article.ts'
import { EngineError, UsageError } from '../errors.ts'
import { parseLanguage } from '../language.ts'
import { nearestPair } from './tags.ts'
import type { LanguagePair } from './translator.ts'

/** For engines that cannot be asked which pairs they serve. */
export interface PairList {
  /** Such as 'de-en'. @defaultValue any */
  readonly pairs?: readonly string[] | undefined
}

/** 'de-en', 'en-zh-Hans': undefined when that is no pair of languages. */
export function parsePair(text: string): LanguagePair | undefined {
  const parts = text.split('-')
  for (let at = 1; at < parts.length; at += 1) {
    const [first, second] = [parts.slice(0, at).join('-'), parts.slice(at).join('-')]
    const [from, to] = [parseLanguage(first), parseLanguage(second)]
    // 'en-zh-Hans' is no 'en-zh' into 'Hans', nor 'pt-BR-en' Portuguese into Breton: scripts and regions begin with a capital.
    if (from !== undefined && to !== undefined && !/^[A-Z]/u.test(second)) return { from, to }
  }
  return undefined
}

/** @param who for messages. @throws UsageError when one of them is no pair */
export function listedPairs(
  names: readonly string[] | undefined,
  who: string,
): {
  readonly pairs: readonly LanguagePair[]
  /** @throws EngineError 'unsupported-pair' when there is a list, and it lacks this one */
  readonly check: (from: Language, to: Language) => void
} {
  const pairs = (names ?? []).map((name) => {
    const pair = parsePair(name)
    if (pair === undefined) throw new UsageError(`pairs: expected a pair of languages such as de-en, got '${name}'`)
    return pair
  })
  return {
    pairs,
    check: (from, to) => {
      if (names !== undefined && nearestPair(pairs, from, to) === undefined)
        throw new EngineError('unsupported-pair', `${who} does not translate from ${from} to ${to}`)
    },
  }
}
