/** Which texts may belong together: those that share some of their rarest features. */
import { NumberRoom } from '../sketch/room.ts'
import { Postings } from './postings.ts'

/** A text, by its number, with the features it is looked for by. */
export interface Sought {
  readonly text: number
  /** Distinct. */
  readonly features: Uint32Array
}

export interface Candidate {
  readonly a: number
  readonly b: number
}

export interface CandidateOptions {
  /** How much it says that a text has the feature, more than 0. */
  readonly weight: (text: number, feature: number) => number
  /** How many texts have the feature. */
  readonly count: (feature: number) => number
  /** Whether two texts are compared at all. */
  readonly comparable?: (a: number, b: number) => boolean
  /** Of a text, by its rarest features. */
  readonly most: number
}

/** Of how many of its rarest features a text is looked for by, the first that is not too much. Paraphrased versions share half of them. */
const RAREST = [512, 128, 64, 32]
/** Postings of all texts together: more take too much memory, but for 32 a text. */
const MOST_POSTINGS = 4e6
/** Comparisons of two postings for each text: more is too much work. */
const WORK = 1000
/** Texts with less of their rare features in common are not looked at. */
const LEAST = 0.06

/**
 * Pairs of texts that share rare features, the likeliest of each text, each pair once, rising. As many features of each text are looked at as the
 * corpus allows: in a small or monotonous one even the rarest words are in many texts. If its 32 rarest are too much work, the commonest of them are
 * passed over. Time and memory grow with the number of texts.
 */
export function* candidates(sought: readonly Sought[], options: CandidateOptions): Generator<Candidate> {
  const { weight, comparable = () => true, most } = options
  const { rows, postings } = looked(sought, options)
  const mass = Float64Array.from(rows, (features, at) => {
    let total = 0
    for (const feature of features) if (postings.has(feature)) total += weight(sought[at]!.text, feature)
    return total
  })
  const shared = new Float64Array(sought.length)
  const touched = new Uint32Array(sought.length)
  /** a · texts + b, some twice. */
  const found = new Float64Array(most * sought.length)
  let size = 0
  for (const [at, features] of rows.entries()) {
    let touches = 0
    for (const feature of features) {
      const [from, to] = postings.rangeOf(feature)
      if (from === to) continue
      const value = weight(sought[at]!.text, feature)
      for (let place = from; place < to; place++) {
        const other = postings.rows[place]!
        if (other === at || !comparable(sought[at]!.text, sought[other]!.text)) continue
        if (shared[other] === 0) touched[touches++] = other
        shared[other]! += (value + weight(sought[other]!.text, feature)) / 2
      }
    }
    const likely: { readonly other: number; readonly score: number }[] = []
    for (let place = 0; place < touches; place++) {
      const other = touched[place]!
      const score = (2 * shared[other]!) / (mass[at]! + mass[other]!)
      if (score >= LEAST) likely.push({ other, score })
      shared[other] = 0
    }
    likely.sort((x, y) => y.score - x.score || x.other - y.other)
    for (const { other } of likely.slice(0, most)) found[size++] = Math.min(at, other) * sought.length + Math.max(at, other)
  }
  const pairs = found.subarray(0, size).sort()
  for (let at = 0; at < size; at++) {
    const pair = pairs[at]!
    if (pair !== pairs[at - 1]) yield { a: sought[Math.floor(pair / sought.length)]!.text, b: sought[pair % sought.length]!.text }
  }
}

/** The features that texts are looked for by, and where each is; of the first no more is asked than what the second has. */
function looked(sought: readonly Sought[], { count }: CandidateOptions): { rows: readonly Uint32Array[]; postings: Postings } {
  const work = WORK * sought.length
  const first = RAREST.find((most) => most * sought.length <= MOST_POSTINGS) ?? RAREST.at(-1)!
  const room = new NumberRoom()
  let rows = sought.map(({ features }) => rarestOf(features, count, first, room))
  for (const most of RAREST.filter((most) => most <= first)) {
    rows = rows.map((features) => features.subarray(0, most))
    const postings = Postings.within(rows, work, most === RAREST.at(-1))
    if (postings !== undefined) return { rows, postings }
  }
  throw new RangeError('RAREST is empty')
}

/** Features that other texts have too, the rarest first. */
function rarestOf(features: Uint32Array, count: (feature: number) => number, most: number, room: NumberRoom): Uint32Array {
  /** Of each feature how many texts have it, and in the lower 32 bits itself. */
  const ranked = new Float64Array(features.length)
  let size = 0
  for (const feature of features) {
    const texts = count(feature)
    if (texts > 1) ranked[size++] = texts * 2 ** 32 + feature
  }
  const rarest = ranked.subarray(0, size).sort().subarray(0, most)
  const kept = room.take(rarest.length)
  for (let at = 0; at < kept.length; at++) kept[at] = rarest[at]! % 2 ** 32
  return kept
}
