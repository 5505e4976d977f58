import type { Language } from '../../../article.ts'
import type { Entry } from '../../../glossary/entry.ts'
import { Role } from '../../../glossary/parts.ts'
import { similarity } from '../../../names/compare/distance.ts'
import { lettersApart, mostLettersApart, plain, squeeze } from '../../../names/compare/spelling.ts'
import { formOf, type SpeltForm } from '../../../names/compare/spelt-form.ts'
import type { Lemma } from '../../../names/inflect/endings.ts'
import { Memo } from '../../../names/memo.ts'
import { sameScript, scriptOf } from '../../../names/scripts/index.ts'
import { isRespelling, respellsAll, soundIn, soundsLike } from '../../../names/scripts/respelling.ts'
import { areForms, isFeminine, isGivenName, shortens, translates } from '../../../names/words/given-names.ts'
import type { Spelling } from '../spot/index.ts'
import { FLOOR, type KnownPart } from '../spot/lookup.ts'

/** What a short form counts for: right, and a little less sure than the whole. */
export const SHORT_FORM = 0.93

/** From here on a form of a given name may be a misspelling as well as a translation. */
const GARBLED = 0.85

/**
 * What a word may be a form of: given names that languages have of their own, and names that the language respells. Most words are neither, and
 * it is found once for all names they are compared with.
 */
export interface Translating {
  readonly text: string
  readonly language: Language
  readonly isGiven: boolean
  /** From `soundIn`. */
  readonly sound: string | undefined
}

/** Undefined when the word is no form of any name. */
export function translatingOf({ text }: Lemma, language: Language): Translating | undefined {
  const isGiven = isGivenName(text)
  const sound = soundIn(text, language)
  return isGiven || sound !== undefined ? { text, language, isGiven, sound } : undefined
}

/** Whether a word is what its language makes of a person's given name, or of its first word, or short for it; such a name is right as it is. */
export function isTranslated(word: { readonly translating: Translating | undefined }, { role, firstWord: given }: KnownPart): boolean {
  if (role !== Role.given || word.translating === undefined) return false
  const { text, language, isGiven, sound } = word.translating
  if (sound !== undefined && soundsLike(sound, given, language)) return true
  if (!isGiven) return false
  if (translates(text, given, language) || shortens(text, given)) return true
  if (!areForms(text, given)) return false
  if (!sameScript(text, given)) return true
  // Lev is Leo; Jean may be Ivan, and seldom is.
  const [written, known] = [plain(squeeze(text)), plain(squeeze(given))]
  return written.charAt(0) === known.charAt(0) && similarity(written, known, GARBLED) === 0
}

/** Whether a word that is read as a respelled name may be this part's: where only names of Cyrillic are respelled, the part must be one. */
export function mayBeRespelt({ respelt, lemma }: Spelling, { text }: KnownPart, language: Language): boolean {
  return respelt === undefined || respellsAll(language) || isRespelling(lemma.text, text, language)
}

/** Whether an inflected form may be the entry's: Meitnerová is no man. */
export function fitsGender({ feminine }: Lemma, { given }: Entry): boolean {
  return !feminine || isFeminine(given)
}

/** The own letters of a spelling in another script where the part is Latin, else nothing: what the glossary has in that script is compared by letters. */
export function heardAs({ heard }: Spelling, { isLatin }: KnownPart): string {
  return heard !== '' && isLatin ? heard : ''
}

/** Whether what a spelling is a reading of may be this part of a name. Which part of it is the family name, the glossary often does not say. */
export function isReadAs({ as }: Spelling, { role, text }: KnownPart): boolean {
  if (as === undefined || scriptOf(text)?.name === 'han') return true
  const isWhole = role === Role.whole || role === Role.alias
  return isWhole ? as === 'whole' : as !== 'whole' && role !== Role.familyWord && role !== Role.givenWord
}

/** 'Rafa' for Rafael, 'Alex' for Alexander; not 'Martin' for Martina. */
export function isShortForm(key: string, part: KnownPart): boolean {
  if (part.role !== Role.given || part.words > 1 || key.length < 3 || !part.key.startsWith(key)) return false
  return part.key.length > key.length + 1 && !/^(?:in[ae]?|ett[ae]|ott[ae]|i[ae])$/u.test(part.key.slice(key.length))
}

/** Pairs remembered: a document compares its words with the same few names again and again. */
const MOST_PAIRS = 200_000

const similarities = new Memo((heard: string, key: string, wanted: string) => {
  return Math.max(0, similarity(key, wanted, FLOOR, heard) - otherNameCost(formOf(key), formOf(wanted), heard))
}, MOST_PAIRS)

/** Like `similarity`, and 0 below `floor`; `heard`: from `heardAs`. Also sees when one name is a woman's and the other a man's. */
export function partSimilarity(form: SpeltForm, wanted: SpeltForm, floor: number, heard: string): number {
  if (heard === '' && !mayBeAlike(form, wanted)) return 0
  const alike = similarities.of(heard, form.key, wanted.key)
  return alike < floor ? 0 : alike
}

/** Whether two names have enough letters in common to be compared; what was romanized from another script says less of its letters. */
function mayBeAlike(a: SpeltForm, b: SpeltForm): boolean {
  if (!a.isLatin || !b.isLatin) return true
  return lettersApart(a.letters, b.letters) <= mostLettersApart(Math.max(a.key.length, b.key.length)) + 1
}

const GENDER = 0.25

/** Names that differ by the a that women's names end in are two people's: Paul and Paula, Heyrovský and Heyrovská. */
function genderCost(one: SpeltForm, two: SpeltForm): number {
  if (one.endsInA && two.endsInA) return 0
  const [a, b] = [one.plain, two.plain]
  if (a.endsWith('a') === b.endsWith('a')) return 0
  const other = a.endsWith('a') ? b : a
  return /[^aeiu]$|[iy]$/u.test(other) && (a.startsWith(b) || b.startsWith(a) || a.slice(0, -1) === b.slice(0, -1)) ? GENDER : 0
}

/** What says that two names which are alike are different ones. */
export function otherNameCost(a: SpeltForm, b: SpeltForm, heard: string): number {
  if (a === b || a.key === b.key) return 0
  return genderCost(a, b) + (heard === '' ? syllableCost(a, b) : 0)
}

const SYLLABLE = 0.05

/** Spellings of one name have as many syllables, or the same consonants: Dmitri and Dimitri, but Meitner and Meitinger. */
function syllableCost(a: SpeltForm, b: SpeltForm): number {
  return a.syllables === b.syllables || a.consonants === b.consonants ? 0 : SYLLABLE
}
