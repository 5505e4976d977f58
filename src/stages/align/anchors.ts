import type { Bags, View } from './view.ts'

/** A source line and a target line that probably say the same. */
export interface Anchor {
  readonly source: number
  readonly target: number
  /** Dice coefficient of the two lines, 0..1. */
  readonly similarity: number
}

/** A feature found in more lines than this says little about where a line belongs, and costs the most to follow. */
const common = (lines: number) => Math.max(20, 2 * Math.sqrt(lines))
/** The most pairs that are considered for a source line. */
const CANDIDATES = 6

/**
 * The heaviest chain of pairs that rises on both sides: a 1-1 monotone pass over candidates found through shared rare features.
 * O(lines · candidates · log lines) in time, linear in memory.
 */
export function anchors(view: View): Anchor[] {
  return heaviestChain(candidates(view), view.target.mass.length)
}

/** Pairs of lines that share rare features and are about as like as any other of theirs, with rising source. */
export function candidates({ source, target, size }: View): Anchor[] {
  const postings = invert(target, size)
  const rows = target.mass.length
  const limit = common(rows)
  const shared = new Float64Array(rows)
  const bestOfTarget = new Float64Array(rows)
  const found: Anchor[] = []
  for (let line = 0; line < source.mass.length; line++) {
    const touched: number[] = []
    for (let at = source.start[line]!; at < source.start[line + 1]!; at++) {
      const id = source.feature[at]!
      const [first, last] = [postings.start[id]!, postings.start[id + 1]!]
      if (last - first > limit) continue
      for (let p = first; p < last; p++) {
        const other = postings.line[p]!
        if (shared[other] === 0) touched.push(other)
        shared[other]! += Math.min(source.weight[at]!, postings.weight[p]!)
      }
    }
    let best = 0
    for (const other of touched) {
      shared[other] = (2 * shared[other]!) / (source.mass[line]! + target.mass[other]!)
      best = Math.max(best, shared[other]!)
    }
    const row: Anchor[] = []
    for (const other of touched) {
      if (shared[other]! >= best / 2) row.push({ source: line, target: other, similarity: shared[other]! })
      shared[other] = 0
    }
    row.sort((a, b) => b.similarity - a.similarity || a.target - b.target)
    for (const candidate of row.slice(0, CANDIDATES)) {
      bestOfTarget[candidate.target] = Math.max(bestOfTarget[candidate.target]!, candidate.similarity)
      found.push(candidate)
    }
  }
  return found.filter(({ target, similarity }) => similarity >= bestOfTarget[target]! / 2)
}

interface Postings {
  readonly start: Int32Array
  readonly line: Int32Array
  readonly weight: Float32Array
}

function invert(bags: Bags, size: number): Postings {
  const start = new Int32Array(size + 1)
  for (const id of bags.feature) start[id + 1]! += 1
  for (let id = 0; id < size; id++) start[id + 1]! += start[id]!
  const next = start.slice(0, size)
  const line = new Int32Array(bags.feature.length)
  const weight = new Float32Array(bags.feature.length)
  for (let row = 0; row < bags.mass.length; row++) {
    for (let at = bags.start[row]!; at < bags.start[row + 1]!; at++) {
      const place = next[bags.feature[at]!]!++
      line[place] = row
      weight[place] = bags.weight[at]!
    }
  }
  return { start, line, weight }
}

/** Candidates come with rising source. Fenwick tree of the heaviest chain that ends at or before each target line. */
export function heaviestChain(candidates: readonly Anchor[], targets: number): Anchor[] {
  const tree = new Int32Array(targets + 1).fill(-1)
  const weight = new Float64Array(candidates.length)
  const previous = new Int32Array(candidates.length).fill(-1)
  const heavier = (a: number, b: number) => (b < 0 || (a >= 0 && weight[a]! >= weight[b]!) ? a : b)
  for (let first = 0; first < candidates.length; ) {
    const { source } = candidates[first]!
    let end = first
    for (; end < candidates.length && candidates[end]!.source === source; end++) {
      let best = -1
      for (let at = candidates[end]!.target; at > 0; at -= at & -at) best = heavier(best, tree[at]!)
      previous[end] = best
      weight[end] = (best < 0 ? 0 : weight[best]!) + candidates[end]!.similarity ** 2
    }
    for (; first < end; first++) {
      for (let at = candidates[first]!.target + 1; at <= targets; at += at & -at) tree[at] = heavier(tree[at]!, first)
    }
  }
  let last = -1
  for (let at = targets; at > 0; at -= at & -at) last = heavier(last, tree[at]!)
  const chain: Anchor[] = []
  for (; last >= 0; last = previous[last]!) chain.push(candidates[last]!)
  return chain.reverse()
}
