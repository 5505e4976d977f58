import type { Letters } from './letters.ts'
import { COUNT_BITS, COUNT_MASK, findEntries, type Model } from './model.ts'
import { LONGEST, readNgrams } from './ngrams.ts'

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
const sums = new Int32Array(256)
const known = new Int32Array(256)

/** Adds up what the n-grams of `letters` say. The answer is valid until the next call. */
export function score(model: Model, letters: Letters): Scores {
  const { entries } = model
  sums.fill(0)
  known.fill(0)
  let long = 0
  const { count, keys, orders } = readNgrams(letters)
  for (let ngram = 0; ngram < count; ngram++) {
    const isLong = orders[ngram] === LONGEST
    if (isLong) long++
    const found = findEntries(model, keys[ngram]!)
    const start = found >>> COUNT_BITS
    const end = start + (found & COUNT_MASK)
    for (let at = start; at < end; at++) {
      const entry = entries[at]!
      sums[entry & 0xff]! += entry >> 8
    }
    if (!isLong) continue
    for (let at = start; at < end; at++) known[entries[at]! & 0xff]!++
  }
  return { sums, known, long }
}
