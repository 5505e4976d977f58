import { once } from '../../names/memo.ts'
import { type Letters, SPACE } from './letters.ts'
import type { Model } from './model.ts'
import { LANGUAGES, WordScores } from './word-scores.ts'

/** What the n-grams of a text say. */
export interface Scores {
  /** By language, in steps of `WEIGHT_STEP`. */
  readonly sums: Int32Array
  /** How many of the longest n-grams speak for a language: next to all in its own text, few in noise. By language. */
  readonly known: Int32Array
  /** How many longest n-grams there are. */
  readonly long: number
}

/** Room for the scores of a text, by language. */
const sums = new Int32Array(LANGUAGES)
const known = new Int32Array(LANGUAGES)

const wordsOf = once((model: Model) => new WordScores(model))

/**
 * Adds up what the n-grams of `letters` say. The answer is valid until the next call.
 *
 * Most words of a text come again, in it or in the next one. Since no n-gram reaches over a space and whole numbers add up to the same in any
 * order, what a word says is added up once and remembered.
 */
export function score(model: Model, { units, length }: Letters): Scores {
  const words = wordsOf(model)
  sums.fill(0)
  known.fill(0)
  let long = 0
  for (let start = 0; start < length - 1; ) {
    let end = start + 1
    while (end < length && units[end] !== SPACE) end++
    // With the space after it, which is also the one before the next word.
    const next = Math.min(end, length - 1)
    long += words.add(units, start, next + 1, sums, known)
    start = next
  }
  return { sums, known, long }
}
