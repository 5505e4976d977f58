import type { Deviation } from './consensus.ts'

/** Whom a version follows, and the readings they share that most others have not. */
export interface Following {
  readonly version: number
  readonly shared: number
}

/** Fewer shared errors may be chance. */
const LEAST_SHARED = 2

/**
 * Who copied from whom, by shared errors (Lachmann's method): a version follows the one that has fewer deviations, half of which or more it has
 * too; of several, the one that it shares most with. Without such a one it follows the base.
 * @param versions their numbers, the base first
 */
export function descentOf(versions: readonly number[], deviations: readonly Deviation[]): Map<number, Following> {
  const keys = new Map(versions.map((version) => [version, new Set<string>()]))
  for (const { version, key } of deviations) keys.get(version)?.add(key)
  const base = versions[0]!
  const follows = new Map<number, Following>()
  for (const version of versions.slice(1)) {
    const own = keys.get(version)!
    let best: Following = { version: base, shared: 0 }
    for (const other of versions.slice(1)) {
      const theirs = keys.get(other)!
      if (other === version || theirs.size > own.size || (theirs.size === own.size && other > version)) continue
      const shared = [...theirs].filter((key) => own.has(key)).length
      if (shared >= LEAST_SHARED && shared * 2 >= theirs.size && shared > best.shared) best = { version: other, shared }
    }
    follows.set(version, best)
  }
  return follows
}
