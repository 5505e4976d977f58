import type { Language } from '../../article.ts'
import { baseLanguage } from '../../language.ts'
import type { Lemma } from './endings.ts'
import { type Inflection, inflectionOf, ofLongestSuffix } from './table.ts'

/** A reading that is less likely says nothing of the form of another name. */
const LIKELY = 0.1

/**
 * `wanted` in the form in which `lemma` was written, less an ending that was only added; undefined where the language, as far as is known, has
 * no such form: 'Szymborska' for 'Szimborskiej' is Szymborskiej, but 'Толстой' has no form for 'Толстов' + 'а'. Letters in the case of `wanted`.
 */
export function sameForm(lemma: Lemma, wanted: string, language: Language): string | undefined {
  const { ending, restored, added, adapted, text, probability } = lemma
  if (ending === '') return wanted
  // What the language makes of a foreign name is no misspelling, and nobody knows what it makes of this one.
  if (adapted) return undefined
  const inflection = inflectionOf(baseLanguage(language))
  const stem = text.slice(0, text.length - restored.length).toLowerCase()
  const forms = inflection === undefined ? [] : formsLike(inflection, text.toLowerCase(), stem + ending.toLowerCase(), wanted.toLowerCase())
  if (forms.length > 0) {
    const same = forms.find((form) => form.endsWith(ending.toLowerCase())) ?? forms[0]!
    if (!added) return spelt(wanted, same)
    return forms.includes(wanted.toLowerCase() + ending.toLowerCase()) ? wanted : undefined
  }
  if (probability < LIKELY && (inflection?.cases.size ?? 0) > 0) return undefined
  if (added) return takes(text, wanted, ending) ? wanted : undefined
  return wanted.toLowerCase().endsWith(restored) ? wanted.slice(0, wanted.length - restored.length) + ending.toLowerCase() : undefined
}

/** What `wanted` becomes in every case in which `lemma` becomes `form`. */
function formsLike({ cases }: Inflection, lemma: string, form: string, wanted: string): string[] {
  const found = new Set<string>()
  for (const rules of cases.values()) {
    if (inCase(rules, lemma) !== form) continue
    const other = inCase(rules, wanted)
    if (other !== undefined) found.add(other)
  }
  return [...found]
}

function inCase(rules: Inflection['cases'] extends ReadonlyMap<string, infer R> ? R : never, lemma: string): string | undefined {
  const rule = ofLongestSuffix(rules, lemma)
  return rule === undefined ? undefined : lemma.slice(0, lemma.length - rule.end.length) + rule.instead
}

/** `form` with the capitals of `wanted`. */
function spelt(wanted: string, form: string): string {
  let same = 0
  while (same < wanted.length && wanted.charAt(same).toLowerCase() === form.charAt(same)) same++
  return wanted.slice(0, same) + form.slice(same)
}

/** Whether an ending that was added to one name may be added to the other: both end in a vowel, or both in a consonant. */
function takes(name: string, other: string, ending: string): boolean {
  return endsInVowel(name) === endsInVowel(other) || !(declinable.test(other) || startsWithVowel.test(ending))
}

/** Where an ending may take the place of a last vowel. Languages of other scripts only add. */
const declinable = /\p{Script=Cyrillic}$/u
const startsWithVowel = /^[aeiouyäöüõąęėįųůīāēūáéíóúýìîâă]/iu

function endsInVowel(name: string): boolean {
  return /[aeiouyäöüõąęėįųůīāēūáéíóúýìîâăаеёиіїйоуыьэєюя]$/iu.test(name)
}

/** Slavic and Baltic languages, which inflect names by their sound. */
const soundsTold: ReadonlySet<Language> = new Set(['bs', 'cnr', 'cs', 'hr', 'lt', 'lv', 'mk', 'pl', 'sk', 'sl', 'sr'])

/**
 * Whether `stem`, before an ending that begins with a vowel, is what `language` leaves of `name`: without a last e that is not spoken
 * (Shakespeara), or without the vowel between its last consonants (Prešerna).
 */
export function isContracted(stem: string, name: string, ending: string, language: Language): boolean {
  if (!soundsTold.has(baseLanguage(language)) || !startsWithVowel.test(ending)) return false
  const [short, long] = [stem.toLowerCase(), name.toLowerCase()]
  return long !== short && (long === `${short}e` || long.replace(/[aeo](?=[^aeiouy]$)/u, '') === short)
}
