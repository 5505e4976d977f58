import type { Clusters } from './clusters.ts'
import type { Evidence, Witness } from './evidence.ts'
import { strength } from './verdict.ts'

/**
 * How much stronger each pair is than the strongest of either text with another story told in the other's language: a text has one
 * counterpart there, or several that are versions of each other.
 */
export function margins(pairs: readonly Evidence[], clusters: Clusters, witness: Witness): (pair: Evidence) => number {
  /** For a text and a language: the strongest pair with each of the two best groups. */
  const best = new Map<string, { group: number; strength: number }[]>()
  for (const pair of pairs) {
    for (const [text, other] of [
      [pair.a, pair.b],
      [pair.b, pair.a],
    ] as const) {
      const key = `${text} ${witness.languageOf(other)}`
      const group = clusters.of(other)
      const known = (best.get(key) ?? []).filter((one) => one.group !== group || one.strength > strength(pair))
      if (!known.some((one) => one.group === group)) known.push({ group, strength: strength(pair) })
      best.set(key, known.sort((x, y) => y.strength - x.strength || x.group - y.group).slice(0, 2))
    }
  }
  return (pair) => Math.min(over(pair, pair.a, pair.b), over(pair, pair.b, pair.a))

  function over(pair: Evidence, text: number, other: number): number {
    const rival = best.get(`${text} ${witness.languageOf(other)}`)?.find(({ group }) => group !== clusters.of(other))
    return strength(pair) - (rival?.strength ?? 0)
  }
}
