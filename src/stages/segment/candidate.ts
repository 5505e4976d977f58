/** A place where a sentence may end, and what stands around it. */
import { isLetter, isSpace, isWordPart, Kind, kindAt, Mark, skipSpaces } from './characters.ts'
import type { LanguageRules } from './languages/index.ts'

/** How far a word, a run of closing marks or a web address is followed; bounds the work on hostile text. UTF-16 code units. */
const reach = 48

export interface Candidate {
  readonly text: string
  /** Of the block. */
  readonly start: number
  readonly end: number
  readonly rules: LanguageRules
  /** Where the present sentence began. */
  readonly sentence: number
  /** First character of the run of sentence-ending marks. */
  readonly at: number
  /** Just behind the run. */
  readonly runEnd: number
  /** Behind the closing marks and notes that follow the run: where the sentence would end. */
  readonly after: number
  /** Whether a quotation mark or bracket stands between the run and `after`. */
  readonly closed: boolean
  /** The word before the run, inner full stops included: 'Prof', 'p.m', 'z.B' (also for 'z. B.'); '' when there is none. */
  readonly word: string
  readonly wordStart: number
  /** Behind the white space that follows. */
  readonly resume: number
  /** First character of what follows, white space and opening marks skipped. */
  readonly next: number
  readonly nextKind: Kind
  /** The word at `next`, in lower case, with the apostrophe that follows it. */
  readonly nextWord: string
  /** Whether white space follows. */
  readonly gap: boolean
  /** What was skipped before `next`. */
  readonly opened: 'dash' | 'inverted' | 'mark' | undefined
}

export function candidateAt(text: string, start: number, end: number, sentence: number, at: number, rules: LanguageRules): Candidate {
  const runEnd = endOfRun(text, at, end, rules.marks)
  const wordStart = startOfWord(text, at, start)
  const word = wordStart < at ? text.slice(wordStart, endOfLetters(text, wordStart, at)) : ''
  const closersEnd = skipClosers(text, runEnd, end, rules.marks)
  const after = skipNotes(text, closersEnd, end, word, at)
  const gapEnd = skipSpaces(text, after, end)
  const { index: next, opened } = skipOpeners(text, gapEnd, end)
  return {
    text,
    start,
    end,
    rules,
    sentence,
    at,
    runEnd,
    after,
    closed: hasCloser(text, runEnd, closersEnd),
    word: word.length === 1 && isLetter(kindAt(word, 0)) ? compound(text, start, wordStart, word) : word,
    wordStart,
    resume: gapEnd,
    next,
    nextKind: next < end ? kindAt(text, next) : Kind.space,
    nextWord: wordAt(text, next, end),
    gap: gapEnd > after,
    opened,
  }
}

/** `?!`, `...`, `. . .`: everything that ends one sentence together. */
function endOfRun(text: string, at: number, end: number, marks: Uint8Array): number {
  let index = at + 1
  fullStopAndEllipsis.lastIndex = at
  if (!isSpace(text, at - 1) && fullStopAndEllipsis.test(text)) return index
  for (;;) {
    while (index < end && isEnding(marks[text.charCodeAt(index)]!)) index++
    spacedStop.lastIndex = index
    if (text[index - 1] === '.' && index + 1 < end && spacedStop.test(text)) index += 2
    else return index
  }
}

/** One more full stop of a spaced ellipsis; not the one of ' .net' or ' ...and'. */
const spacedStop = /\s\.(?![.\p{L}\p{N}])/uy

/** 'compounds. . . . The': the first full stop ends the sentence, the other three stand for words left out of the next one. */
const fullStopAndEllipsis = /\.\s\.\s\.\s\.(?=\s+["“'‘(]?\p{Lu})/uy

function isEnding(mark: number): boolean {
  return mark === Mark.stop || mark === Mark.ask || mark === Mark.full
}

/** Back over letters, digits and inner full stops. */
export function startOfWord(text: string, at: number, start: number): number {
  const limit = Math.max(start, at - reach)
  let index = at
  while (index > limit && (isWordPart(kindAt(text, index - 1)) || (text[index - 1] === '.' && index < at))) index--
  while (index < at && text[index] === '.') index++
  return index
}

/** Arabic and Hebrew texts wrap a full stop in direction marks: they are no part of the word before it. */
function endOfLetters(text: string, wordStart: number, at: number): number {
  while (at > wordStart && kindAt(text, at - 1) === Kind.format) at--
  return at
}

/** 'B' with 'z. ' before it → 'z.B'; of up to four single letters. */
function compound(text: string, start: number, wordStart: number, word: string): string {
  let result = word
  let index = wordStart
  for (let letters = 1; letters < 4; letters++) {
    if (index - 3 < start || !isSpace(text, index - 1) || text[index - 2] !== '.' || !isLetter(kindAt(text, index - 3))) break
    if (index - 4 >= start && isWordPart(kindAt(text, index - 4))) break
    result = `${text[index - 3]}.${result}`
    index -= 3
  }
  return result
}

const closers = new Set('"\'”“’‘»«›‹)]}）］｝】〕〗」』》〉｣`´*_')

function skipClosers(text: string, index: number, end: number, marks: Uint8Array): number {
  const limit = Math.min(end, index + reach)
  for (;;) {
    if (index >= limit) return index
    const character = text[index]!
    if (kindAt(text, index) === Kind.format || (closers.has(character) && closesHere(text, index, end))) index++
    // 'mother?».': the outer sentence has its own full stop.
    else if (isEnding(marks[text.charCodeAt(index)]!) && !isLetter(kindAt(text, index + 1))) index++
    // « Oui. » with the spaces of French typography, and stray ones elsewhere.
    else if (isSpace(text, index) && /[»"“”]/.test(text[index + 1] ?? '') && (index + 2 >= end || isSpace(text, index + 2))) index += 2
    else return index
  }
}

/** `.“ Dann`, `."` and `.'` close when no word follows them; a bracket always does. */
function closesHere(text: string, index: number, end: number): boolean {
  if (!/["'“‘«‹`´*_]/.test(text[index]!)) return true
  return index + 1 >= end || !(isLetter(kindAt(text, index + 1)) || kindAt(text, index + 1) === Kind.digit)
}

function hasCloser(text: string, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (closers.has(text[index]!)) return true
  return false
}

const bracketNote = /(?:\[[^[\]\n]{1,24}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)+/y
const numberNote = /\d{1,3}(?:[,–-]\d{1,3}| \d{1,3})*(?=\s+\p{Lu})/uy

/** Footnote marks belong to the sentence before them: `known.[3]`, `known.³`, `known.11 12 Take`. */
function skipNotes(text: string, index: number, end: number, word: string, at: number): number {
  const kind = kindAt(text, index)
  if (kind !== Kind.digit && kind !== Kind.other) return index
  const pattern = kind === Kind.other ? bracketNote : numberNote
  if (kind === Kind.digit && (/\d|\./.test(word) || (word.length < 3 && !closers.has(text[at - 1]!)))) return index
  pattern.lastIndex = index
  const match = pattern.exec(text)
  return match === null || index + match[0].length > end ? index : index + match[0].length
}

function skipOpeners(text: string, index: number, end: number): { index: number; opened: Candidate['opened'] } {
  let opened: Candidate['opened']
  const limit = Math.min(end, index + reach)
  while (index < limit) {
    const character = text[index]!
    if ('¿¡'.includes(character)) opened = 'inverted'
    else if ('-–—―'.includes(character)) opened = 'dash'
    else if (/["'“”„‟‘’‚«»‹›`´([{（「『《〈*_]/.test(character)) opened ??= 'mark'
    else if (!(isSpace(text, index) && opened !== undefined) && kindAt(text, index) !== Kind.format) break
    index++
  }
  return { index, opened }
}

/** In lower case, with the apostrophe that cuts it: "L'été" → "l'", "It's" → "it'". */
function wordAt(text: string, index: number, end: number): string {
  const limit = Math.min(end, index + reach)
  let stop = index
  while (stop < limit && isWordPart(kindAt(text, stop))) stop++
  const word = text.slice(index, stop).toLowerCase()
  return text[stop] === "'" || text[stop] === '’' ? `${word}'` : word
}
