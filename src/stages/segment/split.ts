/**
 * Rule-based sentence segmentation. One walk over the text finds the characters that may end a sentence, the pairs of brackets and
 * quotation marks, and the markers of lists; only at the first are the rules asked. No part depends on Intl or the ICU version.
 */
import type { Language, Span } from '../../article.ts'
import { sentenceJoiner } from '../../language.ts'
import { candidateAt } from './candidate.ts'
import { isSpace, Kind, kindAt, Mark, skipSpaces } from './characters.ts'
import { type LanguageRules, rulesFor } from './languages/index.ts'
import { hardLines, lineBreaks } from './lines.ts'
import { innerItems, type Marker, markerAt } from './lists.ts'
import { inPieces } from './long.ts'
import { Pairs } from './pairs.ts'
import { endsSentence } from './rules/index.ts'
import { spacedLanguages, spacedStarts } from './spaced.ts'

/**
 * The sentences of `text`, in order; a line that is none (a heading, a list item) counts as one.
 *
 * Spans are trimmed and not empty; what lies between, before and after them is white space. Blank lines always separate, single line
 * breaks unless they only wrap a sentence. A sentence of more than 5,000 code units comes in pieces.
 */
export function splitSentences(text: string, language: Language): Span[] {
  const rules = rulesFor(language)
  return hardLines(text, language)
    .flatMap((line) => splitLine(text, line, rules))
    .flatMap((sentence) => inPieces(text, sentence))
}

/** The sentences of a whole plain text, each on one line: line breaks inside a sentence become what stands between its words. */
export function segmentText(text: string, language: Language): string[] {
  const joiner = sentenceJoiner(language)
  return splitSentences(text, language).map(({ start, end }) => {
    const lines = text.slice(start, end).split(lineBreaks)
    return lines.length === 1 ? lines[0]! : lines.map((line) => line.trim()).join(joiner)
  })
}

function splitLine(text: string, line: Span, common: LanguageRules): Span[] {
  const rules = isUncapitalized(text, line) ? uncapitalized(common) : common
  const { candidates, pairs: found, markers } = scan(text, line, rules)
  const pairs = found.filter((pair) => !isSpeech(text, pair, candidates, rules))
  const starts = new Set([line.start])
  const addStart = (index: number): void => {
    const start = skipSpaces(text, index, line.end)
    if (start > line.start && start < line.end) starts.add(start)
  }

  let sentence = line.start
  let done = line.start
  let pair = 0
  for (const at of candidates) {
    if (at < done) continue
    if (rules.marks[text.charCodeAt(at)] === Mark.bullet) {
      addStart(at)
      sentence = at
      continue
    }
    while (pair < pairs.length && pairs[pair]!.end <= at) pair++
    const candidate = candidateAt(text, line.start, line.end, sentence, at, rules)
    const mark = rules.marks[text.charCodeAt(at)] as Mark
    done = candidate.after
    const around = pairs[pair]
    if (around !== undefined && around.start < at && candidate.after < around.end) continue
    if (candidate.next >= line.end && skipSpaces(text, candidate.after, line.end) >= line.end) break
    if (!endsSentence(candidate, mark)) continue
    addStart(candidate.after)
    sentence = skipSpaces(text, candidate.after, line.end)
  }
  if (markers.length > 1) {
    for (const item of innerItems(text, markers, starts, rules)) {
      addStart(item.start)
      starts.delete(skipSpaces(text, item.end, line.end))
    }
  }
  if (spacedLanguages.has(rules.language)) for (const start of spacedStarts(text, line)) addStart(start)
  return spansBetween(
    text,
    [...starts].sort((a, b) => a - b),
    line.end,
  )
}

/** Posts: the line begins in lower case, and so does every sentence in it. */
function isUncapitalized(text: string, { start, end }: Span): boolean {
  const kind = kindAt(text, start)
  return (
    (kind === Kind.lower || kind === Kind.other) &&
    /^[^\p{L}\n]{0,8}\p{Ll}/u.test(text.slice(start, start + 10)) &&
    !capital.test(text.slice(start, end))
  )
}

const capital = /[.!?…]["'”’»)]*\s+["'“„«(]*\p{Lu}/u

const withoutCapitals = new WeakMap<LanguageRules, LanguageRules>()

function uncapitalized(rules: LanguageRules): LanguageRules {
  const known = withoutCapitals.get(rules) ?? { ...rules, uncapitalized: true }
  withoutCapitals.set(rules, known)
  return known
}

/** Sentences that end inside a quotation, from which it is a speech: each of them stands alone. */
const SPEECH = 3

/** Whether so many sentences end inside a pair of quotation marks that it is cut between them. */
function isSpeech(text: string, { start, end }: Span, candidates: readonly number[], rules: LanguageRules): boolean {
  if (rules.marks[text.charCodeAt(start)] !== Mark.quote && !'「『'.includes(text[start]!)) return false
  let ended = 0
  let sentence = start + 1
  for (let at = firstAfter(candidates, start); at < candidates.length && candidates[at]! < end; at++) {
    const index = candidates[at]!
    if (index < sentence) continue
    const candidate = candidateAt(text, start + 1, end - 1, sentence, index, rules)
    if (candidate.after >= end - 1) break
    if (!endsSentence(candidate, rules.marks[text.charCodeAt(index)] as Mark)) continue
    sentence = candidate.after
    if (++ended >= SPEECH) return true
  }
  return false
}

/** Index of the first number of a rising list that is greater than `least`. */
function firstAfter(numbers: readonly number[], least: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle]! > least) high = middle
    else low = middle + 1
  }
  return low
}

interface Scan {
  /** Of characters that may end a sentence, and of bullets after white space. */
  readonly candidates: readonly number[]
  readonly pairs: readonly Span[]
  readonly markers: readonly Marker[]
}

function scan(text: string, { start, end }: Span, { marks }: LanguageRules): Scan {
  const candidates: number[] = []
  const markers: Marker[] = []
  const pairs = new Pairs(text, start, end)
  for (let index = start; index < end; index++) {
    const mark = marks[text.charCodeAt(index)]!
    if (mark === Mark.none) continue
    if (mark <= Mark.full) candidates.push(index)
    else if (mark === Mark.bullet) {
      if (index > start && isSpace(text, index - 1)) candidates.push(index)
    } else {
      pairs.add(index, mark as Mark)
      if (mark === Mark.quote && isBrokenOff(text, index)) candidates.push(index)
    }
    if (mark === Mark.stop || mark === Mark.close) {
      const marker = markerAt(text, start, index)
      if (marker !== undefined) markers.push(marker)
    }
  }
  return { candidates, pairs: pairs.spans(), markers }
}

/** A quotation mark that closes behind a dash. */
function isBrokenOff(text: string, index: number): boolean {
  return (text[index - 1] === '—' || text.startsWith('--', index - 2)) && isSpace(text, index + 1)
}

/** From each start to the next, trimmed. */
function spansBetween(text: string, starts: readonly number[], end: number): Span[] {
  return starts.map((start, index) => {
    let stop = starts[index + 1] ?? end
    while (stop > start && isSpace(text, stop - 1)) stop--
    return { start, end: stop }
  })
}
