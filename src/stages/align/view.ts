import { features } from './features.ts'

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

export function viewOf(source: readonly string[], target: readonly string[]): View {
  const ids = new Map<string, number>()
  const left = count(source, ids)
  const right = count(target, ids)
  const documents = new Float64Array(ids.size)
  for (const { feature } of [left, right]) for (const id of feature) documents[id]! += 1
  const total = source.length + target.length
  const rarity = documents.map((lines) => Math.log(1 + total / lines))
  return { source: weigh(left, rarity), target: weigh(right, rarity), size: ids.size }
}

/** Bags whose features are not weighed yet, each once a line. */
interface Counted extends Pick<Bags, 'start' | 'feature'> {
  readonly times: Float64Array
}

/** Line by line into two arrays: a table a line would take ten times the memory. */
function count(lines: readonly string[], ids: Map<string, number>): Counted {
  const start = new Int32Array(lines.length + 1)
  let feature = new Int32Array(1024)
  let times = new Float64Array(1024)
  let end = 0
  const bag = new Map<number, number>()
  for (const [line, text] of lines.entries()) {
    bag.clear()
    for (const [name, weight] of features(text)) {
      let id = ids.get(name)
      if (id === undefined) {
        id = ids.size
        ids.set(name, id)
      }
      bag.set(id, (bag.get(id) ?? 0) + weight)
    }
    if (end + bag.size > feature.length) {
      const room = 2 * (end + bag.size)
      feature = grown(feature, new Int32Array(room))
      times = grown(times, new Float64Array(room))
    }
    for (const [id, weight] of bag) {
      feature[end] = id
      times[end] = weight
      end += 1
    }
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
