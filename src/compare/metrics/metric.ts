/**
 * A metric adds up: each segment gives a few counts, and the score of a text is made of the sum of its segments' counts. So resampling
 * segments (significance.ts) need not look at the texts again.
 */
export interface Metric {
  readonly name: MetricName
  /** What was measured and how, in sacrebleu's words: figures with the same signature may be compared. */
  readonly signature: string
  /** Whether more is better. */
  readonly rises: boolean
  /** Counts of one segment. @param references one or more, of the same segment */
  readonly countsOf: (hypothesis: string, references: readonly string[]) => Float64Array
  /** 0..100 (TER may be more), of counts added up. */
  readonly scoreOf: (counts: Float64Array) => number
  /** The score of a segment alone, where it is defined otherwise than that of a text. */
  readonly segmentScoreOf?: (counts: Float64Array) => number
}

export type MetricName = 'bleu' | 'chrf' | 'chrfpp' | 'ter'

/** The version of sacrebleu whose figures these are. */
export const SACREBLEU = '2.6.0'

/** Counts of many segments, added up. */
export function sum(counts: readonly Float64Array[]): Float64Array {
  const total = new Float64Array(counts[0]?.length ?? 0)
  for (const one of counts) for (let at = 0; at < total.length; at += 1) total[at]! += one[at]!
  return total
}

/** How often each key occurs. */
export function tally(keys: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** What two tallies share. */
export function overlap(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0
  for (const [key, count] of a) shared += Math.min(count, b.get(key) ?? 0)
  return shared
}
