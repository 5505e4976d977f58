/** Numbers from 2 to 12, in digits or in words: another one in the translation than in its source. */
import type { Language } from '../../article.ts'
import { Memo, once } from '../../names/memo.ts'
import { candidatesIn, foldWords, type NumberWords, numberWords } from './number-words.ts'
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
  const before = smallIn(source, from)
  if (before.possible.size === 0) return false
  const after = smallIn(target, to)
  return [...before.possible].some((value) => !after.possible.has(value)) && [...after.sure].some((value) => !before.possible.has(value))
}

export function smallIn(text: string, language: Language): Small {
  const key = `${language}\n${text}`
  const known = recent.get(key) ?? readSmall(text, language)
  // The oldest comes first.
  if (recent.size === MOST_RECENT) recent.delete(recent.keys().next().value!)
  recent.set(key, known)
  return known
}

/** Sentences remembered, with their translations: each is asked for by itself, and as the one before and after. */
const MOST_RECENT = 32
const recent = new Map<string, Small>()

function readSmall(text: string, language: Language): Small {
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

function readWords(text: string, words: NumberWords, sure: Set<number>, possible: Set<number>): void {
  const { cardinals, ordinals, longest } = words
  const tokens = (text.match(/[\p{L}\p{M}]+/gu) ?? []).map(tokensIn(words))
  for (let at = 0; at < tokens.length; at += 1) {
    if (!tokens[at]!.isHead) continue
    for (let count = Math.min(longest, tokens.length - at); count > 0; count -= 1) {
      const phrase = tokens
        .slice(at, at + count)
        .map(({ folded }) => folded)
        .join(' ')
      const cardinal = cardinals.get(phrase)
      if (cardinal !== undefined) add(sure, cardinal)
      const value = cardinal ?? ordinals.get(phrase)
      if (value === undefined) continue
      add(possible, value)
      at += count - 1
      break
    }
  }
  for (const within of tokens) {
    for (const value of within.sure) add(sure, value)
    for (const value of within.possible) add(possible, value)
  }
  for (const value of sure) possible.add(value)
}

/** Words remembered of a language: texts repeat theirs, and each is compared with all numbers. Beyond that, all are forgotten. */
const MOST_REMEMBERED = 50_000

interface Token {
  readonly folded: string
  /** Whether a number begins with it. */
  readonly isHead: boolean
  /** Numbers that it is a form of, and those that it has in it. */
  readonly sure: readonly number[]
  readonly possible: readonly number[]
}

/** What is known of a word, as it is written. */
const tokensIn = once((words: NumberWords): ((word: string) => Token) => {
  const known = new Memo((word: string) => readToken(foldWords(word), words), MOST_REMEMBERED)
  return (word) => known.of(word)
})

function readToken(token: string, words: NumberWords): Token {
  const sure: number[] = []
  const possible: number[] = []
  const isNumber = words.cardinals.has(token) || words.ordinals.has(token)
  for (const { word, value, cardinal } of candidatesIn(token, words)) {
    if (!cardinal) {
      if (token.startsWith(word)) possible.push(value)
      continue
    }
    // 'zweier', 'vieren'
    if (!isNumber && word.length >= 4 && token.startsWith(word) && token.length <= word.length + 2) sure.push(value)
    // 'dreimal', 'zweitgrößte', 'thirds', 'пятилетний'
    if (token.includes(word)) possible.push(value)
  }
  return { folded: token, isHead: words.heads.has(token), sure, possible }
}

const charactersOf = once(({ cardinals }: NumberWords) => new Set([...cardinals.keys()].join('').replaceAll(' ', '')))

/** Runs of the characters that numbers are written with: a whole run is a number, and its parts may be. */
function readCharacters(text: string, words: NumberWords, sure: Set<number>, possible: Set<number>): void {
  const { cardinals, ordinals } = words
  const characters = charactersOf(words)
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
  for (const numbers of [cardinals, ordinals]) for (const [word, value] of numbers) if (text.includes(word)) add(possible, value)
  // 两 counts what 二 does.
  if (/[两兩]/u.test(text)) add(possible, 2)
}
