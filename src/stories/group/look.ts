/** Every pair of texts worth a look, and what speaks for it. */
import type { Sketch } from '../sketch/index.ts'
import { candidates } from './candidates.ts'
import { type Evidence, LEAST_DICE, type Witness } from './evidence.ts'
import type { Rarity } from './rarity.ts'
import { saysSomething } from './verdict.ts'

/** Candidates of a text in one language, and by marks. */
const MOST_IN_LANGUAGE = 16
const MOST_BY_MARKS = 16

/** Pairs in each language, where they have most in common: those that may be versions, or tell of the same. Most do neither, and are many. */
export function lookByWords(sketches: readonly Sketch[], rarity: Rarity, witness: Witness): Evidence[] {
  /** By a · texts + b. */
  const best = new Map<number, Evidence>()
  for (const language of rarity.languages) {
    const { count, weight } = rarity.words(language)
    const sought = sketches.flatMap((_, text) =>
      witness.viewOf(text, language) === undefined ? [] : [{ text, features: witness.features(text, language) }],
    )
    for (const { a, b } of candidates(sought, { count, weight: (_, feature) => weight(feature), most: MOST_IN_LANGUAGE })) {
      const evidence = witness.byWords(a, b, language)
      const pair = a * sketches.length + b
      const known = best.get(pair)
      if (saysSomething(evidence, witness.rarest(evidence)) && (known === undefined || known.dice < evidence.dice)) best.set(pair, evidence)
    }
  }
  return [...best.values()]
}

/** Pairs without a language in common. */
export function lookByMarks(sketches: readonly Sketch[], rarity: Rarity, witness: Witness): Evidence[] {
  const all = rarity.allMarks
  const spaces = sketches.map((_, text) => rarity.marks(witness.languageOf(text)))
  const sought = sketches.map((_, text) => ({
    text,
    // What no text in another language has finds none.
    features: witness.features(text, undefined).filter((feature) => all.count(feature) > spaces[text]!.count(feature)),
  }))
  const languages = sketches.map(({ views }) => views.map(({ language }) => language))
  const pairs = candidates(sought, {
    count: all.count,
    weight: (text, feature) => spaces[text]!.weight(feature),
    comparable: (a, b) => !languages[a]!.some((language) => languages[b]!.includes(language)),
    most: MOST_BY_MARKS,
  })
  const found: Evidence[] = []
  for (const { a, b } of pairs) {
    const evidence = witness.byMarks(a, b)
    if (evidence.dice >= LEAST_DICE) found.push(evidence)
  }
  return found
}
