/** What looks wrong in a translation, told without a reference. Each finding is a hint for people, none is proof. */
import type { Language } from '../../article.ts'
import { baseLanguage } from '../../language.ts'
import { numbersIn } from './numbers.ts'

export type CheckCode =
  | 'empty' // nothing came back for a text that says something
  | 'untranslated' // the source came back
  | 'repetition' // the same words again and again
  | 'length-ratio' // far shorter or longer than a translation can be
  | 'number-missing' // a number of the source is not in the translation
  | 'url-missing' // an address of the source is not in the translation

/** Codes of what looks wrong in `target`, a translation of `source`, in a fixed order. */
export function checkTranslation(source: string, target: string, from: Language, to: Language): readonly CheckCode[] {
  if (!/[\p{L}\p{N}]/u.test(source)) return []
  if (target.trim() === '') return ['empty']
  const findings: readonly (readonly [CheckCode, boolean])[] = [
    ['untranslated', isEcho(source, target, from, to)],
    ['repetition', repeats(target) && !repeats(source)],
    ['length-ratio', isOddLength(source, target, from, to)],
    ['number-missing', lacksNumber(source, target, from, to)],
    ['url-missing', addressesIn(source).some((address) => !target.includes(address))],
  ]
  return findings.flatMap(([code, found]) => (found ? [code] : []))
}

/** Names and loan words are the same in many languages: an echo needs four words, or eight characters of a script without spaces. */
function isEcho(source: string, target: string, from: Language, to: Language): boolean {
  if (baseLanguage(from) === baseLanguage(to)) return false
  const [before, after] = [source, target].map((text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  )
  if (before !== after || before === undefined) return false
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(before)
  return unspaced ? before.length >= 8 : before.split(' ').length >= 4
}

/** A run of one to six words (or characters, in a script without spaces) four times in a row. Translations rarely name a thing thrice, never four times. */
function repeats(text: string): boolean {
  return (
    /(?<!\p{L})(\p{L}+(?:\P{L}+\p{L}+){0,5})(?:\P{L}+\1){3}(?!\p{L})/u.test(text) ||
    /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,8})\1{3}/u.test(text)
  )
}

/** Letters that say what one character of Chinese says: the median of 997 FLORES sentences into English lies between 3.1 and 3.25, by engine. */
const DENSE = 3.2
const dense = new Set(['zh', 'ja', 'yue', 'wuu'])

function isOddLength(source: string, target: string, from: Language, to: Language): boolean {
  const weight = (text: string, language: Language): number => text.trim().length * (dense.has(baseLanguage(language)) ? DENSE : 1)
  const [before, after] = [weight(source, from), weight(target, to)]
  // Short texts vary: 'Ja.' and 'Yes, indeed.'. Of those 997 references none is outside the bounds from German, six from Chinese.
  if (Math.max(before, after) < 40) return false
  return after < before * 0.4 || after > before * 2.5
}

function lacksNumber(source: string, target: string, from: Language, to: Language): boolean {
  const there = new Set(numbersIn(target, to))
  // Small ones become words ('3' → 'three'). What is left misses in 6 of 997 FLORES references from German and 24 from Chinese.
  return numbersIn(source, from).some((number) => Number(number) > 12 && !there.has(number))
}

function addressesIn(text: string): readonly string[] {
  return text.match(/https?:\/\/[^\s<>"'）)\]]*[^\s<>"'）)\].,;:!?。，]|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]*\w/gu) ?? []
}
