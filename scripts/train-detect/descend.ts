import { readLetters, scripts } from '../../src/stages/detect/letters.ts'
import { readNgrams } from '../../src/stages/detect/ngrams.ts'
import type { Weights } from './count.ts'
import { CLOSE, type Corpus, randomFrom } from './data.ts'

/**
 * How much the n-grams of each order count at the start, orders 1 to 5. N-grams overlap, so naive Bayes counts the same evidence several
 * times; fitted once on lines held back, by gradient descent on these five numbers alone.
 */
const ORDER_WEIGHTS = [0, 0.02, 0.05, 0.07, 0.16, 0.26]

/** Share of n-grams left out of each example, so that no weight relies on another being there (Srivastava et al. 2014). */
const DROPOUT = 0.5
const EPOCHS = 8
/** The weights kept are the mean of those after each of the last epochs, which lies nearer the bottom than any of them (Polyak & Juditsky 1992). */
const AVERAGED = 4
const LEARNING_RATE = 0.02
/** Gradients smaller than this change nothing worth the time. */
const NEGLIGIBLE = 2e-4

/**
 * Turns naive Bayes into a linear classifier: stochastic gradient descent (AdaGrad, Duchi et al. 2011) on the log-loss of lines and of
 * pieces cut from them, as long as what people ask about: two words, five words, 40 characters, a sentence.
 */
export function descend(weights: Weights, corpus: Corpus, report: (message: string) => void): void {
  const { script, tags, starts, languages, values, orders } = weights
  for (let ngram = 0; ngram < orders.length; ngram++) {
    for (let posting = starts[ngram]!; posting < starts[ngram + 1]!; posting++) values[posting]! *= ORDER_WEIGHTS[orders[ngram]!]!
  }
  const find = finder(weights.keys)
  const random = randomFrom(1)
  const examples = tags.flatMap((tag, language) => balanced(tag, corpus).map((line) => ({ line, language })))
  const mean = new Float32Array(values.length)
  const squares = new Float32Array(values.length).fill(0.01)
  const sums = new Float64Array(tags.length)
  const ngrams = new Int32Array(1 << 18)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(examples, random)
    let loss = 0
    for (const { line, language } of examples) {
      const letters = readLetters(cut(line, random))
      if (scripts[letters.script] !== script) continue
      let found = 0
      sums.fill(0)
      const { count, keys } = readNgrams(letters)
      for (let index = 0; index < count; index++) {
        if (random() < DROPOUT) continue
        const ngram = find(keys[index]!)
        if (ngram < 0) continue
        ngrams[found++] = ngram
        for (let posting = starts[ngram]!; posting < starts[ngram + 1]!; posting++) sums[languages[posting]!]! += values[posting]!
      }
      loss -= Math.log(softmax(sums, language))
      sums[language]! -= 1
      for (let index = 0; index < found; index++) {
        const ngram = ngrams[index]!
        for (let posting = starts[ngram]!; posting < starts[ngram + 1]!; posting++) {
          const gradient = sums[languages[posting]!]!
          if (Math.abs(gradient) < NEGLIGIBLE) continue
          squares[posting]! += gradient * gradient
          values[posting]! -= (LEARNING_RATE * gradient) / Math.sqrt(squares[posting]!)
        }
      }
    }
    if (epoch >= EPOCHS - AVERAGED)
      values.forEach((value, posting) => {
        mean[posting]! += value / AVERAGED
      })
    report(`${script}, epoch ${epoch + 1} of ${EPOCHS}: log-loss ${(loss / examples.length).toFixed(4)}`)
  }
  values.set(mean)
}

/** The lines of a language, the first of them twice where a close language has more: no guess is better for being made more often. */
function balanced(tag: string, corpus: Corpus): readonly string[] {
  const lines = corpus.get(tag)!
  const group = CLOSE.find((tags) => tags.includes(tag)) ?? []
  const most = Math.max(lines.length, ...group.map((other) => corpus.get(other)?.length ?? 0))
  return Array.from({ length: most }, (_, index) => lines[index % lines.length]!)
}

/** Replaces scores by chances; returns the chance of `wanted`. */
function softmax(sums: Float64Array, wanted: number): number {
  const most = sums.reduce((a, b) => Math.max(a, b))
  let total = 0
  for (let index = 0; index < sums.length; index++) {
    sums[index] = Math.exp(sums[index]! - most)
    total += sums[index]!
  }
  for (let index = 0; index < sums.length; index++) sums[index]! /= total
  return Math.max(1e-12, sums[wanted]!)
}

/** A line, or a piece of it: a quarter each of whole lines, stretches of about 40 characters, two or three words, three to six words. */
export function cut(line: string, random: () => number): string {
  const kind = Math.floor(4 * random())
  if (kind === 0) return line
  if (kind === 1) {
    const start = line.indexOf(' ', Math.floor(random() * Math.max(1, line.length - 40))) + 1
    return line.slice(start, start + 25 + Math.floor(30 * random()))
  }
  const words = line.split(' ')
  const wanted = kind === 2 ? 2 + Math.floor(2 * random()) : 3 + Math.floor(4 * random())
  const start = Math.floor(random() * Math.max(1, words.length - wanted + 1))
  return words.slice(start, start + wanted).join(' ')
}

function shuffle<Item>(items: Item[], random: () => number): void {
  for (let index = items.length - 1; index > 0; index--) {
    const other = Math.floor((index + 1) * random())
    const item = items[index]!
    items[index] = items[other]!
    items[other] = item
  }
}

/** Open-addressed table from key to index; -1 for a key that is not there. */
function finder(keys: Uint32Array): (key: number) => number {
  const size = 2 ** Math.ceil(Math.log2(2 * keys.length))
  const slots = new Int32Array(size).fill(-1)
  const first = (key: number): number => (Math.imul(key, 0x9e3779b1) >>> 4) & (size - 1)
  keys.forEach((key, index) => {
    let slot = first(key)
    while (slots[slot]! >= 0) slot = (slot + 1) & (size - 1)
    slots[slot] = index
  })
  return (key) => {
    for (let slot = first(key); ; slot = (slot + 1) & (size - 1)) {
      const index = slots[slot]!
      if (index < 0 || keys[index] === key) return index
    }
  }
}
