import { Vocabulary } from './features.ts'

/** Lines as bags of weighted features, one after the other (compressed sparse rows). */
export interface Bags {
  /** Line i's features stand at start[i] .. start[i + 1]. */
  readonly start: Int32Array
  readonly feature: Int32Array
  readonly weight: Float32Array
  /** Sum of each line's weights. */
  readonly mass: Float64Array
}

/** Source and target lines made comparable: both in one language, through a translation of either side. */
export interface View {
  readonly source: Bags
  readonly target: Bags
  /** Number of different features. */
  readonly size: number
}

const vocabulary = new Vocabulary()

export function viewOf(source: readonly string[], target: readonly string[]): View {
  vocabulary.begin()
  const ids = new Ids()
  const left = count(source, ids)
  const right = count(target, ids)
  const documents = new Float64Array(ids.size)
  for (const { feature } of [left, right]) for (const id of feature) documents[id]! += 1
  const total = source.length + target.length
  const rarity = documents.map((lines) => Math.log(1 + total / lines))
  ids.forget()
  return { source: weigh(left, rarity), target: weigh(right, rarity), size: ids.size }
}

/** By a feature's number in the vocabulary: one more than its id. By an id: one more than its place in the line. Used again for each view. */
let idOf = new Int32Array(1 << 12)
let placeOf = new Int32Array(1 << 12)

/** The features of one view, from 0, as they come up. */
class Ids {
  readonly #features: number[] = []

  get size(): number {
    return this.#features.length
  }

  /** @param feature its number, for which `idOf` has room */
  of(feature: number): number {
    const known = idOf[feature]!
    if (known > 0) return known - 1
    const id = this.#features.push(feature) - 1
    idOf[feature] = id + 1
    if (id === placeOf.length) placeOf = grown(placeOf, new Int32Array(2 * placeOf.length))
    return id
  }

  forget(): void {
    for (const feature of this.#features) idOf[feature] = 0
  }
}

/** Bags whose features are not weighed yet, each once a line. */
interface Counted extends Pick<Bags, 'start' | 'feature'> {
  readonly times: Float64Array
}

/** Line by line into two arrays: a table a line would take ten times the memory. */
function count(lines: readonly string[], ids: Ids): Counted {
  const start = new Int32Array(lines.length + 1)
  let feature = new Int32Array(1024)
  let times = new Float64Array(1024)
  let end = 0
  for (const [line, text] of lines.entries()) {
    const tokens = vocabulary.tokensOf(text)
    if (vocabulary.size > idOf.length) idOf = grown(idOf, new Int32Array(2 * vocabulary.size))
    for (const { features, weights } of tokens) {
      if (end + features.length > feature.length) {
        const room = 2 * (end + features.length)
        feature = grown(feature, new Int32Array(room))
        times = grown(times, new Float64Array(room))
      }
      for (let at = 0; at < features.length; at++) {
        const id = ids.of(features[at]!)
        if (placeOf[id] === 0) {
          feature[end] = id
          placeOf[id] = ++end
        }
        times[placeOf[id]! - 1]! += weights[at]!
      }
    }
    for (let at = start[line]!; at < end; at++) placeOf[feature[at]!] = 0
    start[line + 1] = end
  }
  return { start, feature: feature.slice(0, end), times: times.slice(0, end) }
}

function grown<Numbers extends Int32Array | Float64Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from)
  return to
}

function weigh({ start, feature, times }: Counted, rarity: Float64Array): Bags {
  const weight = new Float32Array(feature.length)
  const mass = new Float64Array(start.length - 1)
  for (let line = 0; line < mass.length; line++) {
    for (let at = start[line]!; at < start[line + 1]!; at++) {
      weight[at] = times[at]! * rarity[feature[at]!]!
      mass[line]! += weight[at]!
    }
  }
  return { start, feature, weight, mass }
}
