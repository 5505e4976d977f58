import { readLetters, scripts } from '../../src/stages/detect/letters.ts'
import { readNgrams } from '../../src/stages/detect/ngrams.ts'
import { CLOSE, type Corpus } from './data.ts'

/** What the n-grams of one script say for its languages, before packing. */
export interface Weights {
  readonly script: string
  readonly tags: readonly string[]
  /** Sorted. */
  readonly keys: Uint32Array
  readonly starts: Uint32Array
  /** Indexes into `tags`. */
  readonly languages: Uint8Array
  readonly values: Float32Array
  /** Order of each n-gram. */
  readonly orders: Uint8Array
}

/** N-grams kept besides for each of some close languages, that tell them from each other: among all languages they hardly count. */
const NGRAMS_A_CLOSE_LANGUAGE = 6000

/** Occurrences added to each n-gram in each language, so that one never seen is unlikely, not impossible (Lidstone). */
const SMOOTHING = 0.05

/**
 * Naive Bayes over n-grams: the log of how much likelier an n-gram is in a language than one never seen in it.
 * Keeps the `limit` n-grams that tell most about the language, and those that tell most among close ones.
 */
export function countNgrams(corpus: Corpus, script: string, tags: readonly string[], limit: number): Weights {
  const counted = tags.map((tag) => countLanguage(corpus.get(tag)!, script))
  const mean = counted.reduce((sum, { total }) => sum + total, 0) / tags.length
  const unseen = SMOOTHING / mean

  const distinct = union(counted.map(({ keys }) => keys))
  const wanted = mostTelling(distinct, counted, limit)
  for (const group of CLOSE) {
    const close = counted.filter((_, index) => group.includes(tags[index]!))
    if (close.length === 0) continue
    for (const [place, tells] of mostTelling(distinct, close, NGRAMS_A_CLOSE_LANGUAGE * close.length).entries()) wanted[place] ||= tells
  }
  const keys = distinct.filter((_, place) => wanted[place] === 1)

  const orders = new Uint8Array(keys.length)
  const starts = new Uint32Array(keys.length + 1)
  for (const language of counted) {
    meet(keys, language.keys, (place, index) => {
      starts[place + 1]!++
      orders[place] = language.orders[index]!
    })
  }
  for (let place = 0; place < keys.length; place++) starts[place + 1]! += starts[place]!
  const languages = new Uint8Array(starts.at(-1)!)
  const values = new Float32Array(languages.length)
  const next = starts.slice()
  counted.forEach((language, number) => {
    meet(keys, language.keys, (place, index) => {
      const posting = next[place]!++
      languages[posting] = number
      values[posting] = Math.log(1 + language.counts[index]! / language.total / unseen)
    })
  })
  return { script, tags, keys, starts, languages, values, orders }
}

/** 1 for each of the `limit` n-grams with the greatest shares of the mutual information of n-gram and language. */
function mostTelling(distinct: Uint32Array, counted: readonly Counted[], limit: number): Uint8Array {
  const share = new Float64Array(distinct.length)
  const entropy = new Float64Array(distinct.length)
  for (const { keys, counts, total } of counted) {
    meet(distinct, keys, (place, index) => {
      const probability = counts[index]! / total
      share[place]! += probability
      entropy[place]! += probability * Math.log(probability)
    })
  }
  const information = entropy.map((sum, place) => (share[place] === 0 ? 0 : sum - share[place]! * Math.log(share[place]! / counted.length)))
  const threshold = Math.max(Number.MIN_VALUE, information.slice().sort()[Math.max(0, distinct.length - limit)]!)
  return Uint8Array.from(information, (one) => Number(one >= threshold))
}

/** The numbers that are in any of `lists`, sorted. */
function union(lists: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0))
  let filled = 0
  for (const list of lists) {
    all.set(list, filled)
    filled += list.length
  }
  all.sort()
  return all.filter((number, index) => index === 0 || number !== all[index - 1])
}

/** Calls `visit` with the places of each number that is in both sorted lists. */
function meet(a: Uint32Array, b: Uint32Array, visit: (inA: number, inB: number) => void): void {
  for (let inA = 0, inB = 0; inA < a.length && inB < b.length; ) {
    if (a[inA] === b[inB]) visit(inA++, inB++)
    else if (a[inA]! < b[inB]!) inA++
    else inB++
  }
}

interface Counted {
  readonly keys: Uint32Array
  readonly counts: Uint32Array
  readonly orders: Uint8Array
  readonly total: number
}

function countLanguage(lines: readonly string[], script: string): Counted {
  // Key and order in one number, so that a sort brings equal n-grams together.
  let all = new Float64Array(1 << 16)
  let total = 0
  for (const line of lines) {
    const letters = readLetters(line)
    if (scripts[letters.script] !== script) continue
    const ngrams = readNgrams(letters)
    if (total + ngrams.count > all.length) {
      const larger = new Float64Array(2 * (total + ngrams.count))
      larger.set(all)
      all = larger
    }
    for (let index = 0; index < ngrams.count; index++) all[total++] = ngrams.keys[index]! * 8 + ngrams.orders[index]!
  }
  const sorted = all.subarray(0, total).sort()
  const keys: number[] = []
  const counts: number[] = []
  const orders: number[] = []
  for (let from = 0; from < total; ) {
    const key = Math.floor(sorted[from]! / 8)
    let to = from + 1
    while (to < total && Math.floor(sorted[to]! / 8) === key) to++
    keys.push(key)
    counts.push(to - from)
    orders.push(sorted[from]! % 8)
    from = to
  }
  return { keys: Uint32Array.from(keys), counts: Uint32Array.from(counts), orders: Uint8Array.from(orders), total }
}
