import type { Rows } from '../sketch/index.ts'

/** One side of a comparison: how long its sentences are, and their features. */
export interface Side {
  readonly lengths: Uint32Array
  readonly rows: Rows
}

/** Source and target sentences that a step takes, and what it costs beside a sentence that has one partner, in nats. */
const steps: readonly { readonly sources: number; readonly targets: number; readonly cost: number }[] = [
  { sources: 1, targets: 1, cost: 0 },
  { sources: 1, targets: 0, cost: 2 },
  { sources: 0, targets: 1, cost: 2 },
  { sources: 1, targets: 2, cost: 2.5 },
  { sources: 2, targets: 1, cost: 2.5 },
  { sources: 2, targets: 2, cost: 4 },
]
/** What shared features of one step count, of their weight in nats, and at most: they depend on each other. */
const SHARE = 0.3
const MOST_SHARED = 3
/** Gale & Church 1993, s. 2.2: variance of the length per character; and what short sentences add, as in stages/align. */
const VARIANCE = 6.8
const SHORT = 40
const MOST_Z2 = 12
/** Sentences that have nothing to do with each other differ by twice the variance of one; what differs more says no more than that. */
const MOST_CHANCE_Z2 = 6

/**
 * How well two texts can be told in parallel, sentence by sentence: nats for each sentence of the longer one, by lengths (Gale & Church 1993)
 * and shared features, against sentences that met by chance. About 2 for translations, below 1 for texts that only have a topic in common.
 */
export function parallel(a: Side, b: Side, weight: (feature: number) => number): number {
  const [n, m] = [a.lengths.length, b.lengths.length]
  if (n === 0 || m === 0) return 0
  const shared = sharedWeights(a.rows, b.rows, weight)
  const length = lengthEvidence(a.lengths, b.lengths)
  const best = bestRoom.take((n + 1) * (m + 1)).fill(Number.NEGATIVE_INFINITY)
  best[0] = 0
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      const here = best[i * (m + 1) + j]!
      for (let step = 0; step < steps.length; step++) {
        const { sources, targets, cost } = steps[step]!
        if (i + sources > n || j + targets > m) continue
        const gain = sources === 0 || targets === 0 ? 0 : evidence(i, j, i + sources, j + targets)
        const end = (i + sources) * (m + 1) + j + targets
        if (here + gain - cost > best[end]!) best[end] = here + gain - cost
      }
    }
  }
  return best[(n + 1) * (m + 1) - 1]! / Math.max(n, m)

  function evidence(i: number, j: number, k: number, l: number): number {
    let words = 0
    let left = 0
    let right = 0
    for (let x = i; x < k; x++) left += a.lengths[x]!
    for (let y = j; y < l; y++) right += b.lengths[y]!
    for (let x = i; x < k; x++) for (let y = j; y < l; y++) words += shared[x * m + y]!
    return Math.min(MOST_SHARED, SHARE * words) + length(left, right)
  }
}

/** Summed weights of the features that sentence i of the one and sentence j of the other share, at i · m + j. In memory that is used again. */
function sharedWeights(a: Rows, b: Rows, weight: (feature: number) => number): Float64Array {
  const [n, m] = [a.start.length - 1, b.start.length - 1]
  const found = placesOf(b)
  const shared = sharedRoom.take(n * m).fill(0)
  for (let i = 0; i < n; i++) {
    for (let at = a.start[i]!; at < a.start[i + 1]!; at++) {
      const feature = a.hash[at]!
      let place = found(feature)
      if (place < 0) continue
      const value = weight(feature)
      for (; place >= 0; place = nextPlace[place]!) shared[i * m + sentenceAt[place]!]! += value
    }
  }
  return shared
}

/** Scratch memory: many pairs are looked at, one after the other, and each would leave some to be collected. */
class Room {
  #numbers = new Float64Array(1024)

  /** Of unknown contents, until it is asked for again. */
  take(size: number): Float64Array {
    if (size > this.#numbers.length) this.#numbers = new Float64Array(2 * size)
    return this.#numbers.subarray(0, size)
  }
}

const bestRoom = new Room()
const sharedRoom = new Room()

/** Where a hash is first found in the rows; chained by `nextPlace`, and the sentence of each place. The smallest tables of powers of two. */
let heads = new Int32Array(1024)
let nextPlace = new Int32Array(1024)
let sentenceAt = new Int32Array(1024)

/** Gives the place of the first sentence that has the feature, from which `nextPlace` goes on; -1 where none has. */
function placesOf({ start, hash }: Rows): (feature: number) => number {
  let slots = 64
  while (slots < 2 * hash.length) slots *= 2
  if (slots > heads.length) [heads, nextPlace, sentenceAt] = [new Int32Array(slots), new Int32Array(slots), new Int32Array(slots)]
  heads.fill(-1, 0, slots)
  const slotOf = (feature: number): number => {
    let slot = (Math.imul(feature, 0x9e3779b1) >>> 7) & (slots - 1)
    while (heads[slot]! >= 0 && hash[heads[slot]!] !== feature) slot = (slot + 1) & (slots - 1)
    return slot
  }
  for (let sentence = start.length - 2; sentence >= 0; sentence--) {
    for (let at = start[sentence]!; at < start[sentence + 1]!; at++) {
      const slot = slotOf(hash[at]!)
      nextPlace[at] = heads[slot]!
      sentenceAt[at] = sentence
      heads[slot] = at
    }
  }
  return (feature) => heads[slotOf(feature)]!
}

/** Log-likelihood of two lengths if one sentence says what the other does, against any two sentences of the two texts. */
function lengthEvidence(a: Uint32Array, b: Uint32Array): (left: number, right: number) => number {
  const ratio = sum(b) / sum(a)
  const mean = sum(b) / b.length
  let squares = 0
  for (const length of b) squares += (length - mean) ** 2
  // A few sentences show less of how they vary than there is.
  const chance = 2 * (Math.sqrt(squares / b.length) + 0.3 * mean) ** 2
  const logChance = Math.log(chance) / 2
  return (left, right) => {
    const difference = (left * ratio - right) ** 2
    const variance = ((left * ratio + right) / 2) * VARIANCE + SHORT
    const match = -Math.min(MOST_Z2, difference / variance) / 2 - Math.log(variance) / 2
    return match + Math.min(MOST_CHANCE_Z2, difference / chance) / 2 + logChance
  }
}

function sum(values: Uint32Array): number {
  return values.reduce((total, value) => total + value, 0)
}
