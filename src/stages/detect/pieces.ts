import type { Span } from '../../article.ts'

/**
 * Places where the language may change: after a sentence, at a line's end, at a quotation mark.
 * An apostrophe inside a word is no quotation mark, and neither is one that follows a letter ("the sailors' song").
 */
const cuts =
  /(?<=[.!?…。！？।॥؟۔։።][\p{Pe}\p{Pf}"'”’»]*)\s+|(?<=[。！？])|\n+|(?=[„“«‹「『《])|(?<=[”»›」』》])|(?<=[„“«‹])|(?="\p{L})|(?<=\p{L}[.,!?]?")/gu

/** `text` cut where its language may change. The pieces cover the text from start to end, in order; none is empty. */
export function cutPieces(text: string): Span[] {
  const pieces: Span[] = []
  let start = 0
  for (const match of text.matchAll(cuts)) {
    const end = match.index + match[0].length
    if (end > start) pieces.push({ start, end })
    start = Math.max(start, end)
  }
  if (start < text.length) pieces.push({ start, end: text.length })
  return pieces
}
