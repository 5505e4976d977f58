import type { Entry } from './entry.ts'
import type { Glossary } from './glossary.ts'
import { isWord } from './lexicon.ts'
import { partsOf, Role } from './parts.ts'
import { plain, squeeze } from './spelling.ts'

/** What is allowed in a glossary and likely to go wrong. */
export interface Problem {
  readonly file: string
  /** 1-based. */
  readonly line: number
  readonly message: string
}

/** Spellings one letter apart are told apart only from this length on in any text. */
const SHORTEST_COMPARED = 4

/** What a person should look at: a variant of two entries, names one letter apart, variants that are refused too, names that
 * are words. In the order of the rows. */
export function checkGlossary(glossary: Glossary): Problem[] {
  const problems: Problem[] = []
  const report = (entry: Entry, message: string) => void problems.push({ ...entry.origin, message })
  const holders = new Map<string, Entry>()
  for (const entry of glossary.entries) {
    const lone = entry.kind === 'person' ? entry.family : entry.canonical
    if (isWord(lone)) report(entry, `'${lone}' is an English word as well; look at its mentions at the start of sentences`)
    const refused = new Set(entry.not.map(squeeze))
    for (const spelling of [entry.canonical, ...entry.variants]) {
      if (refused.has(squeeze(spelling)))
        report(entry, `'${spelling}' is a spelling of '${entry.canonical}' and refused under 'not'; remove one`)
      const holder = holders.get(squeeze(spelling))
      if (holder === undefined) holders.set(squeeze(spelling), entry)
      else if (holder !== entry) {
        report(
          entry,
          `'${spelling}' means '${holder.canonical}' too (${holder.origin.file}:${holder.origin.line}); a text cannot tell which`,
        )
      }
    }
    for (const other of oneLetterAway(entry, glossary)) {
      report(
        entry,
        `'${entry.canonical}' is one letter from '${other.canonical}' (${other.origin.file}:${other.origin.line}); list each under 'not' of the other`,
      )
    }
  }
  return problems.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line))
}

/** Entries after `entry` whose whole name differs from its by one letter changed, lost or added. */
function oneLetterAway(entry: Entry, glossary: Glossary): Entry[] {
  const { index } = glossary
  const name = plain(squeeze(entry.canonical))
  const found = new Set<Entry>()
  for (const part of partsOf(entry)) {
    if (part.role !== Role.whole && part.role !== Role.family) continue
    for (const candidate of index.candidates(part.key)) {
      for (const { entry: number, role } of index.postings(candidate)) {
        const other = glossary.entries[number]!
        if (role !== part.role || other.id <= entry.id || found.has(other)) continue
        const otherName = plain(squeeze(other.canonical))
        if (name.length >= SHORTEST_COMPARED && name !== otherName && differByOne(name, otherName)) found.add(other)
      }
    }
  }
  return [...found]
}

function differByOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return a.length - start - end <= 1 && b.length - start - end <= 1
}
