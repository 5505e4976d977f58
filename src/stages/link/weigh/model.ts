import { readFileSync } from 'node:fs'
import { features } from './features/index.ts'

/** Scripts that are calibrated together: what is written with capitals and vowels says more. */
export const scriptGroups = ['latin', 'alphabet', 'other'] as const
export type ScriptGroup = (typeof scriptGroups)[number]

/** Score → chance: points in rising order of both. */
export type Curve = readonly (readonly [score: number, chance: number])[]

/**
 * Logistic regression: the weighed sum of the features is a score (log-odds), which a curve for each group of scripts, fitted by isotonic
 * regression, makes a chance.
 */
export class Model {
  readonly #weights: Float64Array
  readonly #curves: Readonly<Partial<Record<ScriptGroup, Curve>>>

  /** @param weights by the features' names; one that is not there weighs nothing */
  constructor(weights: Readonly<Record<string, number>>, curves: Readonly<Partial<Record<ScriptGroup, Curve>>> = {}) {
    this.#weights = Float64Array.from(features, ({ name }) => weights[name] ?? 0)
    this.#curves = curves
  }

  /** The same with a feature left out. */
  without(name: string): Model {
    const weights = Object.fromEntries(features.map((feature, at) => [feature.name, feature.name === name ? 0 : this.#weights[at]!]))
    return new Model(weights, this.#curves)
  }

  weightOf(feature: number): number {
    return this.#weights[feature]!
  }

  /** Log-odds. */
  score(values: Float64Array): number {
    let score = 0
    for (let at = 0; at < values.length; at++) score += this.#weights[at]! * values[at]!
    return score
  }

  /** 0..1: the chance that a candidate of these values is right. */
  chance(values: Float64Array, group: ScriptGroup): number {
    const score = this.score(values)
    const curve = this.#curves[group]
    return curve === undefined ? 1 / (1 + Math.exp(-score)) : along(curve, score)
  }
}

/** Straight lines between the points of a curve, level outside. */
function along(curve: Curve, score: number): number {
  const [first, last] = [curve[0]!, curve.at(-1)!]
  if (score <= first[0]) return first[1]
  if (score >= last[0]) return last[1]
  const next = curve.findIndex(([at]) => at > score)
  const [from, low] = curve[next - 1]!
  const [to, high] = curve[next]!
  return low + ((high - low) * (score - from)) / (to - from)
}

let shipped: Model | undefined

/** The model that ships with the package, read when first asked for. */
export function shippedModel(): Model {
  shipped ??= readModel(readFileSync(new URL('../../../../models/names/linking.tsv', import.meta.url), 'utf8'))
  return shipped
}

/** Reads what `writeModel` wrote: a line a weight, `weight  name  value`, or a point of a curve, `chance  group  score  chance`. */
function readModel(table: string): Model {
  const weights: Record<string, number> = {}
  const curves: Partial<Record<ScriptGroup, (readonly [number, number])[]>> = {}
  for (const line of table.trim().split('\n').slice(1)) {
    const [kind, name = '', value, chance] = line.split('\t')
    if (kind === 'weight') weights[name] = Number(value)
    else {
      curves[name as ScriptGroup] ??= []
      curves[name as ScriptGroup]!.push([Number(value), Number(chance)])
    }
  }
  return new Model(weights, curves)
}
