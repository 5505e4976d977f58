/**
 * Spellings of given names: what languages make of a saint's or a king's name, the same name in other scripts, short forms, and whether men
 * or women bear it. models/names/README.md tells where they are from.
 */
import type { Language } from '../../article.ts'
import { baseLanguage } from '../../language.ts'
import { readTable } from '../table.ts'

interface GivenName {
  /** Numbers of the names it is a form of, each with the languages that have it; none where they are not known. */
  readonly names: Map<number, Set<Language>>
  /** 'f', 'm' or 'fm'; '' when it is not known. */
  gender: string
  /** What it is a short form of. */
  readonly shortens: Set<string>
}

/** Names that one row joins, in lower case. Read when first asked for: 250 to 300 ms on a busy core. */
let forms: ReadonlyMap<string, GivenName> | undefined

function givenName(text: string): GivenName | undefined {
  forms ??= read()
  return forms.get(text.toLowerCase())
}

/** Stands for the gender of a row that has a name and a short form of it. */
const SHORT = 'short'
/** The language of forms whose language is not known. */
const UNKNOWN = 'und'

function read(): Map<string, GivenName> {
  const found = new Map<string, GivenName>()
  const formOf = (text: string): GivenName => {
    const form = found.get(text) ?? { names: new Map(), gender: '', shortens: new Set() }
    found.set(text, form)
    return form
  }
  for (const [number, [gender = '', cells = '']] of readTable('given-names.tsv.gz').entries()) {
    for (const cell of cells.split(' ')) {
      const [language = '', list = ''] = cell.split(':')
      const texts = list.split('|')
      for (const text of texts) {
        const form = formOf(text)
        const languages = form.names.get(number) ?? new Set()
        form.names.set(number, languages)
        if (gender === SHORT) continue
        if (language !== UNKNOWN) languages.add(language)
        form.gender = [...new Set(form.gender + gender)].toSorted().join('')
      }
      if (gender === SHORT) formOf(texts[1]!).shortens.add(texts[0]!)
    }
  }
  return found
}

/**
 * Whether `written` is what `language` makes of `given`: Polish Izaak of Isaac, Russian Лев of Leo; any case. Two names that a language has
 * beside each other are two people's: Johann and Hans in German.
 */
export function translates(written: string, given: string, language: Language): boolean {
  const base = baseLanguage(language)
  const found = givenName(written)
  const wanted = givenName(given)
  if (found === undefined || wanted === undefined) return false
  for (const [name, languages] of found.names) {
    const others = wanted.names.get(name)
    if (languages.has(base) && others !== undefined && !others.has(base)) return true
  }
  return false
}

/** Whether one of the table's rows joins both, in whatever language: Лев and Leo; any case. */
export function areForms(written: string, given: string): boolean {
  const found = givenName(written)
  const wanted = givenName(given)
  if (found === undefined || wanted === undefined) return false
  for (const name of found.names.keys()) if (wanted.names.has(name)) return true
  return false
}

/** Whether `written` is a short form of `given` that English has: Bill of William; any case. */
export function shortens(written: string, given: string): boolean {
  return givenName(written)?.shortens.has(given.toLowerCase()) ?? false
}

/** Whether both are names that languages translate, and no spelling or short form of each other: Alfred and Albert. */
export function isOtherName(written: string, given: string): boolean {
  const found = givenName(written)
  const wanted = givenName(given)
  if (found === undefined || wanted === undefined || !isTranslated(found) || !isTranslated(wanted)) return false
  for (const name of found.names.keys()) if (wanted.names.has(name)) return false
  return true
}

/** Whether both are given names in some country, and nobody takes one for the other: Jessica and Isaac. */
export function areDifferent(written: string, given: string): boolean {
  const found = givenName(written)
  const wanted = givenName(given)
  if (
    found === undefined ||
    wanted === undefined ||
    found.shortens.has(given.toLowerCase()) ||
    wanted.shortens.has(written.toLowerCase())
  ) {
    return false
  }
  return !areForms(written, given)
}

function isTranslated({ names }: GivenName): boolean {
  for (const languages of names.values()) if (languages.size > 0) return true
  return false
}

/** Whether a given name may be a woman's: is known as one, or ends as many do and is not known as a man's. */
export function isFeminine(given: string): boolean {
  const [first = ''] = given.toLowerCase().split(/[\s-]/u)
  const gender = givenName(first)?.gender ?? ''
  return gender.includes('f') || (gender === '' && /[aáeéhiy]$/u.test(first))
}

/** Whether the word is known as somebody's given name. */
export function isGivenName(word: string): boolean {
  return givenName(word) !== undefined
}
