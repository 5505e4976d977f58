import { sharedLetters } from '../assemble/candidate.ts'
import type { Weighed } from './index.ts'
import type { Referents } from './referents.ts'
import { LINK } from './thresholds.ts'

/** Weigheds about the same words that speak for different entries, equally. */
export type Tie = readonly [Weighed, Weighed, ...Weighed[]]

/**
 * The weighed worth having, none overlapping, in the order of the text: the heaviest first, then whoever was named last. Where nobody can
 * tell which of two entries is meant, neither is, and `tied` is told.
 */
export function choose(weighed: readonly Weighed[], referents: Referents, tied?: (tie: Tie) => void): Weighed[] {
  const ranked = weighed
    .filter(({ confidence }) => confidence >= LINK)
    .map((one) => ({ one, weight: weightOf(one), back: referents.distanceBack(one.candidate.entry, one.candidate.from) }))
    .toSorted((a, b) => {
      if (a.weight !== b.weight) return b.weight - a.weight
      if (a.back !== b.back) return a.back - b.back
      return a.one.candidate.from - b.one.candidate.from || a.one.candidate.entry - b.one.candidate.entry
    })
    .map(({ one }) => one)
  const ties = tiesAmong(weighed)
  const undecided = new Set(ties.flat())
  const chosen: Weighed[] = []
  const taken = new Set<number>()
  for (const one of ranked) {
    if (undecided.has(one) || !isFree(one, taken)) continue
    const { from, to } = one.candidate
    for (let at = from; at < to; at++) taken.add(at)
    chosen.push(one)
  }
  for (const tie of ties) if (isFree(tie[0], taken)) tied?.(tie)
  return chosen.toSorted((a, b) => a.candidate.from - b.candidate.from)
}

function isFree({ candidate: { from, to } }: Weighed, taken: ReadonlySet<number>): boolean {
  for (let at = from; at < to; at++) if (taken.has(at)) return false
  return true
}

/** Of two names for the same words, the one that accounts for more letters, and surely, is heavier. */
function weightOf({ candidate, confidence }: Weighed): number {
  return sharedLetters(candidate.pieces) * confidence ** 2
}

/** Nobody can tell who is meant by part of a name that two entries share, when neither has been named in full. */
function tiesAmong(weighed: readonly Weighed[]): Tie[] {
  const byPlace = new Map<string, Weighed[]>()
  for (const one of weighed) {
    const { from, to, shape } = one.candidate
    if (shape === 'full' || one.support !== 'none') continue
    const place = `${from} ${to} ${one.confidence}`
    const known = byPlace.get(place)
    if (known === undefined) byPlace.set(place, [one])
    else if (known.every(({ candidate }) => candidate.entry !== one.candidate.entry)) known.push(one)
  }
  const enough = (known: readonly Weighed[]) => known.reduce((sum, { confidence }) => sum + confidence, 0) >= LINK
  return [...byPlace.values()].filter((known): known is [Weighed, Weighed, ...Weighed[]] => known.length > 1 && enough(known))
}
