/** Which texts may belong together: those that share some of their rarest features. */

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
 * Pairs of texts that share rare features, the likeliest of each text, each pair once. As many features of each text are looked at as the corpus
 * allows: in a small or monotonous one even the rarest words are in many texts. If its 32 rarest are too much work, the commonest of them are
 * passed over. Time and memory grow with the number of texts.
 */
export function* candidates(sought: readonly Sought[], options: CandidateOptions): Generator<Candidate> {
  const { weight, comparable = () => true, most } = options
  const { kept, postings } = keptWithin(WORK * sought.length, sought, options)
  const mass = kept.map((features, at) => features.reduce((total, feature) => total + weight(sought[at]!.text, feature), 0))
  const shared = new Float64Array(sought.length)
  /** a · texts + b */
  const found = new Set<number>()
  for (const [at, features] of kept.entries()) {
    const touched: number[] = []
    for (const feature of features) {
      const value = weight(sought[at]!.text, feature)
      for (const other of postings.get(feature)!) {
        if (other === at || !comparable(sought[at]!.text, sought[other]!.text)) continue
        if (shared[other] === 0) touched.push(other)
        shared[other]! += (value + weight(sought[other]!.text, feature)) / 2
      }
    }
    const scored = touched.map((other) => ({ other, score: (2 * shared[other]!) / (mass[at]! + mass[other]!) }))
    for (const other of touched) shared[other] = 0
    const likely = scored.filter(({ score }) => score >= LEAST).sort((x, y) => y.score - x.score || x.other - y.other)
    for (const { other } of likely.slice(0, most)) {
      const [a, b] = other < at ? [other, at] : [at, other]
      found.add(a * sought.length + b)
    }
  }
  for (const pair of found) yield { a: sought[Math.floor(pair / sought.length)]!.text, b: sought[pair % sought.length]!.text }
}

/** The features that texts are looked for by, and the texts of each. */
function keptWithin(work: number, sought: readonly Sought[], { count }: CandidateOptions) {
  const first = RAREST.find((most) => most * sought.length <= MOST_POSTINGS) ?? RAREST.at(-1)!
  const rarest = sought.map(({ features }) => rarestOf(features, count, first))
  for (const most of RAREST) {
    const isLast = most === RAREST.at(-1)
    if (most > first) continue
    const kept = rarest.map((features) => features.subarray(0, most))
    const postings = invert(kept)
    if (!isLast && workOf(postings) > work) continue
    dropCommonest(postings, work)
    return { kept: kept.map((features) => features.filter((feature) => postings.has(feature))), postings }
  }
  throw new RangeError('RAREST is empty')
}

/** Features that other texts have too, the rarest first. */
function rarestOf(features: Uint32Array, count: (feature: number) => number, most: number): Uint32Array {
  const shared: { feature: number; texts: number }[] = []
  for (const feature of features) {
    const texts = count(feature)
    if (texts > 1) shared.push({ feature, texts })
  }
  shared.sort((x, y) => x.texts - y.texts || x.feature - y.feature)
  return Uint32Array.from(shared.slice(0, most), ({ feature }) => feature)
}

function workOf(postings: ReadonlyMap<number, readonly number[]>): number {
  let work = 0
  for (const { length } of postings.values()) work += length ** 2
  return work
}

/** Until what is left is not too much work: the document-frequency cap of this corpus. */
function dropCommonest(postings: Map<number, readonly number[]>, work: number): void {
  let left = work
  for (const [feature, texts] of [...postings].sort(([, x], [, y]) => x.length - y.length)) {
    left -= texts.length ** 2
    if (left < 0) postings.delete(feature)
  }
}

function invert(rows: readonly Uint32Array[]): Map<number, number[]> {
  const postings = new Map<number, number[]>()
  for (const [at, features] of rows.entries()) {
    for (const feature of features) {
      const known = postings.get(feature)
      if (known === undefined) postings.set(feature, [at])
      else known.push(at)
    }
  }
  return postings
}
