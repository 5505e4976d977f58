import { COUNT_BITS, COUNT_MASK, findEntries, type Model } from './model.ts'
import { LONGEST, LONGEST_WORD, readWords } from './ngrams.ts'

/** Numbers that a language may have: it is the low byte of an entry. */
export const LANGUAGES = 256

/** Words remembered, their letters, and room for what they say: some 60 languages a word. When one is full, all are forgotten. 6 MB a thread. */
const MOST_WORDS = 1 << 15
const MOST_LETTERS = MOST_WORDS * 12
const MOST_TALLIES = 1 << 20
/** Places in the table of words, a power of two. */
const PLACES = 1 << 17

/** A tally, packed: the language's number, how many of the longest n-grams speak for it (23 in a word at most), and the sum, with its sign. */
const LANGUAGE_MASK = 0xff
const KNOWN_SHIFT = 8
const KNOWN_MASK = 0x3f
const SUM_SHIFT = 14

/** What the n-grams of words say for each language. A word says the same wherever it stands: that of the last words is remembered. */
export class WordScores {
  readonly #model: Model
  /** By hash: a word's number, from 1; 0 where there is none. */
  readonly #places = new Uint16Array(PLACES)
  #count = 0
  /** The letters of the words, one after the other, each with the spaces around it; and where each ends, its number being its index. */
  readonly #letters = new Uint16Array(MOST_LETTERS)
  readonly #letterEnds = new Uint32Array(MOST_WORDS + 1)
  readonly #tallies = new Int32Array(MOST_TALLIES)
  readonly #tallyEnds = new Uint32Array(MOST_WORDS + 1)
  readonly #longs = new Uint8Array(MOST_WORDS + 1)
  /** Where the entries of one word's n-grams are. */
  #found = new Uint32Array(256)
  /** Of one word, by language. */
  readonly #sums = new Int32Array(LANGUAGES)
  readonly #known = new Int32Array(LANGUAGES)

  constructor(model: Model) {
    this.#model = model
  }

  /** Adds what the word units[start, end) says, the spaces around it included. @returns how many of the longest n-grams it has */
  add(units: Uint16Array, start: number, end: number, sums: Int32Array, known: Int32Array): number {
    if (end - start > LONGEST_WORD + 2) return this.#read(units, start, end, sums, known)
    const word = this.#numberOf(units, start, end)
    for (let at = this.#tallyEnds[word - 1]!; at < this.#tallyEnds[word]!; at++) {
      const tally = this.#tallies[at]!
      sums[tally & LANGUAGE_MASK]! += tally >> SUM_SHIFT
      known[tally & LANGUAGE_MASK]! += (tally >> KNOWN_SHIFT) & KNOWN_MASK
    }
    return this.#longs[word]!
  }

  #numberOf(units: Uint16Array, start: number, end: number): number {
    let hash = 0x811c9dc5
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ units[at]!, 0x01000193)
    const first = (hash ^ (hash >>> 15)) & (PLACES - 1)
    let place = first
    for (let word = this.#places[place]!; word !== 0; word = this.#places[place]!) {
      if (this.#is(word, units, start, end)) return word
      place = (place + 1) & (PLACES - 1)
    }
    if (this.#isFull()) {
      this.#places.fill(0)
      this.#count = 0
      place = first
    }
    this.#places[place] = this.#remember(units, start, end)
    return this.#count
  }

  #is(word: number, units: Uint16Array, start: number, end: number): boolean {
    const from = this.#letterEnds[word - 1]!
    if (this.#letterEnds[word]! - from !== end - start) return false
    for (let at = start; at < end; at++) if (this.#letters[from + at - start] !== units[at]) return false
    return true
  }

  #isFull(): boolean {
    const [letters, tallies] = [this.#letterEnds[this.#count]!, this.#tallyEnds[this.#count]!]
    return this.#count === MOST_WORDS || letters + LONGEST_WORD + 2 > MOST_LETTERS || tallies + LANGUAGES > MOST_TALLIES
  }

  #remember(units: Uint16Array, start: number, end: number): number {
    const word = ++this.#count
    const from = this.#letterEnds[word - 1]!
    this.#letters.set(units.subarray(start, end), from)
    this.#letterEnds[word] = from + end - start
    this.#sums.fill(0)
    this.#known.fill(0)
    this.#longs[word] = this.#read(units, start, end, this.#sums, this.#known)
    let at = this.#tallyEnds[word - 1]!
    for (let language = 0; language < this.#model.languages.length; language++) {
      const [sum, known] = [this.#sums[language]!, this.#known[language]!]
      if (sum !== 0 || known !== 0) this.#tallies[at++] = (sum << SUM_SHIFT) | (known << KNOWN_SHIFT) | language
    }
    this.#tallyEnds[word] = at
    return word
  }

  /** Adds up what the n-grams themselves say. */
  #read(units: Uint16Array, start: number, end: number, sums: Int32Array, known: Int32Array): number {
    const { entries } = this.#model
    const { count, keys, orders } = readWords(units, start, end)
    let long = 0
    if (count > this.#found.length) this.#found = new Uint32Array(2 * count)
    const found = this.#found
    findEntries(this.#model, keys, count, found)
    for (let ngram = 0; ngram < count; ngram++) {
      const isLong = orders[ngram] === LONGEST
      if (isLong) long++
      const first = found[ngram]! >>> COUNT_BITS
      const last = first + (found[ngram]! & COUNT_MASK)
      for (let at = first; at < last; at++) sums[entries[at]! & 0xff]! += entries[at]! >> 8
      if (isLong) for (let at = first; at < last; at++) known[entries[at]! & 0xff]!++
    }
    return long
  }
}
