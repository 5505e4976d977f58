/** How likely it is that a spelling was taken for the wrong name, for people to begin where a mistake is likeliest. */

import { baseLanguage } from '../../language.ts'
import { oneLetterApart } from '../../names/compare/apart.ts'
import { plain, squeeze } from '../../names/compare/spelling.ts'
import { isWord } from '../../names/words/lexicon.ts'
import type { Counted, Spellings } from './spellings.ts'

/** 0..1, and why in short sentences, the gravest first. */
export interface Risk {
  readonly risk: number
  readonly why: readonly string[]
}

/**
 * By how much each circumstance lessens the chance that all is right, as causes each of which may suffice (noisy-or, Pearl 1988). Set by hand, not
 * measured: they order the queue, so that a greater one moves its cards up, and leave out none.
 */
const weight = { word: 0.5, short: 0.3, case: 0.3, alike: 0.3, lone: 0.2 }

/** Letters of an alphabet; fewer are shared by many words. A Han character is a word. */
const SHORT = 3
/** Names of fewer letters are one letter apart by nature, as the check of glossaries has it. */
const SHORTEST_COMPARED = 4

/** @param other another name that is spelt nearly so */
export function riskOf(spelling: Counted, other: string | undefined): Risk {
  if (spelling.judged !== undefined) return { risk: 0, why: [] }
  const reasons: { readonly weight: number; readonly why: string }[] = []
  const { surface, replacement, canonical, language, mentions, lone, least } = spelling
  if (isOrdinary(spelling)) reasons.push({ weight: weight.word, why: `‘${surface}’ is a word of the language too (${language})` })
  if (isShort(surface)) reasons.push({ weight: weight.short, why: `‘${surface}’ is short` })
  if (isLower(surface) && !isLower(replacement)) reasons.push({ weight: weight.case, why: `‘${surface}’ is written small` })
  if (other !== undefined) reasons.push({ weight: weight.alike, why: `‘${surface}’ is one letter from ${other}, a name too` })
  if (lone > 0)
    reasons.push({
      weight: (weight.lone * lone) / mentions,
      why: `${lone === mentions ? 'no article names' : `${lone} of ${mentions} stand where nothing names`} ${canonical} in full`,
    })
  reasons.push({ weight: 1 - least, why: `${Math.round(100 * least)} % sure at the least` })
  const right = reasons.reduce((rest, reason) => rest * (1 - reason.weight), 1)
  const byWeight = reasons.filter((reason) => reason.weight > 0.01).toSorted((a, b) => b.weight - a.weight)
  return { risk: Number((1 - right).toFixed(4)), why: byWeight.map(({ why }) => why) }
}

function isOrdinary({ surface, kind, canonical, language }: Counted): boolean {
  // Terms in lower case are meant to be words.
  if (kind === 'term' && isLower(canonical)) return false
  if (/[\s'’·・-]/u.test(surface)) return false
  return isWord(surface, baseLanguage(language))
}

function isShort(surface: string): boolean {
  const letters = surface.match(/\p{L}/gu) ?? []
  return letters.length <= SHORT && !/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(surface)
}

/** Whether it has letters of two cases, and only small ones. */
function isLower(text: string): boolean {
  return text === text.toLowerCase() && text !== text.toUpperCase()
}

/** How a name is looked for: letters and digits, romanized, small, without marks. */
export function folded(text: string): string {
  return plain(squeeze(text))
}

/** For each spelling, by its number, another entry's name that is at most one letter from it. @param names besides those that are mentioned */
export function lookAlikes(spellings: Spellings, names: readonly string[] = []): ReadonlyMap<number, string> {
  const all = Array.from({ length: spellings.size }, (_, number) => spellings.known(number))
  const canonicals = [...new Set([...all.map(({ canonical }) => canonical), ...names])]
  const keyOf = (text: string): string => {
    const key = folded(text)
    return key.length < SHORTEST_COMPARED ? '' : key
  }
  const alike = new Map<number, string>()
  for (const [at, others] of oneLetterApart([...canonicals.map(keyOf), ...all.map(({ surface }) => keyOf(surface))])) {
    const number = at - canonicals.length
    if (number < 0) continue
    const other = others.find((each) => each < canonicals.length && canonicals[each] !== all[number]!.canonical)
    if (other !== undefined) alike.set(number, canonicals[other]!)
  }
  return alike
}
