import type { Band } from './band.ts'
import { SHAPES } from './shapes.ts'

export interface Step {
  readonly source: number
  readonly target: number
  /** Index into SHAPES. */
  readonly shape: number
}

/** The path from (0, 0) to (n, m) with the greatest sum of `value`, at cell * SHAPES.length + shape for the cell a shape starts from. */
export function bestPath(value: Float64Array | Float32Array, band: Band): Step[] {
  const last = band.low.length - 1
  const best = new Float64Array(band.cells).fill(Number.NEGATIVE_INFINITY)
  const cameBy = new Int8Array(band.cells).fill(-1)
  best[0] = 0
  for (let i = 0; i <= last; i++) {
    for (let j = band.low[i]!; j <= band.high[i]!; j++) {
      const cell = band.offset[i]! + j - band.low[i]!
      const here = best[cell]!
      if (here === Number.NEGATIVE_INFINITY) continue
      for (let shape = 0; shape < SHAPES.length; shape++) {
        const to = cellAt(band, i + SHAPES[shape]![0], j + SHAPES[shape]![1])
        if (to < 0) continue
        const total = here + value[cell * SHAPES.length + shape]!
        if (total > best[to]!) {
          best[to] = total
          cameBy[to] = shape
        }
      }
    }
  }
  const steps: Step[] = []
  for (let [i, j] = [last, band.high[last]!]; i > 0 || j > 0; ) {
    const shape = cameBy[cellAt(band, i, j)]!
    i -= SHAPES[shape]![0]
    j -= SHAPES[shape]![1]
    steps.push({ source: i, target: j, shape })
  }
  return steps.reverse()
}

/** The cell's number; -1 outside the band. */
export function cellAt(band: Band, i: number, j: number): number {
  if (i >= band.low.length || j < band.low[i]! || j > band.high[i]!) return -1
  return band.offset[i]! + j - band.low[i]!
}
