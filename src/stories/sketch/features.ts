/** What a sentence says, as hashed features: words, for texts in one language; marks, which survive translation. */
import type { Language } from '../../article.ts'
import { numbersIn } from '../../engines/checks/numbers.ts'
import { plain, soundKey, squeeze } from '../../names/compare/spelling.ts'
import { functionWordsOf } from '../../names/words/function-words.ts'
import { hash } from './hash.ts'

/** Scripts without spaces: pairs of characters stand for words. */
const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}ー]`
const token = new RegExp(
  String.raw`(?<run>${unspaced}+)|(?<word>[\p{L}--${unspaced}][[\p{L}\p{M}]--${unspaced}]*)|(?<number>\p{Nd}+)`,
  'gv',
)

/**
 * Distinct words of a sentence, in lower case and without accents; numbers; pairs of characters where words cannot be seen. Not those that every
 * text of the language has.
 */
export function wordsOf(sentence: string, language: Language): Set<number> {
  const found = new Set<number>()
  const common = functionWordsOf(language)
  for (const { groups } of fold(sentence).matchAll(token)) {
    const { run, word, number } = groups!
    if (word !== undefined && common.has(word)) continue
    if (run === undefined) found.add(hash(word ?? number!))
    else for (const pair of pairsOf(run)) found.add(hash(pair))
  }
  return found
}

/** What a mark is, in its two lowest bits. */
export const markKind = { letters: 0, name: 1, number: 2, entry: 3 } as const

function mark(text: string, kind: keyof typeof markKind): number {
  return ((hash(text, markKind[kind]) & ~3) | markKind[kind]) >>> 0
}

/** Smaller numbers are written as words as often as not. */
const LEAST_NUMBER = 10
const LEAST_LETTERS = 3
/** Letters of a word that a translation keeps: 'parlament' in 'parlamentní'. Of 4 to 6, 6 was best on five languages (F1 .744, .730, .759). */
const KEPT_LETTERS = 6
/** Sounds of a name that are compared, and the fewest that say something. */
const KEPT_SOUNDS = 5
const LEAST_SOUNDS = 3

/**
 * What a sentence and its translation share: numbers by value; glossary entries; names, or what may be one, by their consonants, across
 * scripts; the beginnings of words, for many are international; pairs of Han characters, which Chinese and Japanese share.
 */
export function marksOf(sentence: string, language: Language, entries: readonly string[] = []): Set<number> {
  const found = new Set(entries.map((entry) => mark(entry, 'entry')))
  const common = functionWordsOf(language)
  for (const number of numbersIn(sentence, language)) {
    if (Number(number) >= LEAST_NUMBER || number.includes('.')) found.add(mark(number, 'number'))
  }
  for (const { groups } of sentence.matchAll(token)) {
    const { run, word } = groups!
    if (word !== undefined && !common.has(word.toLowerCase())) addWord(word, found)
    if (run === undefined) continue
    // Katakana writes foreign words, and names among them.
    for (const [foreign] of run.matchAll(/[\p{Script=Katakana}ー]{2,}/gu)) addWord(foreign, found)
    for (const [han] of run.matchAll(/\p{Script=Han}{2,}/gu)) for (const pair of pairsOf(han)) found.add(mark(pair, 'letters'))
  }
  return found
}

function addWord(word: string, found: Set<number>): void {
  if (word.length < LEAST_LETTERS) return
  const letters = plain(squeeze(word))
  // A capital, or a script that has none.
  const isName = word !== word.toLowerCase() || word === word.toUpperCase()
  if (letters.length >= KEPT_LETTERS) found.add(mark(oneSpelling(letters.slice(0, KEPT_LETTERS)), 'letters'))
  if (!isName) return
  if (letters.length >= LEAST_LETTERS) found.add(mark(oneSpelling(letters.slice(0, KEPT_LETTERS)), 'name'))
  const sounds = soundKey(letters).replaceAll('0', '')
  if (sounds.length >= LEAST_SOUNDS) found.add(mark(sounds.slice(0, KEPT_SOUNDS), 'name'))
}

/** What languages write for one sound at the beginning of an international word: 'filoso' for 'philos'. */
function oneSpelling(letters: string): string {
  return letters.replaceAll('ph', 'f').replace(/[cq]/g, 'k').replace(/[yj]/g, 'i').replaceAll('w', 'v').replace(/(.)\1/g, '$1')
}

function pairsOf(run: string): string[] {
  const characters = [...run]
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, at) => characters[at]! + character)
}

/** Lower case, without the accents of Latin, Greek and Cyrillic letters: MT and typists drop them. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
}
