/** A part of a text, and what stood between it and the next one. */
export interface Piece {
  readonly text: string
  /** '' between sentences of Chinese, a line break, a space. */
  readonly gap: string
}

/** Ends of sentences, clauses and lines: to either side of one, a text can be translated on its own. */
const boundary = /\n\s*|[.!?;:…।؟]["'”’»)\]]*\s+|[。！？；][”’」』）]*\s*/gu

export function codePoints(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

/**
 * Cuts `text` into the fewest pieces of at most `limit` code points, at ends of sentences, clauses or lines.
 * undefined when that cannot be done: half a clause translated alone says something else, so it is better refused.
 */
export function piecesOf(text: string, limit: number): readonly Piece[] | undefined {
  if (codePoints(text) <= limit) return [{ text, gap: '' }]
  const pieces: Piece[] = []
  let current: Piece | undefined
  for (const part of partsOf(text)) {
    const joined: string = current === undefined ? part.text : current.text + current.gap + part.text
    if (codePoints(joined) <= limit) {
      current = { text: joined, gap: part.gap }
      continue
    }
    if (current === undefined || codePoints(part.text) > limit) return undefined
    pieces.push(current)
    current = part
  }
  return current === undefined ? pieces : [...pieces, current]
}

function partsOf(text: string): readonly Piece[] {
  const parts: Piece[] = []
  let start = 0
  for (const match of text.matchAll(boundary)) {
    const end = match.index + match[0].length
    const piece = text.slice(start, end)
    const body = piece.trimEnd()
    // A boundary right after another one (a blank line) belongs to it.
    if (body !== '') parts.push({ text: body, gap: piece.slice(body.length) })
    start = end
  }
  return start < text.length ? [...parts, { text: text.slice(start), gap: '' }] : parts
}
