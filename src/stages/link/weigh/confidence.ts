import type { Shape } from '../assemble/candidate.ts'
import { type Curve, curves } from './calibration.ts'

/** From here a mention is rewritten: at least 98 % of what was so on the sets of bench/names.ts was right, as bench/names/calibrate.ts shows. */
export const REWRITE = 0.85
/** From here it is proposed for review; below it is no mention. */
export const SUGGEST = 0.65

/** How sure the document makes us that a name's bearer is spoken of. */
export type Support =
  | 'none'
  | 'anchored' // named in full in this document
  | 'expected' // linked in the sentence this one translates

/** Letters of a name that is found by its sound, alone or of somebody spoken of, and what each that is wanting costs. */
const ENOUGH_ALONE = 8
const ENOUGH = 5
const WANTING = 0.025

/** Letters that one letter's worth of difference outweighs. */
const DOUBT = 6

/** Alike but for diacritics. */
const SAME = 0.99

/** Names of fewer letters are many people's. */
const RARE_FROM = 5

/** What is measured of a candidate, and the curve that turns the measure into a confidence. */
export interface Evidence {
  readonly curve: keyof typeof curves
  readonly measure: number
}

/**
 * What speaks for a candidate of this shape; undefined where the shape says nothing by itself.
 * @param similarity of all its pieces
 * @param letters of all its pieces
 * @param heard whether it is in another script than Latin, where letters say less
 */
export function evidenceOf(shape: Shape, similarity: number, letters: number, support: Support, heard: boolean): Evidence | undefined {
  const part = shape === 'given' || shape === 'word'
  if (heard && similarity < SAME) {
    if (shape === 'full') return { curve: 'heardFull', measure: similarity }
    if (support === 'none')
      return part ? undefined : { curve: 'heardAlone', measure: similarity - WANTING * Math.max(0, ENOUGH_ALONE - letters) }
    const measure = similarity - WANTING * Math.max(0, ENOUGH - letters)
    return { curve: part ? 'supportedGiven' : 'heardSupported', measure }
  }
  if (shape === 'full') return { curve: 'full', measure: similarity }
  if (support !== 'none') return { curve: part ? 'supportedGiven' : 'supported', measure: similarity }
  if (part) return undefined
  const enough = letters >= RARE_FROM || shape === 'initial'
  if (similarity >= SAME) return { curve: 'exactAlone', measure: enough ? 1 : 0 }
  return { curve: shape === 'whole' || shape === 'alias' ? 'wholeAlone' : 'alone', measure: letters - DOUBT * (1 - similarity) * letters }
}

/** 0..1: the chance that a candidate with this evidence is right: straight lines between the points of its curve, 0 below the first. */
export function confidenceOf(evidence: Evidence | undefined, by: Readonly<Record<Evidence['curve'], Curve>> = curves): number {
  if (evidence === undefined) return 0
  const curve = by[evidence.curve]
  for (let at = curve.length - 1; at >= 0; at--) {
    const [from, low] = curve[at]!
    if (evidence.measure < from) continue
    const next = curve[at + 1]
    if (next === undefined) return low
    return low + ((next[1] - low) * (evidence.measure - from)) / (next[0] - from)
  }
  return 0
}
