/** What a feature vector should come to. */
export interface Sample {
  readonly values: Float64Array
  readonly right: boolean
  /** How much it counts. */
  readonly weight: number
}

/** Pull of a weight towards 0, and of one that has a prior towards that; in samples. */
const RIDGE = 1
const RIDGE_PRIOR = 4
const MOST_STEPS = 30
/** Steps end when the loss falls by less. */
const ENOUGH = 1e-4
const SHORTEST_STEP = 1e-3

/**
 * Weights of a logistic regression with a ridge, by Newton's method (iteratively reweighted least squares; Hastie, Tibshirani, Friedman, The
 * Elements of Statistical Learning, 4.4.1). `fixed` features keep weight 0.
 * @param priors what weights are drawn to
 */
export function fitLogistic(samples: readonly Sample[], priors: readonly number[], fixed: ReadonlySet<number> = new Set()): Float64Array {
  const size = priors.length
  let weights = new Float64Array(size)
  let loss = lossOf(samples, weights, priors, fixed)
  for (let step = 0; step < MOST_STEPS; step++) {
    const gradient = new Float64Array(size)
    const hessian = Array.from({ length: size }, () => new Float64Array(size))
    for (let at = 0; at < size; at++) {
      const ridge = ridgeOf(priors[at]!)
      gradient[at] = -ridge * (weights[at]! - priors[at]!)
      hessian[at]![at] = ridge
    }
    for (const { values, right, weight } of samples) accumulate(values, right, weight, weights, gradient, hessian)
    for (const at of fixed) {
      gradient[at] = 0
      for (let other = 0; other < size; other++) hessian[at]![other] = hessian[other]![at] = Number(at === other)
    }
    const change = solve(hessian, gradient)
    // A step too long is halved until it is none.
    let length = 1
    let next = weights
    let nextLoss = Number.POSITIVE_INFINITY
    while (length > SHORTEST_STEP) {
      next = weights.map((weight, at) => weight + length * change[at]!)
      nextLoss = lossOf(samples, next, priors, fixed)
      if (nextLoss <= loss) break
      length /= 2
    }
    if (nextLoss > loss - ENOUGH) break
    weights = next
    loss = nextLoss
  }
  return weights
}

function ridgeOf(prior: number): number {
  return prior === 0 ? RIDGE : RIDGE_PRIOR
}

function lossOf(samples: readonly Sample[], weights: Float64Array, priors: readonly number[], fixed: ReadonlySet<number>): number {
  let loss = 0
  for (const [at, prior] of priors.entries()) if (!fixed.has(at)) loss += (ridgeOf(prior) / 2) * (weights[at]! - prior) ** 2
  for (const { values, right, weight } of samples) {
    let score = 0
    for (let at = 0; at < values.length; at++) score += weights[at]! * values[at]!
    const against = right ? -score : score
    loss += weight * (against > 30 ? against : Math.log1p(Math.exp(against)))
  }
  return loss
}

function accumulate(
  values: Float64Array,
  right: boolean,
  weight: number,
  weights: Float64Array,
  gradient: Float64Array,
  hessian: readonly Float64Array[],
): void {
  const present: number[] = []
  let score = 0
  for (let at = 0; at < values.length; at++) {
    if (values[at] === 0) continue
    present.push(at)
    score += weights[at]! * values[at]!
  }
  const chance = 1 / (1 + Math.exp(-score))
  const slope = weight * (Number(right) - chance)
  const bend = weight * Math.max(1e-6, chance * (1 - chance))
  for (const a of present) {
    gradient[a]! += slope * values[a]!
    const row = hessian[a]!
    const scaled = bend * values[a]!
    for (const b of present) row[b]! += scaled * values[b]!
  }
}

/** x of matrix · x = vector, by elimination; the matrix is symmetric and positive. */
function solve(matrix: readonly Float64Array[], vector: Float64Array): Float64Array {
  const size = vector.length
  const rows = matrix.map((row) => row.slice())
  const x = vector.slice()
  for (let at = 0; at < size; at++) {
    for (let below = at + 1; below < size; below++) {
      const factor = rows[below]![at]! / rows[at]![at]!
      if (factor === 0) continue
      for (let column = at; column < size; column++) rows[below]![column]! -= factor * rows[at]![column]!
      x[below]! -= factor * x[at]!
    }
  }
  for (let at = size - 1; at >= 0; at--) {
    for (let column = at + 1; column < size; column++) x[at]! -= rows[at]![column]! * x[column]!
    x[at]! /= rows[at]![at]!
  }
  return x
}

export interface Point {
  readonly score: number
  readonly weight: number
  readonly chance: number
}

/** Points by rising score whose chance does not fall: neighbours that do are pooled (pool adjacent violators; Ayer et al. 1955). */
export function isotonic(points: readonly Point[]): Point[] {
  const pools: Point[] = []
  for (const point of points.toSorted((a, b) => a.score - b.score)) {
    pools.push(point)
    while (pools.length > 1 && pools.at(-2)!.chance >= pools.at(-1)!.chance) {
      const [a, b] = pools.splice(-2) as [Point, Point]
      const weight = a.weight + b.weight
      const mean = (of: (point: Point) => number) => (of(a) * a.weight + of(b) * b.weight) / weight
      pools.push({ score: mean(({ score }) => score), weight, chance: mean(({ chance }) => chance) })
    }
  }
  return pools
}
