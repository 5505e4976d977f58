/** What texts are compared by: words, folded; numbers, all alike; question marks. Spaces and other punctuation do not count. */
import { finish, mix } from './hash.ts'

/** Tokens looked at: a longer text is found whole, or not at all. */
export const MOST_TOKENS = 512

/** Any number: its value is put right afterwards. */
export const NUMBER = 0x4e554d21

const separator = 0
const letter = 1
const digit = 2
/** A letter of a script without spaces: a word of its own. */
const alone = 3
const question = 4

const isWord = /[\p{L}\p{M}\p{N}]/u
const isDigit = /\p{Nd}/u
const isAlone =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u

/** By code unit, in pages of 256: its class, and below it what it is folded to (NFKC, small), 16 bits. */
const pages: (Uint32Array | undefined)[] = []

function pageOf(high: number): Uint32Array {
  const page = Uint32Array.from({ length: 256 }, (_, low) => {
    const code = (high << 8) | low
    // Halves of a pair.
    if (code >= 0xd800 && code < 0xe000) return (letter << 16) | code
    const character = String.fromCharCode(code)
    const folded = character.normalize('NFKC').toLowerCase()
    return (classOf(character) << 16) | (folded.length === 1 ? folded.charCodeAt(0) : code)
  })
  pages[high] = page
  return page
}

function classOf(character: string): number {
  if (/[?？؟]/u.test(character)) return question
  if (!isWord.test(character)) return separator
  if (isDigit.test(character)) return digit
  return isAlone.test(character) ? alone : letter
}

function look(code: number): number {
  return (pages[code >> 8] ?? pageOf(code >> 8))[code & 255]!
}

/** What may stand between the digits of a number: points, commas, apostrophes, narrow spaces, the colon of a time. */
function joinsDigits(code: number): boolean {
  return code === 0x2e || code === 0x2c || code === 0x27 || code === 0x2019 || code === 0x3a || code === 0xa0 || code === 0x202f
}

/** The tokens of one text at a time. */
export class Tokens {
  text = ''
  count = 0
  /** Whether there were more than are looked at. */
  isCut = false
  readonly hashes = new Uint32Array(MOST_TOKENS)
  readonly starts = new Uint32Array(MOST_TOKENS)
  readonly ends = new Uint32Array(MOST_TOKENS)

  read(text: string): this {
    this.text = text
    this.count = 0
    this.isCut = false
    let at = 0
    while (at < text.length) {
      const kind = look(text.charCodeAt(at)) >>> 16
      if (kind === separator) at += 1
      else if (this.count === MOST_TOKENS) {
        this.isCut = true
        return this
      } else at = kind === letter || kind === digit ? this.#word(text, at) : this.#add(at, at + 1, finish(look(text.charCodeAt(at))))
    }
    return this
  }

  /** A hash of all tokens. */
  get key(): number {
    let hash = 0
    for (let at = 0; at < this.count; at += 1) hash = mix(hash, this.hashes[at]!)
    return finish(hash ^ this.count)
  }

  surface(at: number): string {
    return this.text.slice(this.starts[at], this.ends[at])
  }

  #word(text: string, start: number): number {
    let hash = 0
    let isNumber = true
    let at = start
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      const entry = look(code)
      const kind = entry >>> 16
      if (kind === letter) isNumber = false
      else if (kind !== digit && !(isNumber && joinsDigits(code) && look(text.charCodeAt(at + 1) || 0) >>> 16 === digit)) break
      hash = mix(hash, entry & 0xffff)
    }
    return this.#add(start, at, isNumber ? NUMBER : finish(hash))
  }

  #add(start: number, end: number, hash: number): number {
    this.hashes[this.count] = hash
    this.starts[this.count] = start
    this.ends[this.count] = end
    this.count += 1
    return end
  }
}
