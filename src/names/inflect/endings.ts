import type { Language } from '../../article.ts'
import { baseLanguage } from '../../language.ts'
import { inflectionOf, ofLongestSuffix, type Rule } from './table.ts'

/** A word taken for the inflected form of a shorter or other one. */
export interface Lemma {
  /** The word as it may stand in the glossary: what was written, less the ending, with the letters the ending took the place of. */
  readonly text: string
  /** '' when nothing was taken off. */
  readonly ending: string
  /** Letters that the ending took the place of ('a' in Szymborska → Szymborskiej); '' when the ending was only added. */
  readonly restored: string
  /** Whether the ending follows the name and is no part of it: 'Banach' + 'owi', but Szymborskiej. */
  readonly added: boolean
  /** Whether the language gives the foreign name an ending in the nominative too, which is right as it is: Latvian Keplers, Keplera. */
  readonly adapted: boolean
  /** Whether only a woman is called so: Meitnerová. */
  readonly feminine: boolean
  /** A small word written together with the name after it: Arabic 'and', Hebrew 'to'; '' when there is none. */
  readonly prefix: string
  /** Chance that a name with this end is such a form, 0..1; 1 of what is taken as it is written. */
  readonly probability: number
}

/** Apostrophe and letters, in languages that set endings off with one: Turkish 'Şahin'in', English “Curie's”. Any language writes them. */
export const apostropheEnding = /^\p{Ll}{1,6}$/u

/** Whether names are inflected in `language`, as far as is known here. */
export function hasEndings(language: Language): boolean {
  return (inflectionOf(baseLanguage(language))?.readings.size ?? 0) > 0
}

/** A shorter stem is no name; a Korean letter is a syllable. */
const SHORTEST_STEM = 3
const SHORTEST_KOREAN_STEM = 1

/** What `word` may be an inflected form of in `language`; the word itself first, then the likeliest. */
export function lemmas(word: string, language: Language): Lemma[] {
  const base = baseLanguage(language)
  const found: Lemma[] = [asWritten(word)]
  const inflection = inflectionOf(base)
  if (inflection === undefined) return found
  const capitals = word.length > 3 && word === word.toUpperCase() && word !== word.toLowerCase()
  const lower = word.toLowerCase()
  // 'İ' in lower case is two letters.
  if (lower.length !== word.length) return found
  const shortest = base === 'ko' ? SHORTEST_KOREAN_STEM : SHORTEST_STEM
  const take = ({ end, instead, probability, adapted }: Rule, feminine: boolean): void => {
    const stem = word.length - end.length
    if ((end === '' && instead === '') || stem < 1 || stem + instead.length < shortest || !lower.endsWith(end)) return
    const text = word.slice(0, stem) + (capitals ? instead.toUpperCase() : instead)
    const added = instead === '' && !adapted && !feminine
    found.push({ text, ending: word.slice(stem), restored: instead, added, adapted, feminine, prefix: '', probability })
  }
  for (const rule of inflection.women) take(rule, true)
  for (const rule of ofLongestSuffix(inflection.readings, lower) ?? []) take(rule, false)
  if (base === 'hu') found.push(...assimilated(word))
  const change = stemChanges[base]
  return change === undefined ? found : [...found, ...found.flatMap((lemma) => changed(lemma, word, change, shortest))]
}

function asWritten(text: string): Lemma {
  return { text, ending: '', restored: '', added: true, adapted: false, feminine: false, prefix: '', probability: 1 }
}

/** What a stem becomes before an ending, and what it was: Hungarian lengthens a last vowel, Finnish weakens the consonants before it. */
const stemChanges: Readonly<Record<string, (stem: string) => string>> = {
  hu: (stem) => stem.replace(/[áéóő]$/u, (long) => ({ á: 'a', é: 'e', ó: 'o', ő: 'ö' })[long] ?? long),
  fi: (stem) => stem.replace(/(ll|nn|rr|mm|ng|(?<=[aeiouyäölnr])[kpt])(?=[aeiouyäö]$)/u, (weak) => strong[weak] ?? weak + weak),
}

const strong: Readonly<Record<string, string>> = { ll: 'lt', nn: 'nt', rr: 'rt', mm: 'mp', ng: 'nk' }

/** The name whose stem changed before the ending of `lemma`: Aallon is Aalto. All that changed is the ending. */
function changed(lemma: Lemma, word: string, change: (stem: string) => string, shortest: number): Lemma[] {
  if (lemma.ending === '' || !lemma.added) return []
  const text = change(lemma.text)
  if (text === lemma.text || text.length < shortest) return []
  let same = 0
  while (text.charAt(same) === word.charAt(same)) same++
  return [{ ...lemma, text, ending: word.slice(same), restored: text.slice(same), added: false }]
}

/** Hungarian -val and -vel double the consonant before them: Newtonnal. */
function assimilated(word: string): Lemma[] {
  if (!/([^aeiouáéíóöőúüű])\1[ae]l$/iu.test(word) || word.length < SHORTEST_STEM + 3) return []
  return [{ ...asWritten(word.slice(0, -3)), ending: word.slice(-3), probability: 0.9 }]
}

/** `word` without each small word it may start with. */
export function withoutProclitics(word: string, language: Language): { readonly prefix: string; readonly rest: string }[] {
  return (inflectionOf(baseLanguage(language))?.proclitics ?? [])
    .filter((prefix) => word.startsWith(prefix) && word.length - prefix.length >= SHORTEST_STEM)
    .map((prefix) => ({ prefix, rest: word.slice(prefix.length) }))
}
