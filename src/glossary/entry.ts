import { createHash } from 'node:crypto'
import type { Kind, Language, Origin } from '../article.ts'
import { particles, titlesAfterNames } from '../names/words/particles.ts'

/** A name as the glossary's author wants it written. */
export interface Entry {
  /** Made from `canonical`; stays the same when other entries come and go. */
  readonly id: string
  readonly canonical: string
  readonly kind: Kind
  /** Given name of a person, initials left out; '' when it has none. */
  readonly given: string
  /** Family name of a person with its particle ('van Persie'); '' for everything but persons. */
  readonly family: string
  /** Other spellings that always mean this entry. */
  readonly variants: readonly string[]
  /** Spellings that never mean this entry. */
  readonly not: readonly string[]
  readonly note: string
  /** How the name is written in a language, when that differs from `canonical`. */
  readonly forms: Readonly<Record<Language, string>>
  /** The row it was read from; the first of several. */
  readonly origin: Origin
}

export const kinds: readonly Kind[] = ['person', 'place', 'organization', 'term']

export interface PersonName {
  readonly given: string
  readonly family: string
}

/**
 * Splits a person's name: the family name is the last word with the particles before it, or what stands before a comma.
 * 'Ludwig van Beethoven' → Ludwig, van Beethoven; 'John F. Kennedy Jr.' → John, Kennedy; 'Curie, Marie' → Marie, Curie; 'Pelé' → '', Pelé.
 * 'Ban Ki-moon' → Ki-moon, Ban: so Koreans are written, and many Chinese. Other names in family–given order cannot be told from their letters:
 * the columns `given` and `family` say so.
 */
export function splitPersonName(name: string): PersonName {
  const comma = name.indexOf(',')
  if (comma >= 0) {
    const after = words(name.slice(comma + 1))
    const before = words(name.slice(0, comma)).join(' ')
    if (after.length > 0 && before !== '') return { given: withoutInitials(after), family: before }
  }
  const all = words(name.replaceAll(',', ' '))
  if (all.length === 0) return { given: '', family: name.trim() }
  if (all.length === 2 && isSyllable(all[0]!) && isTwoSyllables(all[1]!)) return { given: all[1]!, family: all[0]! }
  let start = all.length - 1
  while (start > 0 && particles.has(all[start - 1]!.toLowerCase())) start--
  return { given: withoutInitials(all.slice(0, start)), family: all.slice(start).join(' ') }
}

/** 'Ki-moon', 'Il-sung', 'Kai-shek': two syllables, the second without a capital. */
function isTwoSyllables(word: string): boolean {
  const syllables = word.split('-')
  return syllables.length === 2 && syllables.every(isSyllable) && /^\p{Lu}.*-\p{Ll}/u.test(word)
}

function isSyllable(word: string): boolean {
  return word.match(/[aeiouyŏŭ]+/giu)?.length === 1
}

/** The words of a name without 'Jr.', 'III' and the like at its end; all of them when nothing else would be left. */
function words(name: string): string[] {
  const all = name.split(/\s+/u).filter((word) => word !== '')
  const kept = [...all]
  while (kept.length > 1 && titlesAfterNames.has(kept.at(-1)!.toLowerCase().replaceAll('.', ''))) kept.pop()
  return kept
}

/** The words that spell a name, with a space between them. */
export function withoutInitials(words: readonly string[]): string {
  return words.filter((word) => !isInitial(word)).join(' ')
}

/** 'J.', 'J', 'J.-P.', 'Ph.': stands for a name without spelling it. */
export function isInitial(word: string): boolean {
  return /^(?:\p{Lu}\p{Ll}?\.-?)+$|^\p{Lu}$/u.test(word)
}

/** 'Đặng Thái Sơn' → 'dang-thai-son'; a hash stands in for letters that have no Latin base: 'Горбачёв' → 'n-4f1d2c3b'. */
export function slug(canonical: string): string {
  const plain = /^[\w -]*$/.test(canonical)
    ? canonical
        .toLowerCase()
        .replace(/[\s_-]+/g, '-')
        .replace(/^-|-$/g, '')
    : latinLetters(canonical)
  return /^[a-z0-9-]+$/u.test(plain) ? plain : `n-${shortHash(canonical)}`
}

function latinLetters(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđðþæœßı]/gu, (letter) => latinBase[letter] ?? letter)
    .replace(/['’.]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '')
}

const latinBase: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ß: 'ss', ı: 'i' }

export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}
