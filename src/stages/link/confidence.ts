import type { Shape } from './candidate.ts'

/** From here a mention is rewritten: on all dev sets at least 98 % of what lies above was right. */
export const REWRITE = 0.9
/** From here it is proposed for review; below it is no mention. */
export const SUGGEST = 0.72

/** How sure the document makes us that a name's bearer is spoken of. */
export type Support =
  | 'none'
  | 'anchored' // named in full in this document
  | 'expected' // linked in the sentence this one translates

/** What is measured → confidence, straight lines between the points; below the first point 0, above the last the last. */
type Curve = readonly (readonly [measure: number, confidence: number])[]

const full: Curve = [
  [0.75, 0.4],
  [0.84, 0.72],
  [0.9, 0.85],
  [0.915, 0.9],
  [0.95, 0.95],
  [1, 0.99],
]
const supported: Curve = [
  [0.78, 0.5],
  [0.85, 0.72],
  [0.91, 0.9],
  [0.95, 0.95],
  [1, 0.985],
]
const supportedGiven: Curve = [
  [0.82, 0.5],
  [0.88, 0.72],
  [0.93, 0.9],
  [0.97, 0.93],
  [1, 0.96],
]
/** By letters found, less those that every doubt costs. */
const alone: Curve = [
  [6.2, 0.72],
  [7.5, 0.9],
  [10, 0.94],
]
/** Places and organizations are seldom introduced by a longer name, and seldom have namesakes. */
const aloneWhole: Curve = [
  [4.5, 0.72],
  [7.5, 0.9],
  [10, 0.94],
]
/** Names in another script, in full: two parts side by side are seldom alike by chance, however freely each is transcribed. */
const heardFull: Curve = [
  [0.7, 0.5],
  [0.76, 0.78],
  [0.82, 0.9],
  [0.9, 0.95],
  [1, 0.98],
]
const heardSupported: Curve = [
  [0.72, 0.5],
  [0.78, 0.73],
  [0.87, 0.9],
  [1, 0.97],
]
/** By similarity, less what is wanting in letters. */
const heardAlone: Curve = [
  [0.82, 0.5],
  [0.87, 0.73],
  [0.93, 0.9],
  [1, 0.95],
]
/** Letters of a name that is found by its sound, alone or of somebody spoken of, and what each that is wanting costs. */
const ENOUGH_ALONE = 8
const ENOUGH = 5
const WANTING = 0.025

/** Letters that one letter's worth of difference outweighs. */
const DOUBT = 6

function read(curve: Curve, measure: number): number {
  for (let at = curve.length - 1; at >= 0; at--) {
    const [from, low] = curve[at]!
    if (measure < from) continue
    const next = curve[at + 1]
    if (next === undefined) return low
    return low + ((next[1] - low) * (measure - from)) / (next[0] - from)
  }
  return 0
}

/** Alike but for diacritics. */
const SAME = 0.99

/** Names of fewer letters are many people's. */
const RARE_FROM = 5

/**
 * 0..1: the chance that a candidate of this shape is right.
 * @param similarity of all its pieces
 * @param letters of all its pieces
 * @param heard whether it is in another script than Latin, where letters say less
 */
export function confidenceOf(shape: Shape, similarity: number, letters: number, support: Support, heard: boolean): number {
  if (heard && similarity < SAME) return heardConfidence(shape, similarity, letters, support)
  if (shape === 'full') return read(full, similarity)
  if (support !== 'none') return read(shape === 'given' || shape === 'word' ? supportedGiven : supported, similarity)
  if (shape === 'given' || shape === 'word') return 0
  if (similarity >= SAME) return letters >= RARE_FROM || shape === 'initial' ? 0.95 : 0.6
  return read(shape === 'whole' || shape === 'alias' ? aloneWhole : alone, letters - DOUBT * (1 - similarity) * letters)
}

function heardConfidence(shape: Shape, similarity: number, letters: number, support: Support): number {
  if (shape === 'full') return read(heardFull, similarity)
  if (support !== 'none')
    return read(
      shape === 'given' || shape === 'word' ? supportedGiven : heardSupported,
      similarity - WANTING * Math.max(0, ENOUGH - letters),
    )
  if (shape === 'given' || shape === 'word') return 0
  return read(heardAlone, similarity - WANTING * Math.max(0, ENOUGH_ALONE - letters))
}
