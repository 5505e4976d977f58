import type { Kind } from '../article.ts'
import type { Entry } from '../glossary/entry.ts'
import { Glossary } from '../glossary/index.ts'
import { isWord } from '../glossary/lexicon.ts'
import { Role } from '../glossary/parts.ts'
import { squeeze } from '../glossary/spelling.ts'
import { institutions, namedAfterAfter } from '../stages/link/company.ts'
import { similarity } from '../stages/link/distance.ts'
import { isGivenName } from '../stages/link/givennames.ts'
import { matches } from '../stages/link/lookup.ts'
import { particles } from './runs.ts'
import type { Sightings, Survey } from './survey.ts'

/** Both names of two persons must be this much alike, and the whole a little more, to be one person. */
const ALIKE = 0.72
const ALIKE_TOGETHER = 0.78
/** A name by itself has less to show. */
const ALIKE_ALONE = 0.8
/** Persons met that often, both, are two, unless their names are next to the same. */
const WELL_KNOWN = 3
const NEXT_TO_SAME = 0.9
/** Letters of the shortest single word that is proposed. */
const SHORTEST = 4

/**
 * Names that a corpus seems to speak of, each by the form that most documents have, as the entries of a glossary. What is a garbled form of a
 * name that more documents have is left out: with this glossary it will be found as one.
 */
export function candidatesOf(survey: Survey, knows: (name: string) => boolean): Glossary {
  const ranked = survey.ranked().filter(({ words }) => !knows(words.join(' ')))
  const places = new Places(ranked)
  const named = ranked.flatMap((sightings) => {
    const words = coreOf(sightings.words, survey)
    if (words !== sightings.words && (survey.documentsOf(words) > 0 || knows(words.join(' ')))) return []
    const kind = places.isPerson(words) ? kindOf({ ...sightings, words }, survey) : undefined
    return kind === undefined ? [] : [{ sightings, entry: entryOf(words, kind) }]
  })
  const leaders = leadersOf(named)
  const glossary = new Glossary(leaders)
  const alone = ranked.filter((sightings) => standsAlone(sightings, survey) && !isLike(sightings.words[0]!, glossary))
  return new Glossary([...leaders, ...leadersAlone(alone)])
}

/** The run without what stands before or after the name in it: 'Manchester Ernest Rutherford', 'Jeffrey Archer Books'. */
function coreOf(words: readonly string[], survey: Survey): readonly string[] {
  const given = words.findIndex(isGivenName)
  if (given > 0 && words.length - given > 1 && !particles.has(words[given - 1]!)) return words.slice(given)
  const documents = survey.documentsOf(words)
  for (let length = words.length - 1; length > 1; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const inner = words.slice(from, from + length)
      if (!particles.has(inner.at(-1)!) && survey.documentsOf(inner) >= documents) return inner
    }
  }
  return words
}

/** Where in runs of several words each word stands. */
class Places {
  readonly #first = new Map<string, number>()
  readonly #last = new Map<string, number>()

  constructor(ranked: readonly Sightings[]) {
    for (const { words, documents } of ranked) {
      if (words.length < 2) continue
      this.#first.set(words[0]!, (this.#first.get(words[0]!) ?? 0) + documents)
      this.#last.set(words.at(-1)!, (this.#last.get(words.at(-1)!) ?? 0) + documents)
    }
  }

  /** No name begins with what is elsewhere a family name, bare or in the genitive: 'Einstein Letters', 'Einsteins Briefe'. */
  isPerson([first = '', ...rest]: readonly string[]): boolean {
    if (rest.length === 0 || isGivenName(first)) return true
    const bare = first.replace(/s$/u, '')
    if (bare !== first && (this.#last.has(bare) || this.#first.has(bare))) return false
    return (this.#last.get(first) ?? 0) <= (this.#first.get(first) ?? 0)
  }
}

/** What a run of several words seems to name; undefined when it is no name, or none of several words. */
function kindOf({ words, inside, german, opening }: Sightings, survey: Survey): Kind | undefined {
  const names = words.filter((word) => !particles.has(word))
  if (names.length < 2) return undefined
  const lower = names.map((word) => word.toLowerCase())
  if (lower.some(isInstitution)) return inside > 1 ? 'organization' : undefined
  const common = names.filter((word) => survey.isWord(word) || (isWord(word) && !isGivenName(word) && survey.countOf(word) === 0))
  const given = isGivenName(names[0]!)
  if (names.length > 4 || common.length > (given ? 1 : 0)) return undefined
  // Where every noun has a capital, two in a row are hardly ever a name; what other languages write so too is.
  if (german === opening + inside && !given) return undefined
  return 'person'
}

/** Starts of words for institutions, in many languages. */
const institution =
  /^(?:acad|akad|universi|institu|hochschul|colleg|muse|hotel|hôtel|soci|gesellsch|verein|commission|komm?i|commit|council|minist|congr|kongr|confer|konferen|librar|bibliot|theat|théât|hospital|church|kirche|bank|department|polic|poliz)/u

function isInstitution(word: string): boolean {
  return institution.test(word) || institutions.has(word) || namedAfterAfter.has(word)
}

function entryOf(words: readonly string[], kind: Kind): Entry {
  const canonical = words.join(' ')
  const start = familyStart(words)
  const name = kind === 'person' ? { given: words.slice(0, start).join(' '), family: words.slice(start).join(' ') } : nobody
  const origin = { file: '', line: 0 }
  // Not the slug: garbled forms often differ in nothing but their diacritics.
  return { id: canonical, canonical, kind, ...name, variants: [], not: [], note: '', forms: {}, origin }
}

const nobody = { given: '', family: '' }

/** The family name is the last word, with the particles before it. */
function familyStart(words: readonly string[]): number {
  let start = words.length - 1
  while (start > 1 && particles.has(words[start - 1]!)) start--
  return start
}

interface Named {
  readonly sightings: Sightings
  readonly entry: Entry
}

/** Of names that are forms of one, the first. */
function leadersOf(named: readonly Named[]): Entry[] {
  const glossary = new Glossary(named.map(({ entry }) => entry))
  const rank = new Map(named.map(({ entry }, at) => [entry.id, at]))
  const isLed = new Set<string>()
  for (const [at, { entry, sightings }] of named.entries()) {
    if (entry.kind !== 'person') continue
    for (const other of neighbours(entry, glossary)) {
      const before = rank.get(other.id)!
      if (before < at && !isLed.has(other.id) && isSame(entry, other, sightings, named[before]!.sightings)) isLed.add(entry.id)
    }
  }
  return named.map(({ entry }) => entry).filter(({ id }) => !isLed.has(id))
}

/** Persons whose family name is like the entry's. */
function neighbours(entry: Entry, glossary: Glossary): Entry[] {
  const { index } = glossary
  const found = new Set<number>()
  for (const { part } of matches(glossary, squeeze(entry.family), false)) {
    for (const { entry: number, role } of index.postings(part)) if (role === Role.family || role === Role.core) found.add(number)
  }
  return [...found].map((number) => glossary.entries[number]!).filter(({ id }) => id !== entry.id)
}

function isSame(one: Entry, other: Entry, seen: Sightings, seenOther: Sightings): boolean {
  const family = similarity(squeeze(one.family), squeeze(other.family), ALIKE)
  const given = givenAlike(one.given, other.given)
  const together = (family * one.family.length + given * one.given.length) / (one.family.length + one.given.length)
  if (family < ALIKE || given < ALIKE || together < ALIKE_TOGETHER) return false
  return together >= NEXT_TO_SAME || Math.min(seen.documents, seenOther.documents) < WELL_KNOWN
}

/** Marie is Marie Anne. */
function givenAlike(a: string, b: string): number {
  const [first = '', other = ''] = [a.split(' ')[0], b.split(' ')[0]]
  return similarity(squeeze(first), squeeze(other), ALIKE)
}

/** Whether a single word is a name that nobody has in full. */
function standsAlone({ words, inside, german }: Sightings, survey: Survey): boolean {
  const [word = '', ...more] = words
  return more.length === 0 && inside - german > 0 && word.length >= SHORTEST && !survey.isWord(word) && !isWord(word)
}

/** Whether the word may be a part of a name in the glossary. */
function isLike(word: string, glossary: Glossary): boolean {
  return matches(glossary, squeeze(word), false).length > 0
}

function leadersAlone(alone: readonly Sightings[]): Entry[] {
  const entries = alone.map(({ words }) => entryOf(words, 'term'))
  const glossary = new Glossary(entries)
  const rank = new Map(entries.map(({ id }, at) => [id, at]))
  return entries.filter(({ canonical }, at) => {
    const like = matches(glossary, squeeze(canonical), false).filter(({ similarity }) => similarity >= ALIKE_ALONE)
    return !like.some(({ part }) => glossary.index.postings(part).some(({ entry }) => rank.get(glossary.entries[entry]!.id)! < at))
  })
}
