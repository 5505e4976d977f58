/**
 * Gradient-boosted trees on the logistic loss (Friedman 2001), with second-order gains and histograms as XGBoost (Chen & Guestrin 2016) has them.
 * No randomness: the same rows give the same trees.
 */

import type { Forest } from '../../src/stages/clean/html/forest.ts'

export interface Rows {
  /** `count` rows of `width` numbers. */
  readonly features: Float32Array
  readonly width: number
  readonly labels: Float32Array
  readonly weights: Float32Array
}

type GrowingTree = { readonly [K in 'feature' | 'threshold' | 'left' | 'right']: number[] }

export interface Settings {
  readonly trees: number
  readonly depth: number
  readonly rate: number
  /** Least sum of second derivatives in a leaf. */
  readonly least: number
  readonly lambda: number
}

const BINS = 48

/** Thresholds between bins, by weightless quantiles. */
function binning({ features, width, labels }: Rows): { edges: number[][]; bins: Uint8Array } {
  const count = labels.length
  const edges: number[][] = []
  const bins = new Uint8Array(count * width)
  for (let feature = 0; feature < width; feature += 1) {
    const values = new Float32Array(count)
    for (let row = 0; row < count; row += 1) values[row] = features[row * width + feature]!
    const sorted = values.slice().sort()
    const own: number[] = []
    for (let bin = 1; bin < BINS; bin += 1) {
      const at = Math.floor((bin * count) / BINS)
      const low = sorted[at - 1] ?? sorted[0]!
      // Halfway to the next greater value, rounded as it is written, so that a value near the edge falls on the same side.
      let next = at
      while (next < count && sorted[next]! <= low) next += 1
      if (next >= count) break
      const edge = Number(((low + sorted[next]!) / 2).toPrecision(5))
      if (edge >= low && edge < sorted[next]! && (own.length === 0 || edge > own.at(-1)!)) own.push(edge)
    }
    edges.push(own)
    for (let row = 0; row < count; row += 1) {
      let bin = 0
      let high = own.length
      while (bin < high) {
        const middle = (bin + high) >> 1
        if (values[row]! <= own[middle]!) high = middle
        else bin = middle + 1
      }
      bins[row * width + feature] = bin
    }
  }
  return { edges, bins }
}

export function boost(rows: Rows, { trees, depth, rate, least, lambda }: Settings): Forest {
  const { width, labels, weights } = rows
  const count = labels.length
  const { edges, bins } = binning(rows)
  let positive = 0
  let all = 0
  for (let row = 0; row < count; row += 1) {
    positive += labels[row]! * weights[row]!
    all += weights[row]!
  }
  const base = Number(Math.log(positive / (all - positive)).toFixed(4))
  const scores = new Float64Array(count).fill(base)
  const gradients = new Float64Array(count)
  const curvatures = new Float64Array(count)
  const forest: GrowingTree[] = []
  for (let index = 0; index < trees; index += 1) {
    for (let row = 0; row < count; row += 1) {
      const chance = 1 / (1 + Math.exp(-scores[row]!))
      gradients[row] = weights[row]! * (labels[row]! - chance)
      curvatures[row] = Math.max(1e-9, weights[row]! * chance * (1 - chance))
    }
    const tree: GrowingTree = { feature: [], threshold: [], left: [], right: [] }
    const grow = (members: Int32Array, level: number): number => {
      const node = tree.feature.length
      tree.feature.push(-1)
      tree.threshold.push(0)
      tree.left.push(0)
      tree.right.push(0)
      let sum = 0
      let curve = 0
      for (const row of members) {
        sum += gradients[row]!
        curve += curvatures[row]!
      }
      const split = level === depth ? undefined : bestSplit(members, sum, curve)
      if (split === undefined) {
        const value = Number(((rate * sum) / (curve + lambda)).toFixed(4))
        tree.threshold[node] = value
        for (const row of members) scores[row]! += value
        return node
      }
      const goesLeft = (row: number) => bins[row * width + split.feature]! <= split.bin
      tree.feature[node] = split.feature
      tree.threshold[node] = edges[split.feature]![split.bin]!
      tree.left[node] = grow(members.filter(goesLeft), level + 1)
      tree.right[node] = grow(
        members.filter((row) => !goesLeft(row)),
        level + 1,
      )
      return node
    }
    const bestSplit = (members: Int32Array, sum: number, curve: number): { feature: number; bin: number } | undefined => {
      const g = new Float64Array(width * BINS)
      const h = new Float64Array(width * BINS)
      for (const row of members) {
        const gradient = gradients[row]!
        const curvature = curvatures[row]!
        for (let feature = 0, at = row * width; feature < width; feature += 1, at += 1) {
          const cell = feature * BINS + bins[at]!
          g[cell]! += gradient
          h[cell]! += curvature
        }
      }
      let best: { feature: number; bin: number } | undefined
      let bestGain = 1e-3
      const parent = (sum * sum) / (curve + lambda)
      for (let feature = 0; feature < width; feature += 1) {
        let leftSum = 0
        let leftCurve = 0
        for (let bin = 0; bin < edges[feature]!.length; bin += 1) {
          leftSum += g[feature * BINS + bin]!
          leftCurve += h[feature * BINS + bin]!
          const rightCurve = curve - leftCurve
          if (leftCurve < least || rightCurve < least) continue
          const rightSum = sum - leftSum
          const gain = (leftSum * leftSum) / (leftCurve + lambda) + (rightSum * rightSum) / (rightCurve + lambda) - parent
          if (gain > bestGain) {
            bestGain = gain
            best = { feature, bin }
          }
        }
      }
      return best
    }
    grow(
      Int32Array.from({ length: count }, (_, row) => row),
      0,
    )
    forest.push(tree)
  }
  return { base, trees: forest }
}
