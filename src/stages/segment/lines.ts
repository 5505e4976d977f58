/** Line breaks: which of them end a block of text, and which only wrap a line. */
import type { Language, Span } from '../../article.ts'
import { baseLanguage } from '../../language.ts'
import { isSpace, Kind, kindAt, skipSpaces } from './characters.ts'

/** Lines this short are headings, entries or verses, never wrapped prose. UTF-16 code units. */
const shortestWrapped = 40
/** Prose is seldom wrapped wider. */
const widestWrap = 120

export const lineBreaks = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g

interface Line extends Span {
  /** Whether white space stands between the line's last word and the break. */
  readonly trailing: boolean
}

/** The stretches of `text` between hard line breaks, trimmed; empty ones left out. */
export function hardLines(text: string, language: Language): Span[] {
  const result: Span[] = []
  for (const paragraph of paragraphs(text)) {
    const layout: Layout = {
      widest: paragraph.reduce((width, line) => Math.max(width, line.end - line.start), 0),
      isProse: paragraph.some((line, index) => index > 0 && kindAt(text, line.start) === Kind.lower),
      language,
    }
    let open: Line | undefined
    let start = 0
    for (const line of paragraph) {
      if (open === undefined) start = line.start
      else if (!isSoft(text, open, line, layout)) {
        result.push({ start, end: open.end })
        start = line.start
      }
      open = line
    }
    if (open !== undefined) result.push({ start, end: open.end })
  }
  return result
}

/** Lines between blank ones, trimmed. */
function paragraphs(text: string): Line[][] {
  const result: Line[][] = []
  let paragraph: Line[] = []
  let from = 0
  const add = (to: number): void => {
    const start = skipSpaces(text, from, to)
    let end = to
    while (end > start && isSpace(text, end - 1)) end--
    if (start < end) paragraph.push({ start, end, trailing: end < to })
    else if (paragraph.length > 0) {
      result.push(paragraph)
      paragraph = []
    }
  }
  for (const match of text.matchAll(lineBreaks)) {
    add(match.index)
    from = match.index + match[0].length
  }
  add(text.length)
  if (paragraph.length > 0) result.push(paragraph)
  return result
}

interface Layout {
  /** Length of the longest line. */
  readonly widest: number
  /** Whether some line goes on in lower case: headlines one below the other do not. */
  readonly isProse: boolean
  readonly language: Language
}

/** Whether the break between two lines only wraps a sentence. */
function isSoft(text: string, before: Line, after: Line, layout: Layout): boolean {
  if (opensWithEnd.test(text.slice(after.start, after.start + 4))) return true
  if (opensItem.test(text.slice(after.start, after.start + 8))) return false
  if (isVertical(text, before) && isVertical(text, after)) return true
  const last = text[before.end - 1]!
  if (baseLanguage(layout.language) === 'ja' && japaneseGoesOn.has(last)) return true
  const ended = /[.?!…。！？:]["'”’»)\]]?$/u.test(text.slice(before.end - 2, before.end))
  const goesOn = kindAt(text, after.start) === Kind.lower || text[after.start] === '('
  if (goesOn && !ended && (before.trailing || before.end - before.start >= shortestWrapped || last === ',')) return true
  return isFull(text, before, after, layout) && (goesOn || before.trailing || layout.isProse)
}

/** The first word of the next line would hardly have fitted: set type leaves up to a tenth of a line empty. */
function isFull(text: string, before: Line, after: Line, { widest }: Layout): boolean {
  if (widest < shortestWrapped || widest > widestWrap) return false
  let word = after.start
  while (word < after.end && !isSpace(text, word)) word++
  return before.end - before.start + 1 + (word - after.start) > 0.9 * widest
}

/** A letter or two of a word set vertically, as PDF files give it. */
function isVertical(text: string, line: Line): boolean {
  return line.end - line.start <= 2 && /^\p{Lu}+$/u.test(text.slice(line.start, line.end))
}

/** Punctuation that no line begins with. */
const opensWithEnd = /^[.,;:!?)\]。、，！？」』）]+(?:\s|$)/

/** '• ', '1. ', 'a) ', '(iv) ' */
const opensItem = /^(?:[•‣◦⁃●▪■*–—-]\s|[•⁃]|\(?(?:\d{1,3}|\p{L}|[ivxIVX]{1,4})(?:\.\)|[.)])(?:\s|$))/u

/** Particles and commas after which a Japanese sentence goes on. */
const japaneseGoesOn = new Set('のをにはがともへや、，')
