import type { Language } from '../../../article.ts'
import type { Entry } from '../../../glossary/entry.ts'
import { type Part, Role, WORD_GAP } from '../../../glossary/parts.ts'
import { similarity } from '../../../names/compare/distance.ts'
import { consonantKey, lettersApart, lettersOf, mostLettersApart, plain, squeeze } from '../../../names/compare/spelling.ts'
import type { Lemma } from '../../../names/inflect/endings.ts'
import { Memo } from '../../../names/memo.ts'
import { sameScript, scriptOf } from '../../../names/scripts/index.ts'
import { isRespelling, respellsAll } from '../../../names/scripts/respelling.ts'
import { areForms, isFeminine, shortens, translates } from '../../../names/words/given-names.ts'
import type { Spelling } from '../spot/index.ts'
import { FLOOR } from '../spot/lookup.ts'

/** What a short form counts for: right, and a little less sure than the whole. */
export const SHORT_FORM = 0.93

/** From here on a form of a given name may be a misspelling as well as a translation. */
const GARBLED = 0.85

/** Whether `lemma` is what a language makes of a person's given name, or of its first word, or short for it; such a name is right as it is. */
export function isTranslated({ text }: Lemma, part: Part, language: Language): boolean {
  if (part.role !== Role.given) return false
  const given = part.text.split(WORD_GAP)[0]!
  if (translates(text, given, language) || shortens(text, given) || isRespelling(text, given, language)) return true
  if (!areForms(text, given)) return false
  if (!sameScript(text, given)) return true
  // Lev is Leo; Jean may be Ivan, and seldom is.
  const [written, known] = [plain(squeeze(text)), plain(squeeze(given))]
  return written.charAt(0) === known.charAt(0) && similarity(written, known, GARBLED) === 0
}

/** Whether a word that is read as a respelled name may be this part's: where only names of Cyrillic are respelled, the part must be one. */
export function mayBeRespelt({ respelt, lemma }: Spelling, { text }: Part, language: Language): boolean {
  return respelt === undefined || respellsAll(language) || isRespelling(lemma.text, text, language)
}

/** Whether an inflected form may be the entry's: Meitnerová is no man. */
export function fitsGender({ feminine }: Lemma, { given }: Entry): boolean {
  return !feminine || isFeminine(given)
}

/** The own letters of a spelling in another script where the part is Latin, else nothing: what the glossary has in that script is compared by letters. */
export function heardAs({ heard }: Spelling, { text }: Part): string {
  return heard !== '' && /\p{Script=Latin}/u.test(text) ? heard : ''
}

/** Whether what a spelling is a reading of may be this part of a name. Which part of it is the family name, the glossary often does not say. */
export function isReadAs({ as }: Spelling, { role, text }: Part): boolean {
  if (as === undefined || scriptOf(text)?.name === 'han') return true
  const isWhole = role === Role.whole || role === Role.alias
  return isWhole ? as === 'whole' : as !== 'whole' && role !== Role.familyWord && role !== Role.givenWord
}

/** 'Rafa' for Rafael, 'Alex' for Alexander; not 'Martin' for Martina. */
export function isShortForm(key: string, part: Part): boolean {
  if (part.role !== Role.given || part.words > 1 || key.length < 3 || !part.key.startsWith(key)) return false
  return part.key.length > key.length + 1 && !/^(?:in[ae]?|ett[ae]|ott[ae]|i[ae])$/u.test(part.key.slice(key.length))
}

/** Pairs remembered: a document compares its words with the same few names again and again. */
const MOST_PAIRS = 200_000

const similarities = new Memo((heard: string, key: string, wanted: string) => {
  if (heard === '' && !mayBeAlike(key, wanted)) return 0
  return Math.max(0, similarity(key, wanted, FLOOR, heard) - otherNameCost(key, wanted, heard))
}, MOST_PAIRS)

/** Like `similarity`, and 0 below `floor`; `heard`: from `heardAs`. Also sees when one name is a woman's and the other a man's. */
export function partSimilarity(key: string, part: Part, floor: number, heard: string): number {
  const alike = similarities.of(heard, key, part.key)
  return alike < floor ? 0 : alike
}

/** Whether two names have enough letters in common to be compared; what was romanized from another script says less of its letters. */
function mayBeAlike(a: string, b: string): boolean {
  if (!latin.test(a) || !latin.test(b)) return true
  return lettersApart(lettersOf(plain(a)), lettersOf(plain(b))) <= mostLettersApart(Math.max(a.length, b.length)) + 1
}

/** Letters that no romanization adds. */
const latin = /^[a-zà-öø-ÿąćčďęěğłńňőřśšşťůűźżž]*$/u

const GENDER = 0.25

/** Names that differ by the a that women's names end in are two people's: Paul and Paula, Heyrovský and Heyrovská. */
function genderCost(key: string, wanted: string): number {
  if (key === wanted) return 0
  const [a, b] = [plain(key), plain(wanted)]
  if (/ah?$/u.test(a) && /ah?$/u.test(b)) return 0
  if (a.endsWith('a') === b.endsWith('a')) return 0
  const other = a.endsWith('a') ? b : a
  return /[^aeiu]$|[iy]$/u.test(other) && (a.startsWith(b) || b.startsWith(a) || a.slice(0, -1) === b.slice(0, -1)) ? GENDER : 0
}

const differences = new Memo((key: string, wanted: string) => genderCost(key, wanted) + syllableCost(key, wanted), MOST_PAIRS)

/** What says that two names which are alike are different ones. */
export function otherNameCost(key: string, wanted: string, heard: string): number {
  return heard === '' ? differences.of(key, wanted) : genderCost(key, wanted)
}

const SYLLABLE = 0.05

/** Spellings of one name have as many syllables, or the same consonants: Dmitri and Dimitri, but Meitner and Meitinger. A last e is silent. */
function syllableCost(a: string, b: string): number {
  return syllables(a) === syllables(b) || consonantKey(plain(a)) === consonantKey(plain(b)) ? 0 : SYLLABLE
}

function syllables(name: string): number {
  return (
    plain(name)
      .replace(/e$/u, '')
      .match(/[aeiouy]+/gu)?.length ?? 0
  )
}
