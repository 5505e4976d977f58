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
  const best = new Float64Array((n + 1) * (m + 1)).fill(Number.NEGATIVE_INFINITY)
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

/** Summed weights of the features that sentence i of the one and sentence j of the other share, at i · m + j. */
function sharedWeights(a: Rows, b: Rows, weight: (feature: number) => number): Float64Array {
  const [n, m] = [a.start.length - 1, b.start.length - 1]
  const places = new Map<number, number[]>()
  for (let j = 0; j < m; j++) {
    for (let at = b.start[j]!; at < b.start[j + 1]!; at++) {
      const known = places.get(b.hash[at]!)
      if (known === undefined) places.set(b.hash[at]!, [j])
      else known.push(j)
    }
  }
  const shared = new Float64Array(n * m)
  for (let i = 0; i < n; i++) {
    for (let at = a.start[i]!; at < a.start[i + 1]!; at++) {
      const found = places.get(a.hash[at]!)
      if (found === undefined) continue
      const value = weight(a.hash[at]!)
      for (const j of found) shared[i * m + j]! += value
    }
  }
  return shared
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
