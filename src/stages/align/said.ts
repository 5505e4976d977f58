/** What people said of rows, as a rule for the path: a row that they confirmed is on it, one that they took apart is not. */
import type { Anchor } from './anchors.ts'
import { type Band, cellAt } from './band.ts'
import { SHAPES, shapeOf } from './shapes.ts'

/** Lines of both sides, by their indexes, rising. */
export interface Row {
  readonly source: readonly number[]
  readonly target: readonly number[]
}

export interface Said {
  /** They share no line. */
  readonly confirmed: readonly Row[]
  readonly apart: readonly Row[]
}

/** A row of neighbouring lines, as a step of a path. */
interface Step {
  readonly source: number
  readonly target: number
  readonly sources: number
  readonly targets: number
}

/** The confirmed rows that one path can pass, in their order: of neighbouring lines, as many as some shape has, crossing none before. */
function stepsOf(confirmed: readonly Row[]): Step[] {
  const steps: Step[] = []
  for (const { source, target } of [...confirmed].sort((a, b) => a.source[0]! - b.source[0]!)) {
    const step = { source: source[0]!, target: target[0]!, sources: source.length, targets: target.length }
    const before = steps.at(-1)
    const isAfter = before === undefined || (step.source >= before.source + before.sources && step.target >= before.target + before.targets)
    if (isAfter && areNeighbours(source) && areNeighbours(target) && hasShape(step)) steps.push(step)
  }
  return steps
}

function areNeighbours(lines: readonly number[]): boolean {
  return lines.at(-1)! - lines[0]! === lines.length - 1
}

function hasShape({ sources, targets }: Step): boolean {
  return SHAPES.some(([k, l]) => k === sources && l === targets)
}

/** The anchors, through the confirmed rows: those that contradict one go. */
export function anchoredBy(confirmed: readonly Row[], anchors: readonly Anchor[]): readonly Anchor[] {
  const steps = stepsOf(confirmed)
  if (steps.length === 0) return anchors
  const agrees = ({ source, target }: Anchor) =>
    steps.every(
      (step) =>
        (source < step.source && target < step.target) || (source >= step.source + step.sources && target >= step.target + step.targets),
    )
  const sure = steps.map(({ source, target }): Anchor => ({ source, target, similarity: 1 }))
  return [...anchors.filter(agrees), ...sure].sort((a, b) => a.source - b.source)
}

/**
 * Forbids in `value` each step that takes a line out of a confirmed row, or has a row whole that is to be apart.
 * @param value of each shape from each cell, at cell * SHAPES.length + shape
 */
export function forbid({ confirmed, apart }: Said, value: Float32Array, band: Band): void {
  const sources = band.low.length - 1
  const targets = band.high[sources]!
  const steps = stepsOf(confirmed).filter(
    (step) => cellAt(band, step.source, step.target) >= 0 && cellAt(band, step.source + step.sources, step.target + step.targets) >= 0,
  )
  if (steps.length + apart.length === 0) return
  const sourceOf = new Int32Array(sources).fill(-1)
  const targetOf = new Int32Array(targets).fill(-1)
  for (const [number, step] of steps.entries()) {
    sourceOf.fill(number, step.source, step.source + step.sources)
    targetOf.fill(number, step.target, step.target + step.targets)
  }
  const own = steps.map((step) => shapeOf(step.sources, step.targets))
  const isFree = (i: number, j: number, shape: number): boolean => {
    const [k, l] = SHAPES[shape]!
    const taken = new Set([...sourceOf.subarray(i, i + k), ...targetOf.subarray(j, j + l)])
    taken.delete(-1)
    const [first] = taken
    if (first === undefined) return !apart.some((row) => isIn(row.source, i, i + k) && isIn(row.target, j, j + l))
    const step = steps[first]!
    return taken.size === 1 && step.source === i && step.target === j && own[first] === shape
  }
  for (let i = 0; i <= sources; i++)
    for (let j = band.low[i]!; j <= band.high[i]!; j++)
      for (let shape = 0; shape < SHAPES.length; shape++) {
        const at = cellAt(band, i, j) * SHAPES.length + shape
        if (value[at] !== Number.NEGATIVE_INFINITY && !isFree(i, j, shape)) value[at] = Number.NEGATIVE_INFINITY
      }
}

function isIn(lines: readonly number[], start: number, end: number): boolean {
  return lines[0]! >= start && lines.at(-1)! < end
}
