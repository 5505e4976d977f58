/** The steps that a path may take through two documents whose alignment is known, to learn from. */
import { cellAt } from '../../src/stages/align/band.ts'
import { type Evidence, FEATURES } from '../../src/stages/align/evidence.ts'
import type { AlignOptions } from '../../src/stages/align/index.ts'
import { look } from '../../src/stages/align/segments.ts'
import { SHAPES, shapeOf } from '../../src/stages/align/shapes.ts'
import type { AlignedDocument, Pair } from './data.ts'

/** Cells farther than this from the gold path teach nothing. */
const NEAR = 6
const SIZE = FEATURES.length

/** A step from one cell to another, its features, and whether the gold allows it. */
export interface Lattice {
  readonly cells: number
  readonly from: Int32Array
  readonly to: Int32Array
  /** Index into SHAPES. */
  readonly shape: Uint8Array
  readonly features: Float32Array
  readonly gold: Uint8Array
}

/** All that is near the gold; where the band leaves that aside, all of the band. */
export function lattice(document: AlignedDocument, options: AlignOptions): Lattice {
  const { evidence } = look(document.source, document.target, options)
  const close = latticeOf(document, evidence, nearGold(document))
  return isPassable(close) ? close : latticeOf(document, evidence, () => true)
}

function isPassable({ cells, from, to }: Lattice): boolean {
  const reached = new Uint8Array(cells)
  reached[0] = 1
  for (let step = 0; step < from.length; step++) if (reached[from[step]!]) reached[to[step]!] = 1
  return reached[cells - 1] === 1
}

function latticeOf(document: AlignedDocument, evidence: Evidence, near: (i: number, j: number) => boolean): Lattice {
  const { band } = evidence
  const allowed = goldSteps(document)
  const steps: { from: number; to: number; shape: number; gold: boolean; features: Float32Array }[] = []
  const vector = new Float64Array(SIZE)
  for (let i = 0; i < band.low.length; i++) {
    for (let j = band.low[i]!; j <= band.high[i]!; j++) {
      if (!near(i, j)) continue
      for (const [shape, [k, l]] of SHAPES.entries()) {
        const to = cellAt(band, i + k, j + l)
        if (to < 0 || !near(i + k, j + l)) continue
        evidence.features(i, j, shape, vector)
        steps.push({ from: cellAt(band, i, j), to, shape, gold: allowed(i, j, k, l), features: Float32Array.from(vector) })
      }
    }
  }
  const features = new Float32Array(steps.length * SIZE)
  for (const [index, step] of steps.entries()) features.set(step.features, index * SIZE)
  return {
    cells: band.cells,
    from: Int32Array.from(steps, (step) => step.from),
    to: Int32Array.from(steps, (step) => step.to),
    shape: Uint8Array.from(steps, (step) => step.shape),
    features,
    gold: Uint8Array.from(steps, (step) => (step.gold ? 1 : 0)),
  }
}

/** Which steps the gold allows. Of a pair that no path can take (crossing, not contiguous, too long) anything inside, or nothing. */
function goldSteps({ gold, source, target }: AlignedDocument): (i: number, j: number, k: number, l: number) => boolean {
  const pairs = gold.filter(([a, b]) => a.length > 0 && b.length > 0)
  const exact = new Set<string>()
  const loose: Pair[] = []
  const firm = { source: new Set<number>(), target: new Set<number>() }
  for (const pair of pairs) {
    const [a, b] = pair
    const contiguous = [a, b].every((side) => side.at(-1)! - side[0]! === side.length - 1)
    const crossed = pairs.some((other) => other !== pair && other[0][0]! < a[0]! !== other[1].at(-1)! < b[0]!)
    if (contiguous && a.length <= 6 && b.length <= 6 && shapeOf(a.length, b.length) >= 0 && !crossed)
      exact.add(`${a[0]} ${b[0]} ${a.length} ${b.length}`)
    else loose.push(pair)
    if (contiguous && !crossed) {
      for (const line of a) firm.source.add(line)
      for (const line of b) firm.target.add(line)
    }
  }
  return (i, j, k, l) => {
    if (l === 0) return i < source.length && !firm.source.has(i)
    if (k === 0) return j < target.length && !firm.target.has(j)
    return (
      exact.has(`${i} ${j} ${k} ${l}`) ||
      loose.some(([a, b]) => i >= a[0]! && i + k - 1 <= a.at(-1)! && j >= b[0]! && j + l - 1 <= b.at(-1)!)
    )
  }
}

function nearGold({ gold, source, target }: AlignedDocument): (i: number, j: number) => boolean {
  const low = new Int32Array(source.length + 1).fill(target.length)
  const high = new Int32Array(source.length + 1)
  let [fromSource, fromTarget] = [0, 0]
  for (const [a, b] of [...gold.filter(([a, b]) => a.length > 0 && b.length > 0), [[source.length], [target.length]] as Pair]) {
    for (let i = Math.max(0, fromSource - NEAR); i <= Math.min(source.length, a[0]! + NEAR); i++) {
      low[i] = Math.min(low[i]!, fromTarget - NEAR, b[0]! - NEAR)
      high[i] = Math.max(high[i]!, fromTarget + NEAR, b[0]! + NEAR)
    }
    ;[fromSource, fromTarget] = [a[0]!, b[0]!]
  }
  return (i, j) => j >= low[i]! && j <= high[i]!
}

/** Steps come in an order in which all steps into a cell stand before those out of it. */
export function posterior(
  { cells, from, to }: Pick<Lattice, 'cells' | 'from' | 'to'>,
  value: Float64Array,
): { share: Float64Array; whole: number } {
  const before = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY)
  const after = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY)
  before[0] = 0
  after[cells - 1] = 0
  for (let step = 0; step < value.length; step++) before[to[step]!] = logSum(before[to[step]!]!, before[from[step]!]! + value[step]!)
  for (let step = value.length - 1; step >= 0; step--) after[from[step]!] = logSum(after[from[step]!]!, after[to[step]!]! + value[step]!)
  const whole = before[cells - 1]!
  return { share: value.map((total, step) => Math.exp(before[from[step]!]! + total + after[to[step]!]! - whole) || 0), whole }
}

function logSum(a: number, b: number): number {
  const [less, more] = a < b ? [a, b] : [b, a]
  return less === Number.NEGATIVE_INFINITY ? more : more + Math.log1p(Math.exp(less - more))
}
