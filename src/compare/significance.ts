/** How sure a score is, and whether one system is better than another (Koehn 2004: bootstrap resampling, paired). */
import type { Metric } from './metrics/metric.ts'

export interface Interval {
  /** 95 of 100 texts of such segments score between these. */
  readonly low: number
  readonly high: number
}

/** Resamplings: the seed makes them the same from run to run. */
export interface Resampling {
  readonly resamples: number
  readonly seed: number
}

export const defaultResampling: Resampling = { resamples: 1000, seed: 12345 }

/** Scores of each system over the same resampled texts. @param counts by system, by segment */
export function resample(metric: Metric, counts: readonly (readonly Float64Array[])[], { resamples, seed }: Resampling): Float64Array[] {
  const segments = counts[0]?.length ?? 0
  const width = counts[0]?.[0]?.length ?? 0
  const flat = counts.map((system) => {
    const all = new Float64Array(segments * width)
    for (const [at, one] of system.entries()) all.set(one, at * width)
    return all
  })
  const scores = counts.map(() => new Float64Array(resamples))
  const random = mulberry32(seed)
  const chosen = new Int32Array(segments)
  const total = new Float64Array(width)
  for (let round = 0; round < resamples; round += 1) {
    for (let at = 0; at < segments; at += 1) chosen[at] = Math.floor(random() * segments) * width
    flat.forEach((all, system) => {
      total.fill(0)
      for (let at = 0; at < segments; at += 1) {
        const start = chosen[at]!
        for (let field = 0; field < width; field += 1) total[field]! += all[start + field]!
      }
      scores[system]![round] = metric.scoreOf(total)
    })
  }
  return scores
}

/** @param scores of resampled texts */
export function intervalOf(scores: Float64Array): Interval {
  const sorted = Float64Array.from(scores).sort()
  const cut = Math.floor(sorted.length / 40)
  return { low: sorted[cut] ?? 0, high: sorted[sorted.length - 1 - cut] ?? 0 }
}

/**
 * The chance (0..1) of a difference as large as `difference` between two systems that are equally good: the resampled differences, moved so
 * that their mean is none, that reach it (as sacrebleu's --paired-bs has it, but that there two equal systems differ beyond chance).
 */
export function chanceOf(difference: number, a: Float64Array, b: Float64Array): number {
  const differences = a.map((score, at) => Math.abs(score - b[at]!))
  const mean = differences.reduce((sum, one) => sum + one, 0) / differences.length
  let exceeding = 0
  for (const one of differences) if (one - mean >= Math.abs(difference)) exceeding += 1
  return (exceeding + 1) / (differences.length + 1)
}

/** A small generator of random numbers in [0, 1), the same on every machine (Tommy Ettinger's Mulberry32). */
function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
