/** Numbers from 2 to 12, in digits or in words: another one in the translation than in its source. */
import type { Language } from '../../article.ts'
import { foldWords, type NumberWords, numberWords } from './number-words.ts'
import { numbersIn } from './numbers.ts'

export interface Small {
  /** Written as a number and read as nothing else: digits, cardinals. */
  readonly sure: ReadonlySet<number>
  /** Those, and what may stand in it: ordinals, parts of words and of larger numbers. */
  readonly possible: ReadonlySet<number>
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/**
 * Whether `source` has a number that `target` lacks, and `target` one that `source` lacks: either alone may be another way to say it ("beide",
 * "a couple"), both together are a change.
 */
export function smallNumberDiffers(source: string, target: string, from: Language, to: Language): boolean {
  const [before, after] = [smallIn(source, from), smallIn(target, to)]
  return [...before.possible].some((value) => !after.possible.has(value)) && [...after.sure].some((value) => !before.possible.has(value))
}

export function smallIn(text: string, language: Language): Small {
  const sure = new Set<number>()
  for (const number of numbersIn(text, language)) add(sure, Number(number))
  const possible = new Set(sure)
  const words = numberWords(language)
  if (words !== undefined) {
    if (unspaced.test(text)) readCharacters(text, words, sure, possible)
    else readWords(text, words, sure, possible)
  }
  return { sure, possible }
}

function add(values: Set<number>, value: number): void {
  if (Number.isInteger(value) && value >= 2 && value <= 12) values.add(value)
}

function readWords(text: string, { cardinals, ordinals, longest }: NumberWords, sure: Set<number>, possible: Set<number>): void {
  const tokens = text.match(/[\p{L}\p{M}]+/gu)?.map(foldWords) ?? []
  for (let at = 0; at < tokens.length; at += 1) {
    for (let count = Math.min(longest, tokens.length - at); count > 0; count -= 1) {
      const words = tokens.slice(at, at + count).join(' ')
      const cardinal = cardinals.get(words)
      if (cardinal !== undefined) add(sure, cardinal)
      const value = cardinal ?? ordinals.get(words)
      if (value === undefined) continue
      add(possible, value)
      at += count - 1
      break
    }
  }
  const different = new Set(tokens)
  // 'zweier', 'vieren'
  for (const token of different) {
    if (cardinals.has(token) || ordinals.has(token)) continue
    for (const [word, value] of cardinals) {
      if (word.length >= 4 && token.startsWith(word) && token.length <= word.length + 2) add(sure, value)
    }
  }
  // 'dreimal', 'zweitgrößte', 'thirds', 'пятилетний'
  for (const token of different) for (const [word, value] of cardinals) if (word.length >= 3 && token.includes(word)) add(possible, value)
  for (const token of different) for (const [word, value] of ordinals) if (word.length >= 3 && token.startsWith(word)) add(possible, value)
  for (const value of sure) possible.add(value)
}

/** Runs of the characters that numbers are written with: a whole run is a number, and its parts may be. */
function readCharacters(text: string, { cardinals, ordinals }: NumberWords, sure: Set<number>, possible: Set<number>): void {
  const characters = new Set([...cardinals.keys()].join('').replaceAll(' ', ''))
  let run = ''
  for (const character of [...text, ' ']) {
    if (characters.has(character)) {
      run += character
      continue
    }
    const value = cardinals.get(run)
    if (value !== undefined) add(sure, value)
    run = ''
  }
  for (const words of [cardinals, ordinals]) for (const [word, value] of words) if (text.includes(word)) add(possible, value)
  // 两 counts what 二 does.
  if (/[两兩]/u.test(text)) add(possible, 2)
}
