import { isSyllable } from '../scripts/index.ts'
import { thaiSyllable } from '../scripts/thai.ts'
import { particles } from '../words/particles.ts'
import { masksOf } from './masks.ts'

export { isHan, isSyllable } from '../scripts/index.ts'

/** What stands between a word and the one before it. */
export type Gap = 'space' | 'line' | 'hyphen' | 'apostrophe' | 'stop' | 'comma' | 'joined' | 'break'

/**
 * A run of letters and digits. Compounds are several words: their parts may be garbled one by one. A word that is broken at the end of a line
 * is one, and its text has no hyphen: then `text` is not what stands at [start, end).
 */
export interface Word {
  /** Half-open range of the text, UTF-16 code units. */
  readonly start: number
  readonly end: number
  readonly text: string
  readonly gap: Gap
  /** Starts with a capital, or is of a script that has none: may be a name. */
  readonly nameLike: boolean
  /** Part of a #hashtag, which is nobody's to spell. */
  readonly hashtag: boolean
  /** The first word of a sentence, a line or a quotation: its capital says nothing. */
  readonly opens: boolean
  /** The first word of a quotation, right after a word. */
  readonly quoted: boolean
}

/**
 * Modifier letters are left out, for U+02BC among them is an apostrophe to those who type it; kana and Arabic need two of them. In Hebrew
 * an apostrophe is part of a letter: צ'רצ'יל.
 */
const wordPattern = /(?:[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{M}\p{N}ー々ـ]|(?<=[\u0900-\u0dff])[\u200c\u200d]|(?<=[א-ת])['’׳](?=[א-ת]))+/gu
/** Where one word goes over into the next without a gap: 'MarieCurie', katakana beside other letters, each Han character, syllables of Thai. */
const seam = new RegExp(
  `${/(?<=\p{Ll})(?=\p{Lu}\p{Ll})|(?<=[ァ-ヺー])(?![ァ-ヺー])|(?<![ァ-ヺー])(?=[ァ-ヺ])|(?<=\p{Script=Han})|(?=\p{Script=Han})/u.source}|${thaiSyllable.source}`,
  'u',
)
/** Most words of most texts have no seam. */
const seamless = /^\p{L}[\p{Ll}\p{M}]*$/u
/** Georgian has capitals for headlines alone. */
const nameStart = /^[\p{Lu}\p{Lt}\p{Lo}\p{Script=Georgian}]/u

/** Between the halves of a word that a line's end breaks, or that may be broken there. */
const brokenAt = /^(?:-[ \t]*\r?\n[ \t]*|\u00ad\s*)$/u

/** With nothing but a space before it. */
const openingQuote = /^[ \u00a0]?["„“”«»「『]$/u

/** A longer run of letters is no name, and would take long to compare. */
const LONGEST_WORD = 60

export function splitWords(text: string): Word[] {
  const words: Word[] = []
  const masks = masksOf(text)
  let mask = 0
  let last = 0
  for (const { 0: run, index } of text.matchAll(wordPattern)) {
    while (mask < masks.length && masks[mask]!.end <= index) mask++
    if (mask < masks.length && masks[mask]!.start <= index) continue
    let start = index
    for (const piece of seamless.test(run) ? [run] : run.split(seam)) {
      const before = words.at(-1)
      const between = before === undefined ? '\n\n' : text.slice(last, start)
      const hashtag = isHashtag(before, between, text.charAt(start - 1))
      const end = start + piece.length
      if (before !== undefined && isBroken(before.text, between, piece)) {
        words[words.length - 1] = { ...before, end, text: before.text + piece }
      } else {
        const gap = hashtag && between === '_' ? 'joined' : gapOf(between)
        words.push({
          start,
          end,
          text: piece,
          gap,
          nameLike: piece.length <= LONGEST_WORD && (nameStart.test(piece) ? !hiragana.test(piece) : /^\d\p{Ll}/u.test(piece)),
          hashtag,
          quoted: openingQuote.test(between),
          opens: gap === 'break' || gap === 'line' || (gap === 'stop' && before!.text.length > 2) || /["„“«‹‘(]/u.test(between),
        })
      }
      start = end
      last = start
    }
  }
  return words
}

/** Whether a word goes on after the end of a line, or after a soft hyphen. */
function isBroken(before: string, between: string, piece: string): boolean {
  const mark = between.charCodeAt(0)
  return (mark === 0x2d || mark === 0xad) && brokenAt.test(between) && /\p{Ll}$/u.test(before) && /^\p{Ll}/u.test(piece)
}

/** `text` without the ends of lines that break words; a compound keeps its hyphen. */
export function unbroken(text: string): string {
  return /[\n\u00ad]/u.test(text) ? text.replace(/-[ \t]*\r?\n[ \t]*(?=\p{Lu})/gu, '-').replace(/-[ \t]*\r?\n[ \t]*|\u00ad\s*/gu, '') : text
}

function isHashtag(before: Word | undefined, between: string, mark: string): boolean {
  return mark === '#' || mark === '＃' || (before?.hashtag === true && (between === '' || between === '_'))
}

function gapOf(between: string): Gap {
  if (between === ' ') return 'space'
  if (between === '') return 'joined'
  if (between === '-' || between === '‐' || between === '‑' || between === '·' || between === '・' || between === '•' || between === '＝')
    return 'hyphen'
  if (between === '’' || between === "'" || between === 'ʼ') return 'apostrophe'
  if (/^\.[ \u00a0]?$/u.test(between)) return 'stop'
  if (brokenAt.test(between)) return 'hyphen'
  if (/^, ?$/u.test(between)) return 'comma'
  if (/^[ \t\u00a0\u202f\u200c]+$/u.test(between)) return 'space'
  return /^[ \t\u00a0]*\r?\n[ \t\u00a0]*$/u.test(between) ? 'line' : 'break'
}

/** A stretch of words, half-open. */
export interface Window {
  readonly from: number
  readonly to: number
}

/** What is known of the names looked for. */
export interface NameShape {
  /** Words in lower case inside names: particles, 'of', 'sciences'. */
  readonly smallWords: ReadonlySet<string>
  /** Words of the longest part. */
  readonly mostWords: number
}

/** Stretches of one word too many are looked at, for names split in two. */
const SPLIT = 1

/** Syllables of the longest name that such a script transcribes. */
export const MOST_SYLLABLES = 7

/** The stretches that start at `from` and may be a part of a name: words that look like names, with small words between them. */
export function windowsFrom(words: readonly Word[], from: number, { smallWords, mostWords }: NameShape): Window[] {
  const first = words[from]!
  if (!first.nameLike && !(particles.has(first.text) && words[from + 1]?.nameLike)) return []
  const windows: Window[] = []
  const most = isSyllable(first.text) ? Math.max(MOST_SYLLABLES, mostWords) : mostWords + SPLIT
  for (let to = from + 1; to <= words.length && to - from <= most; to++) {
    const word = words[to - 1]!
    if (to - 1 > from && !binds(words, to - 1)) break
    // A letter by itself begins no part of a name: it is an initial or an article.
    if (to - from > 1 && first.text.length === 1 && first.text !== 'O' && words[from + 1]!.gap === 'space') break
    const small = smallWords.has(word.text)
    const ends = word.nameLike || small || word.gap === 'hyphen' || word.gap === 'joined'
    if (ends && (to - from > 1 || first.nameLike)) windows.push({ from, to })
    else if (!ends && !particles.has(word.text.toLowerCase())) break
  }
  return windows
}

/** Particles and endings of Japanese. */
export const hiragana = /^\p{Script=Hiragana}/u

/** Whether the word at `at` may continue a part of a name. */
function binds(words: readonly Word[], at: number): boolean {
  const { gap } = words[at]!
  if (gap === 'joined') return !hiragana.test(words[at]!.text)
  return gap === 'space' || gap === 'hyphen' || gap === 'apostrophe' || gap === 'line'
}
