/** chrF2 (Popović 2015) and chrF++ (Popović 2017): F₂ over character n-grams up to six, and over words up to two. */
import { dropSpace, splitSpace } from '../tokenize.ts'
import { type Metric, overlap, SACREBLEU, tally } from './metric.ts'

const CHARACTERS = 6
const WORDS = 2
/** Recall counts β² times as much as precision. */
const BETA = 2
/** Python's string.punctuation. */
const marks = new Set('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~')

/** Counts of both metrics, by order: n-grams of the hypothesis, of the reference, and shared. */
export function chrf(words: 0 | typeof WORDS, references: number): Metric {
  const orders = CHARACTERS + words
  return {
    name: words === 0 ? 'chrf' : 'chrfpp',
    signature: `nrefs:${references}|case:mixed|eff:yes|nc:${CHARACTERS}|nw:${words}|space:no|version:${SACREBLEU}`,
    rises: true,
    countsOf: (hypothesis, targets) => {
      const grams = gramsOf(hypothesis, words)
      let best: Float64Array | undefined
      for (const target of targets) {
        const counts = countsOf(grams, gramsOf(target, words))
        if (best === undefined || score(counts, orders) > score(best, orders)) best = counts
      }
      return best!
    },
    scoreOf: (counts) => score(counts, orders),
  }
}

/** The n-grams of a text, tallied, by order. */
export type Grams = readonly ReadonlyMap<string, number>[]

/** For chrF2 of many pairs: each text is cut once. */
export function chrfGrams(text: string): Grams {
  return gramsOf(text, 0)
}

/** chrF2 of one text to another, 0..100. */
export function chrfOf(hypothesis: Grams, reference: Grams): number {
  return score(countsOf(hypothesis, reference), CHARACTERS)
}

function countsOf(hypothesis: Grams, reference: Grams): Float64Array {
  const counts = new Float64Array(3 * hypothesis.length)
  hypothesis.forEach((grams, order) => {
    const wanted = reference[order]!
    // Where the reference has none of an order, those of the hypothesis do not count.
    counts[3 * order] = wanted.size === 0 ? 0 : total(grams)
    counts[3 * order + 1] = total(wanted)
    counts[3 * order + 2] = overlap(grams, wanted)
  })
  return counts
}

function total(grams: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const count of grams.values()) sum += count
  return sum
}

function gramsOf(text: string, words: number): Grams {
  const characters = dropSpace(text)
  // A slice of a string is quick; where characters are surrogate pairs it would cut them.
  const units = /[\ud800-\udfff]/.test(characters) ? Array.from(characters) : characters
  const orders = Array.from({ length: CHARACTERS }, (_, at) => tally(slices(units, at + 1)))
  if (words === 0) return orders
  const split = splitSpace(text).flatMap(splitMark)
  return [...orders, ...Array.from({ length: words }, (_, at) => tally(slices(split, at + 1)))]
}

function* slices(units: string | readonly string[], order: number): Generator<string> {
  if (typeof units === 'string') for (let at = 0; at + order <= units.length; at += 1) yield units.slice(at, at + order)
  else for (let at = 0; at + order <= units.length; at += 1) yield units.slice(at, at + order).join('\n')
}

/** One mark is split off a word, behind or else before it: '(hi)' becomes '(hi' and ')', as in the reference implementation. */
function splitMark(word: string): string[] {
  const characters = Array.from(word)
  if (characters.length < 2) return [word]
  const [first, last] = [characters[0]!, characters.at(-1)!]
  if (marks.has(last)) return [word.slice(0, -1), last]
  return marks.has(first) ? [first, word.slice(1)] : [word]
}

function score(counts: Float64Array, orders: number): number {
  let precision = 0
  let recall = 0
  let used = 0
  for (let order = 0; order < orders; order += 1) {
    const [made, wanted, shared] = [counts[3 * order]!, counts[3 * order + 1]!, counts[3 * order + 2]!]
    if (made === 0 || wanted === 0) continue
    precision += shared / made
    recall += shared / wanted
    used += 1
  }
  if (precision + recall === 0) return 0
  precision /= used
  recall /= used
  return (100 * (1 + BETA ** 2) * precision * recall) / (BETA ** 2 * precision + recall)
}
