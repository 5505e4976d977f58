import { type Alignment, align } from './align.ts'
import type { Pair } from './pairs.ts'
import { type UnitCost, unitCosts } from './units.ts'

/** Of these there are too few pairs, or too many letters, to leave out what was seen once. */
const scarce: ReadonlySet<string> = new Set(['han', 'hangul', 'thai'])

/** The share of pairs whose alignment costs most, and which are most often no spellings of one name. */
const OUTLIERS = 0.05

/** What the Latin spellings of one script's pairs cost. */
export function learn(script: string, pairs: readonly Pair[]): UnitCost[] {
  const used = pairs.filter(({ count }) => count > 1 || scarce.has(script))
  const weights = used.map(({ count }) => Math.log2(1 + count))
  const aligned = align(
    used.map(({ source, latin }) => ({ source: `^${source}$`, target: `^${latin}$` })),
    weights,
  )
  const kept: Alignment[] = []
  const keptWeights: number[] = []
  const costs = aligned.flatMap((alignment) => alignment?.cost ?? []).sort((a, b) => a - b)
  const most = costs[Math.floor(costs.length * (1 - OUTLIERS))] ?? 0
  for (const [at, alignment] of aligned.entries()) {
    if (alignment === undefined || alignment.cost > most) continue
    kept.push(alignment)
    keptWeights.push(weights[at]!)
  }
  return unitCosts(kept, keptWeights)
}

/** As the file has it. */
export function table(costs: readonly UnitCost[]): string {
  return `source\tlatin\tcost\n${costs.map(({ source, latin, cost }) => `${source}\t${latin}\t${cost}\n`).join('')}`
}
