import type { Language } from '../../article.ts'
import { baseLanguage } from '../../language.ts'
import { endings, feminineEndings, proclitics } from './declensions.ts'

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
  /** Whether only a woman is called so: Meitnerová. */
  readonly feminine: boolean
  /** A small word written together with the name after it: Arabic 'and', Hebrew 'to'; '' when there is none. */
  readonly prefix: string
}

/** Apostrophe and letters, in languages that set endings off with one: Turkish 'Şahin'in', English "Curie's". Any language writes them. */
export const apostropheEnding = /^\p{Ll}{1,6}$/u

type Rule = Pick<Lemma, 'ending' | 'restored' | 'added' | 'feminine'>

/** Rules of each language, by the last letter of the ending. */
const rules = new Map<Language, ReadonlyMap<string, readonly Rule[]>>(
  Object.entries(endings).map(([language, list]) => [
    language,
    byLastLetter([...parse(feminineEndings[language] ?? '', true), ...parse(list, false)]),
  ]),
)

function parse(list: string, feminine: boolean): Rule[] {
  if (list === '') return []
  return list.split(' ').map((rule) => {
    const [ending = '', restored] = rule.split('<')
    return { ending, restored: restored ?? '', added: restored === undefined, feminine }
  })
}

function byLastLetter(list: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const groups = new Map<string, Rule[]>()
  for (const rule of list) groups.set(rule.ending.at(-1)!, [...(groups.get(rule.ending.at(-1)!) ?? []), rule])
  return groups
}

/** Whether names are inflected in `language`, as far as is known here. */
export function hasEndings(language: Language): boolean {
  return rules.has(baseLanguage(language))
}

/** A shorter stem is no name; a Korean letter is a syllable. */
const SHORTEST_STEM = 3
const SHORTEST_KOREAN_STEM = 1

/** What `word` may be an inflected form of in `language`; the word itself first. */
export function lemmas(word: string, language: Language): Lemma[] {
  const base = baseLanguage(language)
  const found: Lemma[] = [asWritten(word)]
  const byLast = rules.get(base)
  if (byLast === undefined) return found
  const capitals = word.length > 3 && word === word.toUpperCase() && word !== word.toLowerCase()
  const spelt = (letters: string) => (capitals ? letters.toUpperCase() : letters)
  const shortest = base === 'ko' ? SHORTEST_KOREAN_STEM : SHORTEST_STEM
  for (const rule of byLast.get((capitals ? word.toLowerCase() : word).at(-1) ?? '') ?? []) {
    const ending = spelt(rule.ending)
    const stem = word.length - ending.length
    if (stem < 1 || stem + rule.restored.length < shortest || !word.endsWith(ending)) continue
    found.push({ ...rule, text: word.slice(0, stem) + spelt(rule.restored), ending, prefix: '' })
  }
  if (base === 'hu') found.push(...assimilated(word, capitals))
  const change = stemChanges[base]
  return change === undefined ? found : [...found, ...found.flatMap((lemma) => changed(lemma, word, change, shortest))]
}

function asWritten(text: string): Lemma {
  return { text, ending: '', restored: '', added: true, feminine: false, prefix: '' }
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
function assimilated(word: string, capitals: boolean): Lemma[] {
  const [, consonant, ending] = /([^aeiouáéíóöőúüű])\1([ae]l)$/iu.exec(word)?.map((match) => match) ?? []
  if (consonant === undefined || ending === undefined || word.length < SHORTEST_STEM + 3) return []
  const text = word.slice(0, -3)
  return [{ ...asWritten(text), ending: (capitals ? consonant.toUpperCase() : consonant) + ending }]
}

/** `word` without each small word it may start with. */
export function withoutProclitics(word: string, language: Language): { readonly prefix: string; readonly rest: string }[] {
  const list = proclitics[baseLanguage(language)]
  if (list === undefined) return []
  return list
    .split(' ')
    .filter((prefix) => word.startsWith(prefix) && word.length - prefix.length >= SHORTEST_STEM)
    .map((prefix) => ({ prefix, rest: word.slice(prefix.length) }))
}
