import type { Language } from '../article.ts'
import { baseLanguage } from '../language.ts'
import { similarity } from '../names/compare/distance.ts'
import { squeeze } from '../names/compare/spelling.ts'
import { isGivenName } from '../names/words/given-names.ts'
import { particles } from '../names/words/particles.ts'
import { isKoreanSurname } from '../names/words/surnames.ts'
import { type Entry, isInitial, splitPersonName } from './entry.ts'

/** What a part is of the name it belongs to. The number is what the index stores. */
export const Role = {
  /** The canonical name of anything but a person; a person of one name. */
  whole: 0,
  /** A listed variant or a form in some language. */
  alias: 1,
  family: 2,
  /** A family name without its particle: 'Persie'. */
  core: 3,
  /** One word of a family name of several. */
  familyWord: 4,
  given: 5,
  /** One word of a given name of several. */
  givenWord: 6,
} as const
export type Role = (typeof Role)[keyof typeof Role]

/** A piece of a name that can stand in a text by itself or beside others. */
export interface Part {
  readonly role: Role
  /** As the glossary writes it. */
  readonly text: string
  /** `squeeze(text)`: what it is compared by. */
  readonly key: string
  /** How many words it is written in. */
  readonly words: number
}

/** Shorter pieces would be found everywhere. */
const SHORTEST_WORD = 3

/** Words of many names that stand for none of them. */
const honorifics: ReadonlySet<string> = new Set(['saint', 'sainte', 'san', 'sankt', 'santa', 'santo', 'são', 'szent'])

/** What words of a name are divided by. */
export const WORD_GAP = /[\s\-‐'’]+/u

/** All pieces by which `entry` may be found in a text. */
export function partsOf(entry: Entry): Part[] {
  const parts: Part[] = []
  if (entry.kind === 'person') {
    addPerson(parts, entry.given, entry.family)
    // 김대중, 'Maozedong': where the family name comes first, the whole is written without a space too. In Hangul it does whatever the glossary has.
    if (entry.given !== '' && entry.canonical.startsWith(`${entry.family} `)) add(parts, Role.whole, entry.canonical)
    else if (entry.given !== '' && isKoreanSurname(entry.family)) add(parts, Role.whole, `${entry.family} ${entry.given}`)
  } else add(parts, Role.whole, entry.canonical)
  for (const variant of entry.variants) addAlias(parts, entry, variant)
  for (const language in entry.forms) addAlias(parts, entry, entry.forms[language]!)
  return parts
}

/** The name that `entry` has in `language`, as an entry of its own; the entry itself where the glossary has no form for it. */
export function inLanguage(entry: Entry, language: Language): Entry {
  const form = entry.forms[language] ?? entry.forms[baseLanguage(language)]
  if (form === undefined || form === entry.canonical) return entry
  const name = entry.kind === 'person' ? splitPersonName(form) : { given: '', family: '' }
  return { ...entry, ...name, canonical: form, variants: [entry.canonical, ...entry.variants], forms: {} }
}

function addPerson(parts: Part[], given: string, family: string): void {
  if (given === '') {
    add(parts, Role.whole, family)
    return
  }
  add(parts, Role.family, family)
  addWords(parts, family, Role.familyWord)
  add(parts, Role.given, given)
  addWords(parts, given, Role.givenWord)
}

/** Han characters count as words: nothing else divides them. */
function wordsIn(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? text.split(WORD_GAP).length
}

/** The words of a compound; of a family name with particles, the rest as one 'core'. */
function addWords(parts: Part[], text: string, role: Role): void {
  if (!/[\s\-‐]/u.test(text)) return
  const words = text.split(/[\s\-‐]+/u)
  const names = words.filter((word) => !particles.has(word.toLowerCase()))
  if (names.length === 0) return
  if (names.length < words.length && role === Role.familyWord) add(parts, Role.core, text.slice(text.indexOf(names[0]!)))
  if (names.length > 1)
    for (const name of names) if (name.length >= SHORTEST_WORD && !honorifics.has(name.toLowerCase())) add(parts, role, name)
}

/** How like the entry's own given name the first words of a variant must be to be one: 'President Trump' has none. */
const SAME_GIVEN = 0.6

/** A variant of a person splits like the name itself ('Marya Sklodovska'); one word is an alias. */
function addAlias(parts: Part[], entry: Entry, variant: string): void {
  add(parts, Role.alias, variant)
  if (entry.kind !== 'person' || !/\s/u.test(variant)) return
  const { given, family } = splitPersonName(variant)
  if (given === '' || family === '') return
  const [first = ''] = given.split(WORD_GAP)
  const isTitle =
    /^\p{Script=Latin}/u.test(first) &&
    entry.given !== '' &&
    !isInitial(first) &&
    !isGivenName(first) &&
    entry.given.split(WORD_GAP).every((own) => similarity(squeeze(first), squeeze(own)) < SAME_GIVEN)
  if (!isTitle) addPerson(parts, given, family)
}

function add(parts: Part[], role: Role, text: string): void {
  const key = squeeze(text)
  if (key !== '' && !isInitial(text)) parts.push({ role, text, key, words: wordsIn(text) })
}
