/** Two versions of a sentence, word by word. */

export interface Piece {
  readonly kind: 'same' | 'added' | 'missing'
  readonly text: string
}

/** Words, marks and the space between them; a text without spaces falls into characters. */
const units = /\p{Script=Han}|[\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+|\s+|[^\s\p{L}\p{M}\p{N}]/gu

/** What `to` has more and less than `from`, in reading order: a longest common subsequence of words. */
export function diffWords(from: string, to: string): readonly Piece[] {
  const [a, b] = [from.match(units) ?? [], to.match(units) ?? []]
  // Cell (i, j): the longest that a from i on and b from j on share.
  const width = b.length + 1
  const longest = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] =
        a[i] === b[j] ? longest[(i + 1) * width + j + 1]! + 1 : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!)
    }
  const pieces: { kind: Piece['kind']; text: string }[] = []
  const add = (kind: Piece['kind'], text: string): void => {
    const last = pieces.at(-1)
    if (last?.kind === kind) last.text += text
    else pieces.push({ kind, text })
  }
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add('same', a[i]!)
      i += 1
      j += 1
    } else if (j === b.length || (i < a.length && longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)) {
      add('missing', a[i]!)
      i += 1
    } else {
      add('added', b[j]!)
      j += 1
    }
  }
  return pieces
}
