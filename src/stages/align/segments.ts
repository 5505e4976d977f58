import type { Alignment, Language } from '../../article.ts'
import { UsageError } from '../../errors.ts'
import { anchors } from './anchors.ts'
import { bandAround } from './band.ts'
import { similarities } from './overlap.ts'
import { bestPath } from './path.ts'
import { SHAPES } from './shapes.ts'
import { viewOf } from './view.ts'

export interface AlignOptions {
  readonly from?: Language
  readonly to?: Language
  /** Translations of the source into the target language, line by line. */
  readonly pivots?: readonly (readonly string[])[]
  /** Translations of the target into the source language, line by line. */
  readonly targetPivots?: readonly (readonly string[])[]
}
export const K = {
  skip: 0.15,
  shape: [0, 0, 0.0, 0.12, 0.12, 0.35, 0.3, 0.3, 0.5, 0.5, 0.8, 0.4, 0.4, 0.6, 0.6, 0.8, 0.8],
  z: 0.08,
  zmax: 9,
  floor: 0.3,
}

export function alignSegments(source: readonly string[], target: readonly string[], options: AlignOptions = {}): Alignment[] {
  if (source.length === 0 || target.length === 0)
    return [
      ...source.map((_, i) => ({ source: [i], target: [], score: 0 })),
      ...target.map((_, i) => ({ source: [], target: [i], score: 0 })),
    ]
  const { pivots = [], targetPivots = [] } = options
  check(pivots, source, '--pivot')
  check(targetPivots, target, '--target-pivot')
  const views = [...pivots.map((pivot) => viewOf(pivot, target)), ...targetPivots.map((pivot) => viewOf(source, pivot))]
  if (views.length === 0) views.push(viewOf(source, target))
  const chain = anchors(views[0]!)
  const band = bandAround(chain, source.length, target.length)
  const sims = views.map((view) => similarities(view, band))
  const value = new Float64Array(band.cells * SHAPES.length)
  const pairs = chain.map(({ source: i, target: j }) => (band.offset[i]! + j - band.low[i]!) * SHAPES.length + 2)
  const typical = Math.max(0.05, median(sims.flatMap((s) => pairs.map((at) => s[at]!))))
  const rand = median(sims.flatMap((s) => [...s.filter((_, at) => at % SHAPES.length === 2)]))
  const ls = source.map((line) => line.length)
  const lt = target.map((line) => line.length)
  const ratio = sum(lt) / sum(ls)
  for (let i = 0; i <= source.length; i++)
    for (let j = band.low[i]!; j <= band.high[i]!; j++) {
      const cell = (band.offset[i]! + j - band.low[i]!) * SHAPES.length
      for (const [shape, [k, l]] of SHAPES.entries()) {
        if (k === 0 || l === 0) {
          value[cell + shape] = K.skip
          continue
        }
        let s = 0
        for (const v of sims) s += v[cell + shape]! / sims.length
        s = (s - rand) / (typical - rand)
        let a = 0,
          b = 0
        for (let d = 0; d < k; d++) a += ls[i + d]! * ratio
        for (let d = 0; d < l; d++) b += lt[j + d]!
        const z2 = (a - b) ** 2 / (((a + b) / 2) * 6.8 + 1)
        value[cell + shape] = ((k + l) / 2) * Math.min(1.5, s) - K.z * Math.min(K.zmax, z2) - K.shape[shape]!
      }
    }
  return bestPath(value, band).map(({ source, target, shape }) => ({
    source: Array.from({ length: SHAPES[shape]![0] }, (_, d) => source + d),
    target: Array.from({ length: SHAPES[shape]![1] }, (_, d) => target + d),
    score: 0.5,
  }))
}
function median(x: number[]) {
  x.sort((a, b) => a - b)
  return x[x.length >> 1] ?? 0
}
function sum(x: number[]) {
  return x.reduce((a, b) => a + b, 0)
}
function check(pivots: readonly (readonly string[])[], lines: readonly string[], option: string) {
  for (const pivot of pivots) {
    if (pivot.length !== lines.length) throw new UsageError(`${option}: expected ${lines.length} lines, got ${pivot.length}`)
  }
}
