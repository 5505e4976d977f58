import { type Letters, READ_AT_MOST, SPACE } from './letters.ts'

/** Letters of the longest n-gram inside a word, where the spaces around the word count as letters. */
export const LONGEST = 4
/** Order of a whole word of more than two letters, next after those of the n-grams. */
const WORD = LONGEST + 1
/** Letters of the longest whole word that is looked up. */
export const LONGEST_WORD = 24
/** A letter of an alphabet on its own says nothing that a pair with it does not; a Chinese character or a kana does. */
const FIRST_IDEOGRAPH = 0x2e80
/** Bits of an n-gram's key: of the n-grams that the model does not have, one in about 200 is taken for one that it has. */
export const KEY_BITS = 27

/** The n-grams of a text. Valid until the next call of `readNgrams`; the lists are longer than `count`. */
export interface Ngrams {
  readonly count: number
  readonly keys: Uint32Array
  /** 1 to `LONGEST`, or `WORD`. */
  readonly orders: Uint8Array
}

/** Room for every n-gram of the longest text that `readLetters` reads: at most `WORD` start at each unit. */
const ROOM = WORD * (READ_AT_MOST + 2)
const keys = new Uint32Array(ROOM)
const orders = new Uint8Array(ROOM)

/**
 * Every n-gram of a text: of 2 to 4 letters within a word, whole words, and single ideographs. None reaches over a space between words.
 *
 * N-grams as in Cavnar & Trenkle 1994. On two or three words, whole words add more than n-grams of five letters do, at a third of the cost.
 */
export function readNgrams({ units, length }: Letters): Ngrams {
  return readWords(units, 0, length)
}

/** Those of the words in units[start, end), with the spaces around them. */
export function readWords(units: Uint16Array, start: number, end: number): Ngrams {
  let count = 0
  for (let from = start; from < end - 1; from++) {
    let hash = 0x2545f491
    const atWord = units[from] === SPACE
    const last = Math.min(end, from + (atWord ? LONGEST_WORD + 2 : LONGEST))
    for (let at = from; at < last; at++) {
      const unit = units[at]!
      hash = Math.imul(hash ^ unit, 0x9e3779b1)
      hash ^= hash >>> 15
      const size = at - from + 1
      const ended = unit === SPACE && size > 1
      if (ended || (size <= LONGEST && (size > 1 || unit >= FIRST_IDEOGRAPH))) {
        keys[count] = Math.imul(hash, 0x85ebca6b) >>> (32 - KEY_BITS)
        orders[count++] = Math.min(size, WORD)
      }
      if (ended) break
    }
  }
  return { count, keys, orders }
}
