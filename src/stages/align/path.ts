import { type Band, cellAt } from './band.ts'
import { SHAPES, SOURCES, TARGETS } from './shapes.ts'

/** One alignment on a path: the shape that starts at source line `source` and target line `target`. */
export interface Step {
  readonly source: number
  readonly target: number
  /** Index into SHAPES. */
  readonly shape: number
  /** 0..1: the share of all paths, each weighted by e to the sum of its values, that take this step. */
  readonly probability: number
}

/** Natural logarithm of a chance that nobody notices: a billionth. */
const UNLIKELY = -20

/**
 * The path from (0, 0) to (n, m) with the greatest sum of values; of equal ones the one whose shapes come first in SHAPES.
 * @param value of each shape from each cell, at cell * SHAPES.length + shape; -Infinity where it cannot be
 */
export function bestPath(value: Float32Array, band: Band): Step[] {
  const sources = band.low.length - 1
  const targets = band.high[sources]!
  const { cameBy, before } = forward(value, band)
  const after = backward(value, band)
  const whole = before[band.cells - 1]!
  const steps: Step[] = []
  for (let [i, j] = [sources, targets]; i > 0 || j > 0; ) {
    const end = cellAt(band, i, j)
    const shape = cameBy[end]!
    i -= SOURCES[shape]!
    j -= TARGETS[shape]!
    const cell = cellAt(band, i, j)
    const share = before[cell]! + value[cell * SHAPES.length + shape]! + after[end]! - whole
    steps.push({ source: i, target: j, shape, probability: Math.min(1, Math.exp(share)) })
  }
  return steps.reverse()
}

/** How many steps of each shape there are on a path, by the chances of all paths. */
export function expectedSteps(value: Float32Array, band: Band): Float64Array {
  const { before } = forward(value, band)
  const after = backward(value, band)
  const whole = before[band.cells - 1]!
  const expected = new Float64Array(SHAPES.length)
  for (let i = 0; i < band.low.length; i++) {
    for (let j = band.low[i]!; j <= band.high[i]!; j++) {
      const cell = cellAt(band, i, j)
      if (before[cell]! + after[cell]! - whole < UNLIKELY) continue
      for (let shape = 0; shape < SHAPES.length; shape++) {
        const end = cellAt(band, i + SOURCES[shape]!, j + TARGETS[shape]!)
        if (end >= 0) expected[shape]! += Math.exp(before[cell]! + value[cell * SHAPES.length + shape]! + after[end]! - whole)
      }
    }
  }
  return expected
}

/** For each cell the last shape of the best path to it, and the logarithm of the sum of all paths to it. */
function forward(value: Float32Array, band: Band) {
  const best = new Float64Array(band.cells).fill(Number.NEGATIVE_INFINITY)
  const before = new Float64Array(band.cells).fill(Number.NEGATIVE_INFINITY)
  const cameBy = new Int8Array(band.cells).fill(-1)
  best[0] = 0
  before[0] = 0
  for (let i = 0; i < band.low.length; i++) {
    for (let j = band.low[i]!; j <= band.high[i]!; j++) {
      const cell = cellAt(band, i, j)
      if (best[cell] === Number.NEGATIVE_INFINITY) continue
      for (let shape = 0; shape < SHAPES.length; shape++) {
        const end = cellAt(band, i + SOURCES[shape]!, j + TARGETS[shape]!)
        if (end < 0) continue
        const gain = value[cell * SHAPES.length + shape]!
        before[end] = logSum(before[end]!, before[cell]! + gain)
        if (best[cell]! + gain > best[end]!) {
          best[end] = best[cell]! + gain
          cameBy[end] = shape
        }
      }
    }
  }
  return { cameBy, before }
}

/** For each cell the logarithm of the sum of all paths from it to the end. */
function backward(value: Float32Array, band: Band): Float64Array {
  const after = new Float64Array(band.cells).fill(Number.NEGATIVE_INFINITY)
  after[band.cells - 1] = 0
  for (let i = band.low.length - 1; i >= 0; i--) {
    for (let j = band.high[i]!; j >= band.low[i]!; j--) {
      const cell = cellAt(band, i, j)
      for (let shape = 0; shape < SHAPES.length; shape++) {
        const end = cellAt(band, i + SOURCES[shape]!, j + TARGETS[shape]!)
        if (end >= 0) after[cell] = logSum(after[cell]!, after[end]! + value[cell * SHAPES.length + shape]!)
      }
    }
  }
  return after
}

/** log(e^a + e^b) */
function logSum(a: number, b: number): number {
  const less = Math.min(a, b)
  const more = Math.max(a, b)
  return less === Number.NEGATIVE_INFINITY ? more : more + Math.log1p(Math.exp(less - more))
}
