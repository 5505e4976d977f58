import { features } from './features/index.ts'
import type { Model } from './model.ts'

/** So many are kept with every mention of a corpus; `names --explain` tells all. */
const MOST = 3
/** Log-odds: at even odds, a fortieth of the chance. */
const LEAST = 0.1

/**
 * What speaks most for and against a candidate: a feature's value × weight, in log-odds, by its name; the heaviest
 * first. Of a name as the glossary has it nothing is to be weighed, and nothing is told.
 */
export function heaviest(values: Float64Array, model: Model): Readonly<Record<string, number>> | undefined {
  const shares: (readonly [name: string, share: number])[] = []
  for (let at = 0; at < values.length; at++) {
    const share = values[at]! * model.weightOf(at)
    // The first is the same for all: it tells nothing of this one.
    if (at > 0 && Math.abs(share) >= LEAST) shares.push([features[at]!.name, Math.round(share * 10) / 10])
  }
  if (shares.length === 0) return undefined
  return Object.fromEntries(shares.sort(([, a], [, b]) => Math.abs(b) - Math.abs(a)).slice(0, MOST))
}
