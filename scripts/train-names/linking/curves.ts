import type { Curve, Model, ScriptGroup } from '../../../src/stages/link/weigh/model.ts'
import { scriptGroups } from '../../../src/stages/link/weigh/model.ts'
import { isotonic } from './fit.ts'
import { rounded } from './learn.ts'
import { fileOf, type LinkingSample } from './samples.ts'

/** Score → chance by group, from samples weighed by models that had not seen them: by file. */
export function curvesOf(samples: readonly LinkingSample[], models: ReadonlyMap<string, Model>): Partial<Record<ScriptGroup, Curve>> {
  const curves: Partial<Record<ScriptGroup, Curve>> = {}
  for (const group of scriptGroups) {
    const points = samples
      .filter((sample) => sample.group === group && models.has(fileOf(sample.set)))
      .map(({ set, values, right }) => ({ score: models.get(fileOf(set))!.score(values), chance: Number(right) }))
    curves[group] = curveOf(points)
  }
  return curves
}

/** Samples of a point of a curve. */
const POOL = 40

function curveOf(points: readonly { readonly score: number; readonly chance: number }[]): Curve {
  const sorted = points.toSorted((a, b) => a.score - b.score)
  const bins = []
  for (let at = 0; at < sorted.length; at += POOL) {
    const bin = sorted.slice(at, at + POOL)
    const sum = (of: (point: (typeof bin)[number]) => number) => bin.reduce((total, point) => total + of(point), 0)
    // One more of each kind: a pool without a mistake is no certainty.
    bins.push({
      score: sum(({ score }) => score) / bin.length,
      weight: bin.length,
      chance: (sum(({ chance }) => chance) + 0.25) / (bin.length + 0.5),
    })
  }
  return isotonic(bins).map((point) => [rounded(point.score), rounded(point.chance)] as const)
}
