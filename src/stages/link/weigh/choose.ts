import { sharedLetters } from '../assemble/candidate.ts'
import type { Belief } from '../mention/mention.ts'
import { SUGGEST } from './confidence.ts'
import type { Referents } from './referents.ts'

/** Beliefs about the same words that speak for different entries, equally. */
export type Tie = readonly [Belief, Belief, ...Belief[]]

/**
 * The beliefs worth having, none overlapping, in the order of the text: the heaviest first, then whoever was named last. Where nobody can
 * tell which of two entries is meant, neither is, and `tied` is told.
 */
export function choose(beliefs: readonly Belief[], referents: Referents, tied?: (tie: Tie) => void): Belief[] {
  const ranked = beliefs
    .filter(({ confidence }) => confidence >= SUGGEST)
    .map((belief) => ({ belief, weight: weightOf(belief), back: referents.distanceBack(belief.candidate.entry, belief.candidate.from) }))
    .toSorted((a, b) => {
      if (a.weight !== b.weight) return b.weight - a.weight
      if (a.back !== b.back) return a.back - b.back
      return a.belief.candidate.from - b.belief.candidate.from || a.belief.candidate.entry - b.belief.candidate.entry
    })
    .map(({ belief }) => belief)
  const ties = tiesAmong(ranked)
  const undecided = new Set(ties.flat())
  const chosen: Belief[] = []
  const taken = new Set<number>()
  for (const belief of ranked) {
    if (undecided.has(belief) || !isFree(belief, taken)) continue
    const { from, to } = belief.candidate
    for (let at = from; at < to; at++) taken.add(at)
    chosen.push(belief)
  }
  for (const tie of ties) if (isFree(tie[0], taken)) tied?.(tie)
  return chosen.toSorted((a, b) => a.candidate.from - b.candidate.from)
}

function isFree({ candidate: { from, to } }: Belief, taken: ReadonlySet<number>): boolean {
  for (let at = from; at < to; at++) if (taken.has(at)) return false
  return true
}

/** Of two names for the same words, the one that accounts for more letters, and surely, is heavier. */
function weightOf({ candidate, confidence }: Belief): number {
  return sharedLetters(candidate.pieces) * confidence ** 2
}

/** Nobody can tell who is meant by part of a name that two entries share, when neither has been named in full. */
function tiesAmong(beliefs: readonly Belief[]): Tie[] {
  const byPlace = new Map<string, Belief[]>()
  for (const belief of beliefs) {
    const { from, to, shape } = belief.candidate
    if (shape === 'full' || belief.support !== 'none') continue
    const place = `${from} ${to} ${belief.confidence}`
    const known = byPlace.get(place)
    if (known === undefined) byPlace.set(place, [belief])
    else if (known.every(({ candidate }) => candidate.entry !== belief.candidate.entry)) known.push(belief)
  }
  return [...byPlace.values()].filter((known): known is [Belief, Belief, ...Belief[]] => known.length > 1)
}
