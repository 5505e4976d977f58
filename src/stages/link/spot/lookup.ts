import type { Language } from '../../../article.ts'
import type { Entry } from '../../../glossary/entry.ts'
import type { Glossary } from '../../../glossary/index.ts'
import type { NameIndex } from '../../../glossary/nameindex.ts'
import { inLanguage, type Part, partsOf, Role, WORD_GAP } from '../../../glossary/parts.ts'
import { similarity } from '../../../names/compare/distance.ts'
import { formOf, type SpeltForm } from '../../../names/compare/spelt-form.ts'
import { Memo, once } from '../../../names/memo.ts'

/** A part of names in the glossary that a squeezed word is like. */
export interface Match {
  /** Number of the part in the glossary's index. */
  readonly part: number
  /** 0..1, from `similarity`. */
  readonly similarity: number
}

/** Less alike, and nothing is to be learned from it. */
export const FLOOR = 0.72

/** Least similarity of a family name that nothing else speaks for. */
export const FLOOR_ALONE = 0.9
/** Similarities are quotients: none is to be lost to rounding. */
const ROUNDING = 0.001

/** What stands for a name by itself, like it or not so like it, and what does only when it is very like it. A given name says nothing alone. */
const WHOLE = (1 << Role.whole) | (1 << Role.alias)
const ALONE = WHOLE | (1 << Role.family) | (1 << Role.core)

/** More matches than that say only that the name is a common one. */
const MOST_MATCHES = 12

/** Searches remembered. */
const MOST_WORDS = 50_000

const memoriesIn = once((glossary: Glossary) => ({
  matches: new Memo((heard: string, key: string) => search(glossary.index, key, heard), MOST_WORDS),
  alone: new Memo((key: string) => searchAlone(glossary.index, key), MOST_WORDS),
  local: new Memo((language: Language, entry: number) => inLanguage(glossary.entry(entry), language)),
  parts: new Memo((entry: number) => sorted(partsOf(glossary.entry(entry)))),
}))

/** The part that is `key` letter by letter. */
export function exactMatch(glossary: Glossary, key: string): Match | undefined {
  const part = glossary.index.exact(key)
  return part === undefined ? undefined : { part, similarity: 1 }
}

/** The parts most like `key`, best first. `heard`: `ownLetters` of a name in another script, else empty. */
export function matches(glossary: Glossary, key: string, heard: string): readonly Match[] {
  return memoriesIn(glossary).matches.of(heard, key)
}

/** The same for a stretch of Latin letters that has no name beside it: no more than can be made a mention of without one. */
export function matchesAlone(glossary: Glossary, key: string): readonly Match[] {
  return memoriesIn(glossary).alone.of(key)
}

function search(index: NameIndex, key: string, heard: string): readonly Match[] {
  const found: Match[] = []
  for (const part of index.candidates(key, heard)) {
    const alike = similarity(key, index.part(part), FLOOR, heard)
    if (alike >= FLOOR) found.push({ part, similarity: alike })
  }
  return best(found)
}

function searchAlone(index: NameIndex, key: string): readonly Match[] {
  const found: Match[] = []
  for (const part of index.candidates(key, '', ALONE)) {
    const floor = (index.roles(part) & WHOLE) === 0 ? FLOOR_ALONE - ROUNDING : FLOOR
    const alike = similarity(key, index.part(part), floor)
    if (alike >= floor) found.push({ part, similarity: alike })
  }
  return best(found)
}

function best(found: Match[]): readonly Match[] {
  if (found.length < 2) return found
  found.sort((a, b) => b.similarity - a.similarity || a.part - b.part)
  return found.slice(0, MOST_MATCHES)
}

/** Entry number `entry` as `language` writes it. */
export function localEntry(glossary: Glossary, entry: number, language: Language): Entry {
  return memoriesIn(glossary).local.of(language, entry)
}

/** A part of an entry's name, with what is asked of it for each word that it is compared with. */
export interface KnownPart extends Part {
  /** Of its key. */
  readonly form: SpeltForm
  /** Whether it has Latin letters. */
  readonly isLatin: boolean
  readonly firstWord: string
}

/** The parts of an entry's name, by what they are of it. */
export interface EntryParts {
  readonly all: readonly KnownPart[]
  /** Given names and words of them. */
  readonly given: readonly KnownPart[]
  /** Family names, whole or without a particle. */
  readonly family: readonly KnownPart[]
  /** What is a part of a person's name, and no whole name. */
  readonly lone: readonly KnownPart[]
}

function sorted(parts: readonly Part[]): EntryParts {
  const all = parts.map((part) => {
    const isLatin = /\p{Script=Latin}/u.test(part.text)
    return { ...part, form: formOf(part.key), isLatin, firstWord: part.text.split(WORD_GAP)[0]! }
  })
  return {
    all,
    given: all.filter(({ role }) => role === Role.given || role === Role.givenWord),
    family: all.filter(({ role }) => role === Role.family || role === Role.core),
    lone: all.filter(({ role }) => role >= Role.family),
  }
}

/** All pieces by which entry number `entry` is found. */
export function entryParts(glossary: Glossary, entry: number): EntryParts {
  return memoriesIn(glossary).parts.of(entry)
}
