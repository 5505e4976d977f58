/**
 * What is measured of a candidate, feature by feature: the whole of what decides whether it is linked, but for the spellings that the glossary
 * itself forbids. The weights are learned (scripts/train-names/linking.ts) and stand in models/names/linking.tsv.
 */
import type { Situation } from '../situation.ts'
import { beside } from './beside.ts'
import { document } from './document.ts'
import type { Feature } from './feature.ts'
import { spelling } from './spelling.ts'
import { word } from './word.ts'

export const features: readonly Feature[] = [{ name: 'base', of: () => 1, prior: 2 }, ...spelling, ...document, ...beside, ...word]

/** The values of all features, in their order. */
export function measure(situation: Situation): Float64Array {
  const values = new Float64Array(features.length)
  for (let at = 0; at < values.length; at++) values[at] = features[at]!.of(situation)
  return values
}
