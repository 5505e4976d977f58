/** Word-level edit distance (Levenshtein 1966), as translation tools count it. */
import type { Tokens } from './tokens.ts'

const rows = [new Uint16Array(1024), new Uint16Array(1024)]

/** Tokens to put in, take out or change to make one of the other; more than `most` when it is more than that. */
export function distance(a: Tokens, b: Tokens, most: number): number {
  // What begins and ends alike costs nothing.
  let start = 0
  let [endA, endB] = [a.count, b.count]
  while (start < endA && start < endB && a.hashes[start] === b.hashes[start]) start += 1
  while (endA > start && endB > start && a.hashes[endA - 1] === b.hashes[endB - 1]) {
    endA -= 1
    endB -= 1
  }
  const [n, m] = [endA - start, endB - start]
  if (n === 0 || m === 0) return n + m
  if (Math.abs(n - m) > most) return most + 1
  let [before, now] = [rows[0]!, rows[1]!]
  for (let at = 0; at <= m; at += 1) before[at] = at
  for (let i = 1; i <= n; i += 1) {
    const token = a.hashes[start + i - 1]
    // Off the diagonal by more than `most`, nothing counts.
    const [from, until] = [Math.max(1, i - most), Math.min(m, i + most)]
    now[from - 1] = from === 1 ? i : most + 1
    let least = now[from - 1]!
    for (let j = from; j <= until; j += 1) {
      const changed = before[j - 1]! + (token === b.hashes[start + j - 1] ? 0 : 1)
      const added = now[j - 1]! + 1
      const left = j === i + most ? most + 1 : before[j]! + 1
      const cost = Math.min(changed, added, left)
      now[j] = cost
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    ;[before, now] = [now, before]
  }
  return before[m]!
}

/** Tokens from one place to another of two texts: both empty never. */
export interface Difference {
  readonly asked: readonly [start: number, end: number]
  readonly stored: readonly [start: number, end: number]
}

/** Where two texts differ, first to last. */
export function differences(asked: Tokens, stored: Tokens): readonly Difference[] {
  const [n, m] = [asked.count, stored.count]
  const width = m + 1
  const costs = new Uint16Array((n + 1) * width)
  for (let i = n; i >= 0; i -= 1) {
    for (let j = m; j >= 0; j -= 1) {
      if (i === n || j === m) costs[i * width + j] = n - i + m - j
      else {
        const same = asked.hashes[i] === stored.hashes[j] ? 0 : 1
        costs[i * width + j] = Math.min(
          costs[(i + 1) * width + j + 1]! + same,
          costs[(i + 1) * width + j]! + 1,
          costs[i * width + j + 1]! + 1,
        )
      }
    }
  }
  const found: { asked: [number, number]; stored: [number, number] }[] = []
  let [i, j] = [0, 0]
  while (i < n || j < m) {
    const cost = costs[i * width + j]!
    if (i < n && j < m && asked.hashes[i] === stored.hashes[j] && cost === costs[(i + 1) * width + j + 1]) {
      i += 1
      j += 1
      continue
    }
    const last = found.at(-1)
    const open =
      last !== undefined && last.asked[1] === i && last.stored[1] === j
        ? last
        : { asked: [i, i] as [number, number], stored: [j, j] as [number, number] }
    if (open !== last) found.push(open)
    if (i < n && j < m && cost === costs[(i + 1) * width + j + 1]! + 1) {
      i += 1
      j += 1
    } else if (i < n && cost === costs[(i + 1) * width + j]! + 1) i += 1
    else j += 1
    open.asked[1] = i
    open.stored[1] = j
  }
  return found
}
