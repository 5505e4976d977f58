import { consonantKey, lettersApart, lettersOf, mostLettersApart, plain, readingsOf, soundKey } from '../names/compare/spelling.ts'
import type { Entry } from './entry.ts'
import { partsOf, type Role } from './parts.ts'

/** An entry that has a part, and what the part is of it. */
export interface Posting {
  /** Index into the glossary's entries. */
  readonly entry: number
  readonly role: Role
}

const ROLE_BITS = 3
const ROLE_MASK = (1 << ROLE_BITS) - 1

/**
 * Finds the parts of names that a word may be a garbled spelling of, among a million, without comparing it with each.
 *
 * Every part is filed under its consonant key and its sound key, and under each of them with one sound left out (symmetric deletion,
 * after Garbe's SymSpell): two keys that differ by one sound lost, added or changed meet in some drawer. Drawers are typed arrays, so that
 * a million names take some hundred megabytes.
 */
export class NameIndex {
  /** Squeezed parts, each once; the index is the part's number. */
  readonly parts: readonly string[]
  /** Words in lower case inside parts: 'von', 'of', 'sciences'. */
  readonly smallWords: ReadonlySet<string>
  /** Words of the longest part. */
  readonly mostWords: number
  readonly #numbers: ReadonlyMap<string, number>
  readonly #postings: Uint32Array
  readonly #postingsFrom: Uint32Array
  readonly #drawers: Uint32Array
  readonly #drawersFrom: Uint32Array
  /** Which letters a part has, a bit each: what is too far away is seen without comparing. */
  readonly #letters: Uint32Array
  /** Which query last touched a part: each is offered once. */
  readonly #touched: Uint32Array
  #query = 0

  constructor(entries: readonly Entry[]) {
    const numbers = new Map<string, number>()
    const parts: string[] = []
    const smallWords = new Set<string>()
    let mostWords = 1
    const pairs = new Numbers(entries.length * 4)
    for (const [entry, value] of entries.entries()) {
      for (const { key, role, text, words } of partsOf(value)) {
        mostWords = Math.max(mostWords, words)
        if (words > 1) for (const word of text.split(/[^\p{L}\p{M}\p{N}]+/u)) if (/^\p{Ll}/u.test(word)) smallWords.add(word)
        let number = numbers.get(key)
        if (number === undefined) {
          number = parts.length
          numbers.set(key, number)
          parts.push(key)
        }
        pairs.push(number)
        pairs.push((entry << ROLE_BITS) | role)
      }
    }
    this.parts = parts
    this.smallWords = smallWords
    this.mostWords = mostWords
    this.#numbers = numbers
    ;[this.#postings, this.#postingsFrom] = group(parts.length, (put) => {
      for (let at = 0; at < pairs.length; at += 2) put(pairs.at(at), pairs.at(at + 1))
    })

    const drawers = powerOfTwo(parts.length * 8)
    ;[this.#drawers, this.#drawersFrom] = group(drawers, (put) => {
      for (let part = 0; part < parts.length; part++) forEachKey(plain(parts[part]!), (hash) => put(hash & (drawers - 1), part))
    })
    this.#letters = Uint32Array.from(parts, (part) => lettersOf(plain(part)))
    this.#touched = new Uint32Array(parts.length)
  }

  /** The number of a squeezed part, when it is one letter by letter. */
  exact(key: string): number | undefined {
    return this.#numbers.get(key)
  }

  /** Who has the part, in the order of the entries. */
  postings(part: number): Posting[] {
    const postings: Posting[] = []
    for (let at = this.#postingsFrom[part]!; at < this.#postingsFrom[part + 1]!; at++) {
      const value = this.#postings[at]!
      postings.push({ entry: value >>> ROLE_BITS, role: (value & ROLE_MASK) as Role })
    }
    return postings
  }

  postingCount(part: number): number {
    return this.#postingsFrom[part + 1]! - this.#postingsFrom[part]!
  }

  /** Postings of `part` whose entries have `other` too: the few John Smiths among the many Johns and the many Smiths. */
  shared(part: number, other: number): Posting[] {
    if (this.postingCount(part) <= this.postingCount(other)) return this.postings(part).filter(({ entry }) => this.#holds(other, entry))
    const ofOther = new Set(this.postings(other).map(({ entry }) => entry))
    return this.postings(part).filter(({ entry }) => ofOther.has(entry))
  }

  /** Whether `entry` has `part`: postings of a part are in the order of the entries. */
  #holds(part: number, entry: number): boolean {
    let low = this.#postingsFrom[part]!
    let high = this.#postingsFrom[part + 1]!
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#postings[middle]! >>> ROLE_BITS < entry) low = middle + 1
      else high = middle
    }
    return low < this.#postingsFrom[part + 1]! && this.#postings[low]! >>> ROLE_BITS === entry
  }

  /**
   * Numbers of the parts that `key`, squeezed, may be a spelling of, those with the same letters first; many are not, and some real ones are
   * missed. Of very many only those with the most letters in common.
   * @param heard whether `key` comes from another script and writes down how a name sounds
   */
  candidates(key: string, heard = false): number[] {
    const name = plain(key)
    const letters = lettersOf(name)
    const mostOther = mostLettersApart(name.length) + (heard ? HEARD_APART : 0)
    const mostLonger = 2 + name.length * 0.4
    /** By how many letters only one of the two has. */
    const found: number[][] = Array.from({ length: mostOther + 1 }, () => [])
    this.#query = (this.#query + 1) >>> 0
    const mask = this.#drawersFrom.length - 2
    const visit = (hash: number) => {
      const drawer = hash & mask
      const end = this.#drawersFrom[drawer + 1]!
      for (let at = this.#drawersFrom[drawer]!; at < end; at++) {
        const part = this.#drawers[at]!
        if (this.#touched[part] === this.#query) continue
        this.#touched[part] = this.#query
        const other = lettersApart(letters, this.#letters[part]!)
        if (other <= mostOther && Math.abs(this.parts[part]!.length - key.length) <= mostLonger) found[other]!.push(part)
      }
    }
    for (const reading of heard ? readingsOf(key) : [name]) forEachKey(reading, visit)
    const best: number[] = []
    for (const parts of found) {
      if (best.length > 0 && best.length + parts.length > MOST_CANDIDATES) break
      best.push(...parts)
    }
    return best
  }
}

/** Letters that what was heard may differ in besides. */
const HEARD_APART = 3

/** What one search compares at most, or all parts with the same letters when they are more. */
const MOST_CANDIDATES = 100

/** A list of unsigned numbers that grows. */
class Numbers {
  #values: Uint32Array
  length = 0

  constructor(capacity: number) {
    this.#values = new Uint32Array(Math.max(16, capacity))
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Uint32Array(this.length * 2)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.length++] = value
  }

  at(index: number): number {
    return this.#values[index]!
  }
}

/** Values by group, and where each group starts. `visit` is called twice, to count and to fill, and must put the same both times. */
function group(groups: number, visit: (put: (group: number, value: number) => void) => void): [values: Uint32Array, from: Uint32Array] {
  const from = new Uint32Array(groups + 1)
  visit((group) => {
    from[group + 1]!++
  })
  for (let at = 0; at < groups; at++) from[at + 1]! += from[at]!
  const values = new Uint32Array(from[groups]!)
  const next = from.slice()
  visit((group, value) => {
    values[next[group]!++] = value
  })
  return [values, from]
}

function powerOfTwo(least: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, least)))
}

/** Hashes of the keys a plain name is filed under. */
function forEachKey(name: string, visit: (hash: number) => void): void {
  withDeletions(consonantKey(name), 17, visit)
  withDeletions(soundKey(name), 29, visit)
}

function withDeletions(key: string, seed: number, visit: (hash: number) => void): void {
  visit(hashWithout(key, -1, seed))
  if (key.length < 3) return
  for (let out = 0; out < key.length; out++) {
    // Leaving out either of two equal neighbours gives the same key.
    if (out > 0 && key.charCodeAt(out) === key.charCodeAt(out - 1)) continue
    visit(hashWithout(key, out, seed))
  }
}

/** FNV-1a with a last mix, so that the low bits differ. */
function hashWithout(key: string, out: number, seed: number): number {
  let hash = 0x811c9dc5 ^ seed
  for (let at = 0; at < key.length; at++) {
    if (at === out) continue
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  }
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}
