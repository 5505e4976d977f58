import type { Span } from '../../article.ts'
import { isSpace, skipSpaces } from './characters.ts'

/**
 * UTF-16 code units of a sentence. What is longer is, but for some resolutions and judgements, no sentence but a text without punctuation; and
 * who compares sentences word by word would compare all of it with all of it. Engines take no more than some thousand characters either.
 */
const LONGEST = 5000

/** The span, in pieces where it is too long: between words in the second half of each piece, or anywhere where there is no space. */
export function inPieces(text: string, { start, end }: Span): Span[] {
  const pieces: Span[] = []
  let from = start
  while (end - from > LONGEST) {
    let to = from + LONGEST
    while (to > from + LONGEST / 2 && !isSpace(text, to)) to -= 1
    if (!isSpace(text, to)) to = wholeCharacter(text, from + LONGEST)
    let last = to
    while (last > from && isSpace(text, last - 1)) last -= 1
    if (last > from) pieces.push({ start: from, end: last })
    from = skipSpaces(text, to, end)
  }
  if (from < end) pieces.push({ start: from, end })
  return pieces
}

/** No cut within a surrogate pair, or before a mark that stands on the letter before it, unless there are nothing but marks. */
function wholeCharacter(text: string, at: number): number {
  let cut = at
  while (cut > at - 50 && /^[\p{M}\u200D]/u.test(text.slice(cut, cut + 2))) cut -= 1
  const code = text.charCodeAt(cut)
  return code >= 0xdc00 && code <= 0xdfff ? cut - 1 : cut
}
