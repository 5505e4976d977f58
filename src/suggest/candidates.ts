import type { Kind } from '../article.ts'
import type { Entry } from '../glossary/entry.ts'
import { Glossary } from '../glossary/index.ts'
import { Role } from '../glossary/parts.ts'
import { ownLetters } from '../names/compare/own-letters.ts'
import { squeeze } from '../names/compare/spelling.ts'
import { isGivenName } from '../names/words/given-names.ts'
import { matches } from '../stages/link/spot/lookup.ts'
import { Group, type Seen } from './group.ts'
import { Kinds } from './kinds.ts'
import { isSamePerson } from './persons.ts'
import { particles } from './runs.ts'
import { byFrequency, type Sightings, type Survey, together } from './survey.ts'

/** How much alike two names of one word must be to be one, and two of several. */
const ALIKE_ALONE = 0.8
const ALIKE_WHOLE = 0.9

/**
 * Names that a corpus seems to speak of, each by the form that is attested best, as the entries of a glossary. What is a garbled form of a
 * name is left out: with this glossary it will be found as one. So is what cannot reach `least` mentions.
 */
export function candidatesOf(survey: Survey, least: number, isKnown: (name: string) => boolean): Entry[] {
  const ranked = survey.ranked().filter(({ words }) => !isKnown(words.join(' ')))
  const kinds = new Kinds(survey, ranked)
  const several = coresOf(ranked, survey).flatMap((sightings): Seen[] => {
    const { words } = sightings
    const kind = isKnown(words.join(' ')) ? undefined : kinds.ofSeveral(words, sightings)
    return kind === undefined ? [] : [{ sightings, entry: entryOf(words, kind) }]
  })
  const groups = groupsOf(several)
  const glossary = new Glossary(groups.map((group) => group.leader.entry))
  const ofEntry = new Map(groups.map((group) => [group.leader.entry, group]))
  const alone = ranked.flatMap((sightings): Seen[] => {
    const [word = '', ...more] = sightings.words
    if (more.length > 0) return []
    const isGiven = isGivenName(word)
    const bearers = bearersOf(word, glossary, (role) => !(isGiven && role >= Role.given))
    for (const entry of bearers) ofEntry.get(entry)!.addPart(sightings)
    const kind = bearers.length > 0 ? undefined : kinds.ofOne(word, sightings)
    return kind === undefined ? [] : [{ sightings, entry: entryOf([word], kind) }]
  })
  return [...groups, ...groupsAlone(alone)].filter(({ count }) => count >= least).map((group) => group.best())
}

/** Runs of several words without what stands before or after the name in them, each name once. */
function coresOf(ranked: readonly Sightings[], survey: Survey): Sightings[] {
  const cores = new Map<string, Sightings>()
  for (const sightings of ranked) {
    if (sightings.words.length < 2) continue
    const words = coreOf(sightings, survey)
    const key = words.join(' ')
    const known = cores.get(key)
    cores.set(key, known === undefined ? { ...sightings, words } : together(words, known, sightings))
  }
  return [...cores.values()].sort(byFrequency)
}

/** 'Manchester Ernest Rutherford', 'Jeffrey Archer Books': from the first given name on; or what is in as many documents by itself. */
function coreOf({ words, documents }: Sightings, survey: Survey): readonly string[] {
  const given = words.findIndex(isGivenName)
  if (given > 0 && words.length - given > 1 && !particles.has(words[given - 1]!)) return words.slice(given)
  for (let length = words.length - 1; length > 1; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const inner = words.slice(from, from + length)
      if (!particles.has(inner.at(-1)!) && (survey.of(inner)?.documents ?? 0) >= documents) return inner
    }
  }
  return words
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

/** Names that are forms of one: of persons by their parts, of everything else as they are. */
function groupsOf(seen: readonly Seen[]): Group[] {
  const glossary = new Glossary(seen.map(({ entry }) => entry))
  const rank = new Map(seen.map(({ entry }, at) => [entry, at]))
  return grouped(seen, (one) => {
    if (one.entry.kind !== 'person') return bearersOf(one.entry.canonical, glossary, isWhole, ALIKE_WHOLE)
    const others = bearersOf(one.entry.family, glossary, isFamily).map((entry) => rank.get(entry)!)
    return others.sort((a, b) => a - b).flatMap((at) => (isSamePerson(one, seen[at]!) ? [seen[at]!.entry] : []))
  })
}

/** Single words that are spellings of one. */
function groupsAlone(seen: readonly Seen[]): Group[] {
  const glossary = new Glossary(seen.map(({ entry }) => entry))
  return grouped(seen, ({ entry }) => bearersOf(entry.canonical, glossary, isWhole, ALIKE_ALONE))
}

/** Each with the first leader before it that it is like, or as a leader itself. */
function grouped(seen: readonly Seen[], likes: (one: Seen) => readonly Entry[]): Group[] {
  const groups = new Map<Entry, Group>()
  for (const one of seen) {
    const group = likes(one)
      .map((entry) => groups.get(entry))
      .find((found) => found !== undefined)
    if (group === undefined) groups.set(one.entry, new Group(one))
    else group.add(one)
  }
  return [...groups.values()]
}

function isWhole(role: Role): boolean {
  return role === Role.whole
}

function isFamily(role: Role): boolean {
  return role === Role.family || role === Role.core
}

/** Who has a name that `word` is like, in one of these roles. */
function bearersOf(word: string, glossary: Glossary, inRole: (role: Role) => boolean, least = 0): Entry[] {
  const { index } = glossary
  const found = new Set<number>()
  for (const { part, similarity } of matches(glossary, squeeze(word), /\p{Script=Latin}/u.test(word) ? '' : ownLetters(word))) {
    if (similarity >= least) for (const { entry, role } of index.postings(part)) if (inRole(role)) found.add(entry)
  }
  return [...found].map((number) => glossary.entry(number))
}
