/** What looks wrong in a translation, told without a reference. Each finding is a hint for people, none is proof. */
import type { Language } from '../../article.ts'
import { baseLanguage, UNDETERMINED } from '../../language.ts'
import { dateDiffers, timeDiffers, withoutTimes } from './dates.ts'
import { hasForeignScript, leavesStretch } from './leftovers.ts'
import { caseDiffers, doublesWord, endDiffers, hasBroken, lacksPlaceholder, markupDiffers, pairsBroken } from './marks.ts'
import { isNeighbours, type Neighbour, weightOf } from './neighbour.ts'
import { numbersIn } from './numbers.ts'
import { smallNumberDiffers } from './small-numbers.ts'

export type CheckCode =
  | 'empty' // nothing came back for a text that says something
  | 'untranslated' // the source came back
  | 'wrong-language' // it is in another language than was asked for
  | 'partly-untranslated' // a stretch of the source was left as it was
  | 'foreign-script' // letters of a script the language is not written in
  | 'repetition' // the same words again and again
  | 'broken-character' // U+FFFD, <unk>
  | 'markup' // a tag or an entity more, or less
  | 'neighbour' // it is the translation of the sentence before or after
  | 'length-ratio' // far shorter or longer than a translation can be
  | 'number-missing' // a number of the source is not in the translation
  | 'number-changed' // a number from 2 to 12, in digits or words, is another one
  | 'date-changed' // a month or a day of the week is another one
  | 'time-changed' // a time of day is another one
  | 'url-missing' // an address of the source is not in the translation
  | 'placeholder-missing' // `{name}`, `%s`
  | 'case' // all in capitals, or all small
  | 'end-mark' // the sentence ends in a mark, the translation in none, or in another
  | 'brackets' // one is left open
  | 'doubled-word'

export type Severity = 'severe' | 'doubtful'

/** Severe: no translation looks like that. References of FLORES (dev, 997 each from German and Chinese) are flagged as bench/results says. */
export const severities: Readonly<Record<CheckCode, Severity>> = {
  empty: 'severe',
  untranslated: 'severe',
  'wrong-language': 'severe',
  'partly-untranslated': 'severe',
  'foreign-script': 'severe',
  repetition: 'severe',
  'broken-character': 'severe',
  markup: 'severe',
  neighbour: 'doubtful',
  'length-ratio': 'doubtful',
  'number-missing': 'doubtful',
  'number-changed': 'doubtful',
  'date-changed': 'doubtful',
  'time-changed': 'doubtful',
  'url-missing': 'doubtful',
  'placeholder-missing': 'doubtful',
  case: 'doubtful',
  'end-mark': 'doubtful',
  brackets: 'doubtful',
  'doubled-word': 'doubtful',
}

/** The language a text is in, and the chance (0..1) that this is so. */
export type DetectLanguage = (text: string) => { readonly language: Language; readonly confidence: number }

export interface CheckOptions {
  /** Without it no language is checked. */
  readonly detect?: DetectLanguage
  /** The sentences before and after, and their translations. */
  readonly neighbours?: readonly Neighbour[]
}

/** Codes of what looks wrong in `target`, a translation of `source`, in a fixed order. */
export function checkTranslation(
  source: string,
  target: string,
  from: Language,
  to: Language,
  { detect, neighbours = [] }: CheckOptions = {},
): readonly CheckCode[] {
  if (!/[\p{L}\p{N}]/u.test(source)) return []
  if (target.trim() === '') return ['empty']
  const isOther = baseLanguage(from) !== baseLanguage(to)
  const echoes = isEcho(source, target, from, to)
  const loops = repeats(target) && !repeats(source)
  const [before, after] = [withoutTimes(source), withoutTimes(target)]
  const findings: readonly (readonly [CheckCode, boolean])[] = [
    ['untranslated', echoes],
    ['wrong-language', detect !== undefined && isInOther(target, to, detect)],
    ['partly-untranslated', isOther && !echoes && leavesStretch(withoutAddresses(source), withoutAddresses(target))],
    ['foreign-script', hasForeignScript(target) && (isOther || !hasForeignScript(source))],
    ['repetition', loops],
    ['broken-character', hasBroken(target) && !hasBroken(source)],
    ['markup', markupDiffers(source, target)],
    ['neighbour', isOther && isNeighbours(source, target, neighbours, from, to)],
    ['length-ratio', isOddLength(source, target)],
    ['number-missing', lacksNumber(before, after, from, to)],
    ['number-changed', smallNumberDiffers(before, after, from, to)],
    ['date-changed', isOther && dateDiffers(source, target, from, to)],
    ['time-changed', timeDiffers(source, target)],
    ['url-missing', addressesIn(source).some((address) => !target.includes(address))],
    ['placeholder-missing', lacksPlaceholder(source, target)],
    ['case', caseDiffers(source, target)],
    ['end-mark', endDiffers(source, target)],
    ['brackets', pairsBroken(source, target)],
    ['doubled-word', !loops && doublesWord(source, target)],
  ]
  return findings.flatMap(([code, found]) => (found ? [code] : []))
}

/** Short texts, names above all, may be of many languages: so many letters are looked at, and the detector must be so sure. */
const enough = /^(?:\P{L}*\p{L}){20}/u
const SURE = 0.9

function isInOther(target: string, to: Language, detect: DetectLanguage): boolean {
  if (!enough.test(target)) return false
  const { language, confidence } = detect(target)
  return confidence >= SURE && language !== UNDETERMINED && baseLanguage(language) !== baseLanguage(to)
}

/** Names and loan words are the same in many languages: an echo needs four words, or eight characters of a script without spaces. */
function isEcho(source: string, target: string, from: Language, to: Language): boolean {
  if (baseLanguage(from) === baseLanguage(to)) return false
  const [lowerSource, lowerTarget] = [source.toLowerCase(), target.toLowerCase()]
  // Most texts that differ do so in their first word.
  if (firstWord.exec(lowerSource)?.[0] !== firstWord.exec(lowerTarget)?.[0]) return false
  const [before, after] = [lowerSource, lowerTarget].map((text) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim())
  if (before !== after || before === undefined) return false
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(before)
  return unspaced ? before.length >= 8 : before.split(' ').length >= 4
}

const firstWord = /[\p{L}\p{N}]+/u

/** A run of one to six words (or characters, in a script without spaces) four times in a row. Translations rarely name a thing thrice, never four times. */
function repeats(text: string): boolean {
  return (
    (hasWordFourTimes(text) && /(?<!\p{L})(\p{L}+(?:\P{L}+\p{L}+){0,5})(?:\P{L}+\1){3}(?!\p{L})/u.test(text)) ||
    (/[\u2e80-\uffff]/.test(text) && /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,8})\1{3}/u.test(text))
  )
}

/** Whether a run can be there four times: that is quickly seen, and seldom so. */
function hasWordFourTimes(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? []
  const counts = new Map<string, number>()
  for (const word of words) {
    const count = (counts.get(word) ?? 0) + 1
    if (count === 4) return true
    counts.set(word, count)
  }
  return false
}

function isOddLength(source: string, target: string): boolean {
  const [before, after] = [weightOf(source), weightOf(target)]
  // Short texts vary: 'Ja.' and 'Yes, indeed.'. Of those 997 references none is outside the bounds from German, six from Chinese.
  if (Math.max(before, after) < 40) return false
  return after < before * 0.4 || after > before * 2.5
}

function lacksNumber(source: string, target: string, from: Language, to: Language): boolean {
  const there = new Set(numbersIn(target, to))
  // Small ones become words ('3' → 'three'). What is left misses in 6 of 997 FLORES references from German and 24 from Chinese.
  return numbersIn(source, from).some((number) => Number(number) > 12 && !there.has(number))
}

const address = /https?:\/\/[^\s<>"'）)\]]*[^\s<>"'）)\].,;:!?。，]|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]*\w/gu

function addressesIn(text: string): readonly string[] {
  return mayHaveAddress(text) ? (text.match(address) ?? []) : []
}

function withoutAddresses(text: string): string {
  return mayHaveAddress(text) ? text.replace(address, ' ') : text
}

function mayHaveAddress(text: string): boolean {
  return text.includes('@') || text.includes('://')
}
