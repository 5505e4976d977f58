import type { Story } from '../../story.ts'
import type { Version } from '../version.ts'

/** Names that the versions spell in several ways, or not as the glossary has them; by name, spellings in the order of the versions. */
export function namesOf(versions: readonly Version[]): Story['names'] {
  const names = new Map<string, { canonical: string; spellings: Map<string, Set<string>> }>()
  for (const { id, names: inSentences } of versions) {
    for (const { entry, canonical, surface } of inSentences.flat()) {
      const known = names.get(entry) ?? { canonical, spellings: new Map<string, Set<string>>() }
      names.set(entry, known)
      known.spellings.set(surface, (known.spellings.get(surface) ?? new Set()).add(id))
    }
  }
  return [...names]
    .filter(
      ([, { canonical, spellings }]) => spellings.size > 1 || ![...spellings.keys()].every((spelling) => canonical.includes(spelling)),
    )
    .map(([entry, { canonical, spellings }]) => ({
      canonical,
      entry,
      spellings: [...spellings].map(([spelling, ids]) => ({ spelling, versions: [...ids] })),
    }))
}
