import { jaroWinkler } from '../names/baselines.ts'
import type { TestSet } from '../names/sets.ts'
import type { Cluster } from './score.ts'

/** Runs of one to four capitalized words, with the mentions of each. */
function capitalizedRuns(sets: readonly TestSet[]): Map<string, number> {
  const runs = new Map<string, number>()
  for (const { passages } of sets) {
    for (const { text } of passages) {
      for (const [run] of text.matchAll(/\p{Lu}[\p{L}\p{M}]+(?:[ -]\p{Lu}[\p{L}\p{M}]+){0,3}/gu)) runs.set(run, (runs.get(run) ?? 0) + 1)
    }
  }
  return runs
}

/** Capitalized runs seen twice or more. */
export function byForm(sets: readonly TestSet[]): Cluster[] {
  return [...capitalizedRuns(sets)]
    .filter(([, count]) => count >= 2)
    .map(([run, count]) => ({ canonical: run, spellings: new Map([[run, count]]) }))
}

/** Capitalized runs, each with the most frequent one that it is like; those seen twice or more together. */
export function byJaroWinkler(sets: readonly TestSet[], least: number): Cluster[] {
  const clusters: { canonical: string; spellings: Map<string, number> }[] = []
  for (const [run, count] of [...capitalizedRuns(sets)].sort(([, a], [, b]) => b - a)) {
    const like = clusters.find(({ canonical }) => jaroWinkler(canonical, run) >= least)
    if (like === undefined) clusters.push({ canonical: run, spellings: new Map([[run, count]]) })
    else like.spellings.set(run, count)
  }
  return clusters.filter(({ spellings }) => [...spellings.values()].reduce((sum, count) => sum + count, 0) >= 2)
}
