/** What differs between two texts, word by word. The pages know it too: it imports nothing. */

/** A stretch of the one text; with `base`, the words that stand in its place in the other, '' for none. */
export interface Piece {
  readonly text: string
  readonly base?: string
}

/** Cells of the table of the longest common subsequence, at most: beyond that what lies between equal ends is one difference. */
const CELLS = 1_000_000

/** Words, marks and the space between them; a text without spaces falls into characters. */
const units = /\p{Script=Han}|[\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+|\s+|./gsu

/** @returns pieces that make up `text`, in order */
export function diffWords(base: string, text: string): Piece[] {
  const [a, b] = [words(base), words(text)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1
    endB -= 1
  }
  const middle = between(a.slice(start, endA), b.slice(start, endB))
  return [{ text: b.slice(0, start).join('') }, ...middle, { text: b.slice(endB).join('') }].filter(
    ({ text, base }) => text !== '' || base !== undefined,
  )
}

function words(text: string): string[] {
  return text.match(units) ?? []
}

function between(a: readonly string[], b: readonly string[]): Piece[] {
  if (a.length === 0 && b.length === 0) return []
  if (a.length * b.length > CELLS) return [{ text: b.join(''), base: a.join('') }]
  // lengths[i][j]: of the longest common subsequence of what follows i in a and j in b (Wagner & Fischer 1974).
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i] === b[j] ? lengths[(i + 1) * width + j + 1]! + 1 : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
    }
  }
  const pieces: Piece[] = []
  let [i, j, fromA, fromB] = [0, 0, 0, 0]
  const difference = (): void => {
    if (i > fromA || j > fromB) pieces.push({ text: b.slice(fromB, j).join(''), base: a.slice(fromA, i).join('') })
  }
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      difference()
      pieces.push({ text: b[j]! })
      i += 1
      j += 1
      fromA = i
      fromB = j
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i += 1
    else j += 1
  }
  i = a.length
  j = b.length
  difference()
  return pieces
}
