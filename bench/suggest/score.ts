import type { TestSet } from '../names/sets.ts'

/** Names put together as one, by whatever method. */
export interface Cluster {
  readonly canonical: string
  /** Mentions of each spelling. */
  readonly spellings: ReadonlyMap<string, number>
}

export interface Score {
  /** Of the entries with two mentions or more in scripts that have capitals, how many have a cluster that is theirs. */
  readonly recall: number
  /** Of the clusters of entries whose full name is written right somewhere, how many bear it letter by letter. */
  readonly named: number
  /** Of the pairs of spellings put together, how many are of one name. */
  readonly precision: number
  /** Of the pairs of spellings of one name, how many were put together. */
  readonly together: number
  /** Of all proposals, how many are marked in the set, as a name of the glossary or as somebody else. */
  readonly marked: number
  readonly proposals: number
}

/** Scores the clusters made of all passages of `sets`, which share one glossary. A spelling of two entries is left out. */
export function score(sets: readonly TestSet[], clusters: readonly Cluster[]): Score {
  const labels = labelsOf(sets)
  const clusterOf = new Map<string, { cluster: number; count: number }>()
  for (const [cluster, { spellings }] of clusters.entries()) {
    for (const [surface, count] of spellings) if (count > (clusterOf.get(surface)?.count ?? 0)) clusterOf.set(surface, { cluster, count })
  }
  const count = { same: 0, together: 0, right: 0 }
  const forms = [...labels]
  for (const [at, [surface, label]] of forms.entries()) {
    for (const [other, otherLabel] of forms.slice(at + 1)) {
      const cluster = clusterOf.get(surface)?.cluster
      const isTogether = cluster !== undefined && cluster === clusterOf.get(other)?.cluster
      if (label === otherLabel) count.same++
      if (isTogether) count.together++
      if (isTogether && label === otherLabel) count.right++
    }
  }
  const entries = entriesMentioned(sets)
  const owners = clusters.map((cluster) => ownerOf(cluster, labels))
  const found = clusters.flatMap(({ canonical }, at) => (entries.has(owners[at] ?? '') ? [{ canonical, owner: owners[at]! }] : []))
  const nameable = found.filter(({ owner }) => labels.has(owner))
  return {
    recall: new Set(found.map(({ owner }) => owner)).size / entries.size,
    named: nameable.filter(({ canonical, owner }) => canonical === owner).length / Math.max(1, nameable.length),
    precision: count.together === 0 ? 1 : count.right / count.together,
    together: count.right / count.same,
    marked: owners.filter((owner) => owner !== undefined).length / Math.max(1, owners.length),
    proposals: clusters.length,
  }
}

/** What each spelling stands for: an entry, or for a stranger itself. */
function labelsOf(sets: readonly TestSet[]): Map<string, string> {
  const labels = new Map<string, Set<string>>()
  const add = (surface: string, label: string) => labels.set(surface, (labels.get(surface) ?? new Set()).add(label))
  for (const { passages } of sets) {
    for (const { text, gold, strangers } of passages) {
      for (const { start, end, canonical } of gold) add(text.slice(start, end), canonical)
      for (const stranger of strangers) add(stranger, `! ${stranger}`)
    }
  }
  return new Map([...labels].flatMap(([surface, [label, ...more]]) => (more.length === 0 ? [[surface, label!] as const] : [])))
}

function entriesMentioned(sets: readonly TestSet[]): Set<string> {
  const counts = new Map<string, number>()
  for (const { passages } of sets) {
    for (const { text, gold } of passages) {
      for (const { start, canonical } of gold)
        if (/\p{Lu}/u.test(text.charAt(start))) counts.set(canonical, (counts.get(canonical) ?? 0) + 1)
    }
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([canonical]) => canonical))
}

/** What most mentions of a cluster stand for. */
function ownerOf({ spellings }: Cluster, labels: ReadonlyMap<string, string>): string | undefined {
  const votes = new Map<string, number>()
  for (const [surface, count] of spellings) {
    const label = labels.get(surface)
    if (label !== undefined) votes.set(label, (votes.get(label) ?? 0) + count)
  }
  return [...votes].reduce<readonly [string, number] | undefined>(
    (best, vote) => (vote[1] > (best?.[1] ?? 0) ? vote : best),
    undefined,
  )?.[0]
}
