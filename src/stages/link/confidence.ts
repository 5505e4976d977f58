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

/** Similarity → confidence, straight lines between the points; below the first point 0. */
type Curve = readonly (readonly [similarity: number, confidence: number])[]

const full: Curve = [
  [0.75, 0.4],
  [0.84, 0.72],
  [0.9, 0.85],
  [0.915, 0.9],
  [0.95, 0.95],
  [1, 0.99],
]
const supported: Curve = [
  [0.72, 0.5],
  [0.8, 0.72],
  [0.87, 0.84],
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
const alone: Curve = [
  [0.9, 0.5],
  [0.925, 0.72],
  [0.95, 0.9],
  [1, 0.95],
]

function read(curve: Curve, similarity: number): number {
  for (let at = curve.length - 1; at >= 0; at--) {
    const [from, low] = curve[at]!
    if (similarity < from) continue
    const next = curve[at + 1]
    if (next === undefined) return low
    return low + ((next[1] - low) * (similarity - from)) / (next[0] - from)
  }
  return 0
}

/** A name of as many letters, found without support, must be written as in the glossary. */
const LONG_ENOUGH = 6

/**
 * 0..1: the chance that a candidate of this shape is right.
 * @param similarity of all its pieces
 * @param letters of all its pieces
 */
export function confidenceOf(shape: Shape, similarity: number, letters: number, support: Support): number {
  if (shape === 'full') return read(full, similarity)
  if (support !== 'none') {
    if (shape === 'given' || shape === 'word') return read(supportedGiven, similarity)
    if (letters < LONG_ENOUGH - 1 && similarity < 1) return read(supported, similarity - 0.03)
    return read(supported, similarity)
  }
  if (shape === 'given' || shape === 'word') return 0
  if (letters < LONG_ENOUGH && similarity < 1) return 0
  if (letters < 3) return shape === 'initial' ? 0.75 : 0
  return read(alone, similarity)
}
