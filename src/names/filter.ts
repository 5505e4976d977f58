import { readFileSync } from 'node:fs'

/**
 * A set of words that forgets what is in it (Bloom 1970): of words that are in it, `has` says so, and of others in about 3 of 1,000 (12 bits and
 * 8 places a word). Two hashes give all places (Kirsch & Mitzenmacher 2006).
 */
export class Filter {
  readonly #bits: Uint8Array

  /** @param bits what `bits` gave */
  constructor(bits: Uint8Array) {
    this.#bits = bits
  }

  static of(words: Iterable<string>): Filter {
    const all = new Set(words)
    const bits = new Uint8Array(Math.ceil((all.size * BITS_A_WORD) / 8) + 1)
    for (const word of all) {
      const places = placesOf(word, bits.length)
      for (let at = 0; at < PLACES; at++) bits[places[at]! >>> 3]! |= 1 << (places[at]! & 7)
    }
    return new Filter(bits)
  }

  /** A filter of models/names. Reads the file anew each time. */
  static read(file: string): Filter {
    return new Filter(readFileSync(new URL(`../../models/names/${file}`, import.meta.url)))
  }

  get bits(): Uint8Array {
    return this.#bits
  }

  has(word: string): boolean {
    const places = placesOf(word, this.#bits.length)
    for (let at = 0; at < PLACES; at++) if ((this.#bits[places[at]! >>> 3]! & (1 << (places[at]! & 7))) === 0) return false
    return true
  }
}

const BITS_A_WORD = 12
const PLACES = 8
const places = new Uint32Array(PLACES)

/** The bits of a word in as many bytes; the same array each time. */
function placesOf(word: string, bytes: number): Uint32Array {
  let first = 0x811c9dc5
  let second = 0x9747b28c
  for (let index = 0; index < word.length; index++) {
    const code = word.charCodeAt(index)
    first = Math.imul(first ^ code, 0x01000193)
    second = Math.imul(second ^ code, 0x85ebca6b)
    second ^= second >>> 13
  }
  const step = (second | 1) >>> 0
  let place = (first ^ (first >>> 15)) >>> 0
  for (let at = 0; at < PLACES; at++) {
    places[at] = place % (bytes * 8)
    place = (place + step) >>> 0
  }
  return places
}
