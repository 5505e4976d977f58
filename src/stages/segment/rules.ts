/** Whether a sentence ends at a candidate: for each kind of mark a list of rules, of which the first that knows decides. */
import { type Candidate, startOfWord } from './candidate.ts'
import { isLetter, isSpace, Kind, kindAt, Mark } from './characters.ts'
import { type Abbreviation, shoutedNames } from './languages/index.ts'

/** true: the sentence ends here; false: it goes on; undefined: not for this rule to say. */
type Rule = (candidate: Candidate) => boolean | undefined

export function endsSentence(candidate: Candidate, mark: Mark): boolean {
  for (const rule of rulesAfter[mark] ?? []) {
    const verdict = rule(candidate)
    if (verdict !== undefined) return verdict
  }
  return true
}

/** UTF-16 code units. */
const longestAside = 120

/** '[...]', '(?)': an omission or a comment on what was said. */
const bracketed: Rule = (c) => (/[([{（［]/.test(c.text[c.at - 1] ?? '') && /[)\]}）］]/.test(c.text[c.runEnd] ?? '') ? false : undefined)

/** '“To be, or not to be?” (Hamlet)': an aside that ends the block says whose words, or what to think of them. */
const attribution: Rule = (c) => {
  if (!c.closed || c.text[c.resume] !== '(') return undefined
  const close = c.text[c.end - 1] === '.' ? c.end - 2 : c.end - 1
  const aside = c.text.slice(c.resume, close)
  return c.text[close] === ')' && aside.length < longestAside && !aside.includes(')') ? false : undefined
}

/** 'wait.Then', 'U.S.', '3.5', 'example.com': without a gap a sentence ends only between words that look like an end and a start. */
const glued: Rule = (c) => {
  if (c.gap) return undefined
  if (c.next !== c.after && c.opened !== 'mark' && c.opened !== 'inverted') return false
  if (c.word === '' || c.rules.abbreviations.has(c.word) || isPartOfAddress(c)) return false
  const before = kindAt(c.text, c.at - 1)
  if (c.nextKind === Kind.letter) return before === Kind.letter && c.word.length > 2 && c.nextWord.length > 1 && !c.word.includes('.')
  if (c.nextKind !== Kind.upper) return false
  const second = kindAt(c.text, c.next + 1)
  const opensSentence = second === Kind.lower || second === Kind.space || /^[ivxlc]+$/.test(c.nextWord)
  if (before === Kind.digit) return opensSentence && /^[\d.,]+$/.test(c.word) && second === Kind.lower
  return opensSentence && before === Kind.lower && c.word.length > 2 && !c.word.includes('.')
}

/** '.' inside 'www.Example.com/a' or 'Jane.Doe@example.com'. */
function isPartOfAddress(c: Candidate): boolean {
  let from = c.at
  while (from > c.start && from > c.at - 64 && !isSpace(c.text, from - 1)) from--
  let to = c.after
  while (to < c.end && to < c.after + 64 && !isSpace(c.text, to)) to++
  return /[@/\\_=]|www\./i.test(c.text.slice(from, to)) || /[\p{L}\d][.:][\p{L}\d]|\(\)/u.test(c.text.slice(c.after, to))
}

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
  if (kind === 'numbered') return !isNumeral(c)
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

function isNumeral(c: Candidate): boolean {
  return /^[ivxlc]{2,}$/.test(c.nextWord) && c.nextKind === Kind.upper
}

function opensSentence(c: Candidate): boolean {
  return (c.nextKind === Kind.upper || c.nextKind === Kind.letter) && c.rules.starters.has(c.nextWord)
}

/** 'Robert J. Parins', 'U.S.', 'к. т. н.': single letters abbreviate, and end a sentence only before a word that opens one. */
const initial: Rule = (c) => {
  const letters = c.word.split('.')
  if (!letters.every((part) => part.length <= (letters.length > 1 ? 2 : 1) && part.length > 0)) return undefined
  const kind = kindAt(c.word, 0)
  // A syllable of Hangul or a Chinese character is a word.
  if (!isLetter(kind) || /[\p{Script=Hangul}\p{Script=Han}]/u.test(c.word)) return undefined
  if (c.nextKind === Kind.lower || c.nextKind === Kind.digit) return false
  if (letters.length === 1 && kind === Kind.lower && !isUnit(c)) return c.rules.starters.size === 0
  return opensSentence(c) || (letters.length === 1 && kind === Kind.lower) || c.opened === 'inverted'
}

/** '5 km', '160 km/h', but not '1812 г.' (a year) nor the German '5 Min.', after which any noun has a capital. */
function isUnit(c: Candidate): boolean {
  if (c.text[c.wordStart - 1] === '/') return true
  const space = c.wordStart - 1
  if (kindAt(c.text, c.wordStart) !== Kind.lower || !isSpace(c.text, space) || kindAt(c.text, space - 1) !== Kind.digit) return false
  return c.rules.language !== 'de' && !/(?:^|[^\d.,])\d{4}$/.test(c.text.slice(Math.max(c.start, space - 6), space))
}

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
  const shortest = c.rules.language === 'en' ? 3 : 5
  return (c.word.length >= shortest && /^\p{L}[\p{Ll}\p{M}]+$/u.test(c.word)) || isMarkedItem(c)
}

/** 'done. b) The next': the marker of a list item opens a sentence in any case. */
function isMarkedItem(c: Candidate): boolean {
  return /^(?:\p{L}|[ivx]{1,4}|\d{1,3})\.?\)/u.test(c.text.slice(c.next, c.next + 6))
}

/** 'Y!J', '?id=3', '!Kung', 'Leave!, he said'. */
const insideWord: Rule = (c) => {
  if (c.word === '' && !c.gap && !c.closed && isSpace(c.text, c.at - 1)) return false
  return /[,;:]/.test(c.text[c.after] ?? '') ? false : undefined
}

/** 'Leave me alone! he said': what was asked or called out goes on in lower case. */
const wentOn: Rule = (c) => (c.nextKind === Kind.lower && c.opened !== 'inverted' ? isMarkedItem(c) : undefined)

const shouted: Rule = (c) => (c.text[c.at] === '!' && shoutedNames.has(c.word.toLowerCase()) ? opensSentence(c) : undefined)

/** '3．5', '他说“好。”，', 'これは（本当！）です', '「はい。」と': the sentence goes on behind a mark that would end it. */
const unspaced: Rule = (c) => {
  if (/[,，、;；:：·]/.test(c.text[c.after] ?? '')) return false
  if (c.gap) return undefined
  if (c.text[c.at] === '．' && kindAt(c.text, c.at - 1) === Kind.digit && c.nextKind === Kind.digit) return false
  if (!c.closed) return undefined
  return /[)）\]］】〕]/.test(c.text[c.after - 1]!) ||
    /^(?:と|って|という|との|など|の|は|が|を|に|も)/.test(c.text.slice(c.after, c.after + 3))
    ? false
    : undefined
}

/** '"I only meant--" At this he rose': speech broken off ends a sentence before a word that surely opens one. */
const brokenOff: Rule = (c) => c.gap && c.nextKind === Kind.upper && opensSentence(c)

const afterStop: readonly Rule[] = [
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
const afterAsk: readonly Rule[] = [bracketed, attribution, insideWord, glued, wentOn, shouted]
const afterFull: readonly Rule[] = [unspaced]
const afterBreakOff: readonly Rule[] = [brokenOff]
const rulesAfter: Readonly<Record<number, readonly Rule[]>> = {
  [Mark.stop]: afterStop,
  [Mark.ask]: afterAsk,
  [Mark.full]: afterFull,
  [Mark.quote]: afterBreakOff,
}
