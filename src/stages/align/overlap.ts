import type { Band } from './band.ts'
import { LONGEST, SHAPES, shapeOf } from './shapes.ts'
import type { Bags, View } from './view.ts'

/** The most target lines that a shape with so many source lines has. */
const reach = Array.from({ length: LONGEST + 1 }, (_, sources) => Math.max(0, ...SHAPES.map(([k, l]) => (k === sources ? l : 0))))

/**
 * The Dice coefficient, 0..1, of each shape's lines from each cell of the band on, at cell * SHAPES.length + shape.
 * A joined line counts a feature as often as its parts together.
 */
export function similarities({ source, target, size }: View, band: Band): Float32Array {
  const result = new Float32Array(band.cells * SHAPES.length)
  const sources = source.mass.length
  const targets = target.mass.length
  const slotOf = new Int32Array(size).fill(-1)
  for (let i = 0; i < sources; i++) {
    const rows = Math.min(LONGEST, sources - i)
    const { have, slots, mass } = joined(source, i, rows, slotOf)
    const first = band.low[i]!
    const last = Math.min(targets, band.high[i]! + LONGEST)
    const shared = sharedFeatures(target, first, last, slotOf)
    const used = new Float64Array(slots.length)
    for (let j = first; j <= Math.min(band.high[i]!, targets - 1); j++) {
      const cell = (band.offset[i]! + j - first) * SHAPES.length
      for (let k = 1; k <= rows; k++) {
        const bag = have[k]!
        const columns = Math.min(reach[k]!, targets - j)
        let overlap = 0
        let targetMass = 0
        for (let l = 1; l <= columns; l++) {
          const line = j + l - 1
          targetMass += target.mass[line]!
          const end = shared.start[line - first + 1]!
          for (let at = shared.start[line - first]!; at < end; at++) {
            const slot = shared.slot[at]!
            const before = used[slot]!
            const after = before + shared.weight[at]!
            const available = bag[slot]!
            used[slot] = after
            if (before < available) overlap += Math.min(after, available) - before
          }
          const shape = shapeOf(k, l)
          if (shape >= 0 && overlap > 0) result[cell + shape] = (2 * overlap) / (mass[k]! + targetMass)
        }
        for (let at = shared.start[j - first]!; at < shared.start[j - first + columns]!; at++) used[shared.slot[at]!] = 0
      }
    }
    for (const id of slots) slotOf[id] = -1
  }
  return result
}

/** The bags of lines i, i..i+1, i..i+2 and so on, over the few features that these lines have. */
function joined(bags: Bags, i: number, rows: number, slotOf: Int32Array) {
  const slots: number[] = []
  const end = bags.start[i + rows]!
  for (let at = bags.start[i]!; at < end; at++) {
    const id = bags.feature[at]!
    if (slotOf[id] === -1) slotOf[id] = slots.push(id) - 1
  }
  const all = new Float64Array((rows + 1) * slots.length)
  const have = [all.subarray(0, slots.length)]
  const mass = [0]
  for (let k = 1; k <= rows; k++) {
    all.copyWithin(k * slots.length, (k - 1) * slots.length, k * slots.length)
    const bag = all.subarray(k * slots.length, (k + 1) * slots.length)
    for (let at = bags.start[i + k - 1]!; at < bags.start[i + k]!; at++) bag[slotOf[bags.feature[at]!]!]! += bags.weight[at]!
    have.push(bag)
    mass.push(mass[k - 1]! + bags.mass[i + k - 1]!)
  }
  return { have, slots, mass }
}

/** Of the lines first..last, the features that have a slot. */
function sharedFeatures(bags: Bags, first: number, last: number, slotOf: Int32Array) {
  const start = new Int32Array(last - first + 1)
  const room = bags.start[last]! - bags.start[first]!
  const slot = new Int32Array(room)
  const weight = new Float32Array(room)
  let size = 0
  for (let line = first; line < last; line++) {
    for (let at = bags.start[line]!; at < bags.start[line + 1]!; at++) {
      const to = slotOf[bags.feature[at]!]!
      if (to === -1) continue
      slot[size] = to
      weight[size++] = bags.weight[at]!
    }
    start[line - first + 1] = size
  }
  return { start, slot, weight }
}
