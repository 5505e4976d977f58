/** The full stop: the mark that may also end an abbreviation, an ordinal or a list marker. */
import { type Candidate, startOfWord } from '../candidate.ts'
import { isLetter, isSpace, Kind, kindAt } from '../characters.ts'
import type { Abbreviation } from '../languages/index.ts'
import { attribution, bracketed, glued, isMarkedItem, opensSentence, type Rule } from './shared.ts'

/** '1.', 'a.' and 'IV.' that open a sentence are the marker of a list item or the label of an answer. */
const listMarker: Rule = (c) => {
  if (c.runEnd - c.at > 1 || c.word.length > 4 || c.word.includes('.') || (c.closed && c.text.slice(c.runEnd, c.after) !== ')'))
    return undefined
  if (!/^(?:\d{1,3}|\p{L}|[ivxlc]{2,4}|[IVXLC]{2,4})$/u.test(c.word)) return undefined
  let first = c.sentence
  while (first < c.wordStart && (kindAt(c.text, first) === Kind.space || /[•‣◦⁃●▪■*(–-]/.test(c.text[first]!))) first++
  return first === c.wordStart && kindAt(c.text, c.wordStart) !== Kind.letter ? false : undefined
}

/** '…', '...', '. . .': the sentence goes on in lower case; three spaced full stops stand for words left out of its middle. */
const ellipsis: Rule = (c) => {
  const run = c.text.slice(c.at, c.runEnd)
  if (run === '.' || !/^(?:\.|…| )+$/.test(run)) return undefined
  if (run === '. . .' && isSpace(c.text, c.at - 1)) return false
  return c.nextKind !== Kind.lower
}

/** '. ...and then': words left out at the start. */
const leadingEllipsis: Rule = (c) => (c.gap && /^(?:…|\.\.|\. \.)/.test(c.text.slice(c.next, c.next + 3)) ? true : undefined)

/** What an abbreviation says about the word after it; see `LanguageData`. */
const abbreviation: Rule = (c) => {
  const kind = abbreviationKind(c)
  if (kind === undefined) return undefined
  if (kind === 'inner' || c.nextKind === Kind.lower || c.nextKind === Kind.digit) return false
  if (c.opened === 'inverted') return true
  if (kind === 'numbered') return !isNumeral(c) && !isNumberedToo(c)
  if (kind === 'closing') return c.opened !== 'dash' && !c.rules.dates.has(c.nextWord)
  return opensSentence(c) || (c.nextKind === Kind.upper && isUnit(c))
}

/** Looked up whole, then by its last part: 'ASP.Inc'. Compounds of -straße, -straat are shortened alike in all Germanic languages. */
function abbreviationKind({ word, rules }: Candidate): Abbreviation | undefined {
  const dot = word.lastIndexOf('.')
  return (
    rules.abbreviations.get(word) ??
    (dot > 1 ? rules.abbreviations.get(word.slice(dot + 1)) : undefined) ??
    (word.length > 3 && word.endsWith('str') ? 'either' : undefined)
  )
}

/** 'Mon. Jan. 3', 'Vol. No. 5' */
function isNumberedToo(c: Candidate): boolean {
  const end = c.next + c.nextWord.length
  return c.text[end] === '.' && c.rules.abbreviations.get(c.text.slice(c.next, end)) === 'numbered'
}

function isNumeral(c: Candidate): boolean {
  return /^[ivxlc]{2,}$/.test(c.nextWord) && c.nextKind === Kind.upper
}

/** 'Robert J. Parins', 'U.S.', 'к. т. н.': single letters abbreviate, and end a sentence only before a word that opens one. */
const initial: Rule = (c) => {
  const letters = c.word.split('.')
  if (!letters.every((part) => part.length <= (letters.length > 1 ? 2 : 1) && part.length > 0)) return undefined
  const kind = kindAt(c.word, 0)
  // 'R&D', a syllable of Hangul and a Chinese character are words.
  if (!isLetter(kind) || c.text[c.wordStart - 1] === '&' || /[\p{Script=Hangul}\p{Script=Han}]/u.test(c.word)) return undefined
  if (c.nextKind === Kind.lower || c.nextKind === Kind.digit) return false
  if (letters.length === 1 && kind === Kind.lower && !isUnit(c)) return c.rules.starters.size === 0
  return opensSentence(c) || (letters.length === 1 && kind === Kind.lower) || c.opened === 'inverted'
}

/** '5 km', '160 km/h', but not the German '5 Min.', after which any noun has a capital. */
function isUnit(c: Candidate): boolean {
  if (c.text[c.wordStart - 1] === '/') return true
  const space = c.wordStart - 1
  if (kindAt(c.text, c.wordStart) !== Kind.lower || !isSpace(c.text, space) || kindAt(c.text, space - 1) !== Kind.digit) return false
  if (c.rules.language === 'de') return false
  // 'В 1812 г. Наполеон': a year that opens a sentence dates what follows.
  const isYear = /(?:^|[^\d.,])\d{4}$/.test(c.text.slice(Math.max(c.start, space - 6), space))
  return !isYear || c.at - c.sentence > longestDating
}

/** 'В период 1812–1815 гг.'; UTF-16 code units. */
const longestDating = 32

/** '13. April', 'am 3. Spieltag', '1. above', 'Wilhelm II. von'. */
const ordinal: Rule = (c) => {
  const isNumber = /^\d+$/.test(c.word)
  if (!isNumber && !/^[IVXLC]+$/.test(c.word)) return undefined
  if (c.nextKind === Kind.lower) return false
  const { beforeOrdinal, dates } = c.rules
  if (beforeOrdinal === undefined || c.word.length > 3 + (isNumber ? 0 : 3)) return undefined
  if (c.nextKind === Kind.digit) return isNumber && c.word.length <= 2 ? false : undefined
  if (c.nextKind !== Kind.upper || opensSentence(c)) return undefined
  if (!isNumber) return false
  return dates.has(c.nextWord) || beforeOrdinal.has(previousWord(c)) ? false : undefined
}

function previousWord(c: Candidate): string {
  if (!isSpace(c.text, c.wordStart - 1)) return ''
  const end = c.wordStart - 1
  return c.text.slice(startOfWord(c.text, end, c.start), end).toLowerCase()
}

/** 'Hptm.', 'Zvdg.': words without a vowel are abbreviations in languages that have none such. */
const vowelless: Rule = (c) => {
  if (c.word.length > 4 || !/^\p{L}?\p{Ll}+$/u.test(c.word) || !/^[\p{Script=Latin}\p{Script=Cyrillic}]+$/u.test(c.word)) return undefined
  if (vowel.test(c.word.normalize('NFD')) || syllabicConsonants.has(c.rules.language)) return undefined
  if (/^(.)\1+$/i.test(c.word)) return undefined
  return c.nextKind !== Kind.lower && c.nextKind !== Kind.digit && opensSentence(c)
}

const vowel = /[aeiouyæœøıəаеиоуыэюяіїєөүәұ]/i

const syllabicConsonants = new Set(['cs', 'sk', 'hr', 'sr', 'bs', 'sl', 'mk', 'bg', 'cy'])

/** A sentence may open in lower case, but only after a word that is surely no abbreviation. */
const lowerCase: Rule = (c) => {
  if (c.nextKind !== Kind.lower) return undefined
  if (c.closed || c.opened === 'dash' || c.rules.language === 'hy') return isMarkedItem(c)
  const shortest = c.rules.uncapitalized ? 2 : c.rules.language === 'en' ? 3 : 5
  return (c.word.length >= shortest && /^\p{L}[\p{Ll}\p{M}]+$/u.test(c.word)) || isMarkedItem(c)
}

export const afterStop: readonly Rule[] = [
  bracketed,
  attribution,
  glued,
  listMarker,
  leadingEllipsis,
  ellipsis,
  abbreviation,
  initial,
  ordinal,
  vowelless,
  lowerCase,
]
