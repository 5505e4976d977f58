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
  for (const side of [left, right]) for (const line of side) for (const id of line.keys()) documents[id]! += 1
  const total = source.length + target.length
  const rarity = documents.map((lines) => Math.log(1 + total / lines))
  return { source: pack(left, rarity), target: pack(right, rarity), size: ids.size }
}

function count(lines: readonly string[], ids: Map<string, number>): Map<number, number>[] {
  return lines.map((line) => {
    const bag = new Map<number, number>()
    for (const [feature, weight] of features(line)) {
      let id = ids.get(feature)
      if (id === undefined) {
        id = ids.size
        ids.set(feature, id)
      }
      bag.set(id, (bag.get(id) ?? 0) + weight)
    }
    return bag
  })
}

function pack(bags: readonly Map<number, number>[], rarity: Float64Array): Bags {
  const start = new Int32Array(bags.length + 1)
  for (const [line, bag] of bags.entries()) start[line + 1] = start[line]! + bag.size
  const feature = new Int32Array(start[bags.length]!)
  const weight = new Float32Array(feature.length)
  const mass = new Float64Array(bags.length)
  for (const [line, bag] of bags.entries()) {
    let at = start[line]!
    for (const [id, times] of bag) {
      feature[at] = id
      weight[at] = times * rarity[id]!
      mass[line]! += weight[at]!
      at++
    }
  }
  return { start, feature, weight, mass }
}
