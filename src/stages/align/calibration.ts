/**
 * The model's chance of a pair → the share of such pairs that are right (Platt 1999; Guo et al. 2017): it is too sure of itself, most where it has no
 * translation. There, how the whole document went says how far to trust it: lengths that go together, few joined lines, pairs that stand out.
 */

/** Of a pair that the path has: the model's chance, and what the document is judged by. */
export interface Judged {
  /** 0..1 */
  readonly probability: number
  /** How like each other the lines are: 0 for lines that have nothing to do with each other, 1 for a typical match. */
  readonly similarity: number
  /** Square of how far the lengths are from what is expected, in standard deviations. */
  readonly z2: number
  readonly isJoined: boolean
}

/** Weights of natural logarithms of odds. */
export interface Calibration {
  readonly constant: number
  /** Of the model's own. */
  readonly odds: number
  /** Of the document: mean z², share of joined pairs, standard deviation of the similarities. */
  readonly z2: number
  readonly joined: number
  readonly spread: number
}

/** A chance beyond 1 in 10,000 is as good as that. */
const SURE = 1e-4

/** What a calibration weighs of each pair, in the order of its fields. */
export function signsOf(pairs: readonly Judged[]): number[][] {
  const mean = (of: (pair: Judged) => number) => pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length
  const similarity = mean((pair) => pair.similarity)
  const document = [
    mean(({ z2 }) => z2),
    mean(({ isJoined }) => (isJoined ? 1 : 0)),
    Math.sqrt(mean((pair) => (pair.similarity - similarity) ** 2)),
  ]
  return pairs.map(({ probability }) => {
    const chance = Math.min(1 - SURE, Math.max(SURE, probability))
    return [1, Math.log(chance / (1 - chance)), ...document]
  })
}

/** For each pair of a document the chance that it is right, 0..1. Of two pairs the likelier stays the likelier. */
export function calibrated(pairs: readonly Judged[], { constant, odds, z2, joined, spread }: Calibration): number[] {
  const weights = [constant, odds, z2, joined, spread]
  return signsOf(pairs).map((signs) => 1 / (1 + Math.exp(-signs.reduce((sum, sign, at) => sum + sign * weights[at]!, 0))))
}
