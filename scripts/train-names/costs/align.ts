/** A spelling and its counterpart, with ^ and $ for the start and the end of names. */
export interface AlignedPair {
  readonly source: string
  readonly target: string
}

/** Letters of the target that one letter of the source may stand for. */
const MOST = 3
const ROUNDS = 6

/** What each source letter was aligned with: one piece of the target, perhaps empty, for each. */
export interface Alignment {
  readonly source: string
  readonly pieces: readonly string[]
  /** -ln of its probability, a source letter. */
  readonly cost: number
}

/**
 * Monotone alignments of pairs, learned by expectation–maximization over one source letter to 0–3 target letters (the one-sided case of
 * Jiampojamarn, Kondrak & Sherif 2007, many-to-many alignment); the likeliest alignment of each pair that can be aligned.
 * @param weights how much each pair counts
 */
export function align(pairs: readonly AlignedPair[], weights: readonly number[], most = MOST): (Alignment | undefined)[] {
  const ids = new Map<string, number>()
  const sourceOf: number[] = []
  const letters = new Map<string, number>()
  const lattices = pairs.map(({ source, target }) => latticeOf(source, target, most, ids, letters, sourceOf))
  let probability = new Float64Array(ids.size).fill(1)
  for (let round = 0; round < ROUNDS; round++) {
    const counts = new Float64Array(ids.size)
    for (const [at, lattice] of lattices.entries()) if (lattice !== undefined) expect(lattice, probability, counts, weights[at]!, most)
    const totals = new Float64Array(letters.size)
    for (let id = 0; id < counts.length; id++) totals[sourceOf[id]!]! += counts[id]!
    probability = counts.map((count, id) => count / totals[sourceOf[id]!]!)
  }
  return lattices.map((lattice, at) => (lattice === undefined ? undefined : best(lattice, probability, pairs[at]!, most)))
}

/** Numbers of the exchanges of source letter i for target[j, j + k), at (i · (width) + j) · (most + 1) + k; -1 where it leads nowhere. */
interface Lattice {
  readonly height: number
  readonly width: number
  readonly steps: Int32Array
}

function latticeOf(
  source: string,
  target: string,
  most: number,
  ids: Map<string, number>,
  letters: Map<string, number>,
  sourceOf: number[],
): Lattice | undefined {
  const height = source.length
  const width = target.length + 1
  if (target.length > height * most) return undefined
  const steps = new Int32Array(height * width * (most + 1)).fill(-1)
  for (let i = 0; i < height; i++) {
    const left = height - i - 1
    for (let j = 0; j < width; j++) {
      if (j > i * most) break
      for (let k = 0; k <= most && j + k < width; k++) {
        if (width - 1 - j - k > left * most) continue
        const piece = target.slice(j, j + k)
        // The start stands for the start, the end for the end.
        if ((i === 0) !== piece.startsWith('^') || (i === height - 1) !== piece.endsWith('$')) continue
        const key = `${source[i]} ${piece}`
        let id = ids.get(key)
        if (id === undefined) {
          id = ids.size
          ids.set(key, id)
          let letter = letters.get(source[i]!)
          if (letter === undefined) {
            letter = letters.size
            letters.set(source[i]!, letter)
          }
          sourceOf.push(letter)
        }
        steps[(i * width + j) * (most + 1) + k] = id
      }
    }
  }
  return { height, width, steps }
}

/** Adds the expected counts of the exchanges of one pair: forward and backward sums. */
function expect({ height, width, steps }: Lattice, probability: Float64Array, counts: Float64Array, weight: number, most: number): void {
  const size = (height + 1) * width
  const forward = new Float64Array(size)
  const backward = new Float64Array(size)
  forward[0] = 1
  backward[size - 1] = 1
  for (let i = 0; i < height; i++)
    for (let j = 0; j < width; j++) {
      const sum = forward[i * width + j]!
      if (sum === 0) continue
      for (let k = 0; k <= most; k++) {
        const id = steps[(i * width + j) * (most + 1) + k]!
        if (id >= 0) forward[(i + 1) * width + j + k]! += sum * probability[id]!
      }
    }
  const all = forward[size - 1]!
  if (!(all > 0)) return
  for (let i = height - 1; i >= 0; i--)
    for (let j = 0; j < width; j++)
      for (let k = 0; k <= most; k++) {
        const id = steps[(i * width + j) * (most + 1) + k]!
        if (id < 0) continue
        const after = probability[id]! * backward[(i + 1) * width + j + k]!
        backward[i * width + j]! += after
        counts[id]! += (weight * forward[i * width + j]! * after) / all
      }
}

function best(
  { height, width, steps }: Lattice,
  probability: Float64Array,
  { source, target }: AlignedPair,
  most: number,
): Alignment | undefined {
  const size = (height + 1) * width
  const cost = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
  const from = new Int8Array(size)
  cost[0] = 0
  for (let i = 0; i < height; i++)
    for (let j = 0; j < width; j++)
      for (let k = 0; k <= most; k++) {
        const id = steps[(i * width + j) * (most + 1) + k]!
        if (id < 0) continue
        const next = cost[i * width + j]! - Math.log(probability[id]!)
        const at = (i + 1) * width + j + k
        if (next < cost[at]!) {
          cost[at] = next
          from[at] = k
        }
      }
  if (!Number.isFinite(cost[size - 1]!)) return undefined
  const pieces: string[] = []
  for (let i = height, j = width - 1; i > 0; i--) {
    const k = from[i * width + j]!
    pieces.unshift(target.slice(j - k, j))
    j -= k
  }
  return { source, pieces, cost: cost[size - 1]! / height }
}
