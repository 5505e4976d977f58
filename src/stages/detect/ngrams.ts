/** Letters of the longest n-gram inside a word, where the spaces around the word count as letters. */
export const LONGEST = 4
/** Order of a whole word of more than two letters, next after those of the n-grams. */
export const WORD = LONGEST + 1
/** Letters of the longest whole word that is looked up. */
const LONGEST_WORD = 24
/** Bits of an n-gram's key: of the n-grams that the model does not have, one in about 200 is taken for one that it has. */
export const KEY_BITS = 27
const SPACE = 0x20

/**
 * Calls `visit` with the key and the order of every n-gram of `units` (as `readLetters` leaves them): of 1 to 4 letters, and whole words.
 *
 * N-grams as in Cavnar & Trenkle 1994. On two or three words, whole words add more than n-grams of five letters do, at a third of the cost.
 */
export function visitNgrams(units: Uint16Array, length: number, visit: (key: number, order: number) => void): void {
  for (let start = 0; start < length - 1; start++) {
    let hash = 0x2545f491
    const atWord = units[start] === SPACE
    const last = Math.min(length, start + (atWord ? LONGEST_WORD + 2 : LONGEST))
    for (let at = start; at < last; at++) {
      const unit = units[at]!
      hash = Math.imul(hash ^ unit, 0x9e3779b1)
      hash ^= hash >>> 15
      const size = at - start + 1
      const ended = unit === SPACE && size > 1
      if (ended || (size <= LONGEST && (size > 1 || !atWord))) {
        visit(Math.imul(hash, 0x85ebca6b) >>> (32 - KEY_BITS), Math.min(size, WORD))
      }
      if (ended) break
    }
  }
}
