/**
 * Characters: one form (NFC, '\n'), none that is invisible or may not stand in a text.
 */
import type { Removed } from '../../article.ts'

/** Controls but tab and line feed; noncharacters. */
const forbidden = /[\0-\x08\x0B-\x1F\x7F-\x9F\uFDD0-\uFDEF\uFFFE\uFFFF]/g
/**
 * Zero-width space (but where it parts words: Thai, Lao, Burmese, Khmer), soft hyphen, word joiner, byte order mark, direction marks.
 * The joiners U+200C and U+200D stay: Persian, the languages of India and emoji are spelled with them.
 */
const invisible = /(?<![\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF])\u200B|[\u00AD\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g

export interface Characters {
  readonly text: string
  /** What was dropped: a list of code points and how often each stood there. */
  readonly removed: readonly Removed[]
  /** How many characters were broken, that is dropped as forbidden or replaced by U+FFFD as half a surrogate pair. */
  readonly broken: number
}

export function normalizeCharacters(body: string): Characters {
  const dropped = new Map<string, number>()
  const drop = (char: string): string => {
    dropped.set(char, (dropped.get(char) ?? 0) + 1)
    return ''
  }
  let broken = 0
  let text = body
    .replace(/\r\n?|\u2028|\u0085/g, '\n')
    .replace(/\u2029/g, '\n\n')
    .replaceAll('\f', '\n\n')
  text = text.replace(forbidden, (char) => {
    broken += 1
    return drop(char)
  })
  // To look for them takes as long as all the rest, and hardly any text has some.
  if (!text.isWellFormed())
    text = text.replace(/\p{Surrogate}/gu, (half) => {
      broken += 1
      drop(half)
      return '\uFFFD'
    })
  text = text.replace(invisible, drop).normalize('NFC')
  const removed = [...dropped].map(([char, count]) => ({ rule: 'invisible-character', text: `${codePoint(char)} ×${count}` }))
  return { text, removed, broken }
}

function codePoint(char: string): string {
  return `U+${char.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`
}
