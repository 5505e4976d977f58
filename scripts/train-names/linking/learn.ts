import { features } from '../../../src/stages/link/weigh/features/index.ts'
import { fitLogistic, type Sample } from './fit.ts'

export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** The weights of the features, by their names. */
export function weightsOf(samples: readonly Sample[]): Record<string, number> {
  const weights = fitLogistic(
    samples,
    features.map(({ prior = 0 }) => prior),
  )
  return Object.fromEntries(features.map(({ name }, at) => [name, rounded(weights[at]!)]))
}
