/**
 * What the first look at all blocks says of each: the chances of its neighbours, of the elements around it, and of the blocks built like it.
 * A second look with these takes the place of the sequence model of Web2Text.
 */
import type { PageBlock } from './blocks.ts'
import type { PageFeatures } from './features.ts'
import type { Region } from './regions.ts'
import type { Element } from './tree.ts'

export function chanceOf(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}

/** Chance from which a block of some length counts as one of the article, when the nearest such is looked for. */
const SURE = 0.6
const LONG = 60
const FAR = 20

/** A row a block: the features of the block, then those of its context. */
export function withContext(
  blocks: readonly PageBlock[],
  { rows, width, shapes, regions, kinds }: PageFeatures,
  logits: ArrayLike<number>,
) {
  const count = blocks.length
  const chances = Array.from(logits, chanceOf)
  const sizes = shapes.map(({ size }) => size)
  const [expected, all] = [prefixSums(chances.map((chance, index) => chance * sizes[index]!)), prefixSums(sizes)]
  const total = expected[count]! || 1
  const share = ({ start, end }: Region) => (expected[end]! - expected[start]!) / (all[end]! - all[start]! || 1)
  const part = ({ start, end }: Region) => (expected[end]! - expected[start]!) / total
  const alike = sumsByKind(kinds, chances, sizes)
  const sure = chances.map((chance, index) => chance > SURE && sizes[index]! > LONG)
  const [first, last] = [sure.indexOf(true), sure.lastIndexOf(true)]
  const [fromBefore, fromAfter] = [distances(sure), distances(sure.toReversed()).toReversed()]
  const logitAt = (index: number) => logits[index] ?? -5
  let contextWidth = 0
  const contexts = blocks.map(({ element }, index) => {
    const around = ancestors(element).map((one) => regions.get(one)!)
    const size = sizes[index]!
    const chance = chances[index]!
    const kind = alike.get(kinds[index]!)!
    const context = [
      ...[0, -3, -2, -1, 1, 2, 3].map((offset) => logitAt(index + offset)),
      ...around.flatMap((region) => [share(region), part(region)]),
      kind.expected / (kind.size || 1),
      kind.expected / total,
      (kind.expected - chance * size) / (kind.size - size || 1),
      fromBefore[index]!,
      fromAfter[index]!,
      chance / total,
      (chance * size) / total,
      Math.log1p(total),
      total / (all[count]! || 1),
      first < 0 ? -1 : index < first ? 0 : index > last ? 2 : 1,
    ]
    contextWidth = context.length
    return context
  })
  const both = width + contextWidth
  const joined = new Float32Array(both * count)
  contexts.forEach((context, index) => {
    joined.set(rows.subarray(index * width, (index + 1) * width), index * both)
    joined.set(context, index * both + width)
  })
  return { rows: joined, width: both }
}

/** The element itself and the next three around it. */
function ancestors(element: Element): readonly Element[] {
  const found = [element]
  for (let at = element; found.length < 4; found.push(at)) at = at.parent ?? at
  return found
}

function prefixSums(values: readonly number[]): readonly number[] {
  const sums = [0]
  for (const value of values) sums.push(sums.at(-1)! + value)
  return sums
}

/** Of each place, how far the last true one lies back, its own not counted. */
function distances(marks: readonly boolean[]): number[] {
  let since = FAR
  return marks.map((mark) => {
    const distance = Math.min(FAR, since)
    since = mark ? 1 : since + 1
    return distance
  })
}

function sumsByKind(kinds: readonly number[], chances: readonly number[], sizes: readonly number[]) {
  const sums = new Map<number, { expected: number; size: number }>()
  kinds.forEach((kind, index) => {
    const sum = sums.get(kind) ?? { expected: 0, size: 0 }
    sum.expected += chances[index]! * sizes[index]!
    sum.size += sizes[index]!
    sums.set(kind, sum)
  })
  return sums
}
