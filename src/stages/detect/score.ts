import type { Letters } from './letters.ts'
import { findNgram, type Model } from './model.ts'
import { LONGEST, readNgrams } from './ngrams.ts'

/** What the n-grams of a text say. */
export interface Scores {
  /** By language. */
  readonly sums: Float64Array
  /** How many of the longest n-grams speak for a language: next to all in its own text, few in noise. By language. */
  readonly known: Float64Array
  /** How many longest n-grams there are. */
  readonly long: number
}

/** Room for the scores of a text, by language. */
const sums = new Float64Array(256)
const known = new Float64Array(256)

/** Adds up what the n-grams of `letters` say. The answer is valid until the next call. */
export function score(model: Model, letters: Letters): Scores {
  const { starts, entries, levels } = model
  sums.fill(0)
  known.fill(0)
  let long = 0
  const { count, keys, orders } = readNgrams(letters)
  for (let ngram = 0; ngram < count; ngram++) {
    const index = findNgram(model, keys[ngram]!)
    const isLong = orders[ngram] === LONGEST
    if (isLong) long++
    if (index < 0) continue
    const last = starts[index + 1]!
    for (let at = starts[index]!; at < last; at++) {
      const entry = entries[at]!
      sums[entry & 0xff]! += levels[entry >>> 8]!
    }
    if (!isLong) continue
    for (let at = starts[index]!; at < last; at++) known[entries[at]! & 0xff]!++
  }
  return { sums, known, long }
}
