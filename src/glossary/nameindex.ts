import { Glance } from '../names/compare/glance.ts'
import { likelyKeys } from '../names/compare/likely-keys.ts'
import { lettersApart, lettersOf, mostLettersApart, plain, readingsOf } from '../names/compare/spelling.ts'
import { Memo } from '../names/memo.ts'
import { Numbers, sharedBytes, sharedNumbers } from './buffers.ts'
import { forConsonants, forEachKey, type Groups, group } from './drawers.ts'
import type { Entry } from './entry.ts'
import { type KeyData, KeyTable, KeyWriter } from './keys.ts'
import { partsOf, type Role } from './parts.ts'

/** An entry that has a part, and what the part is of it. */
export interface Posting {
  /** Index into the glossary's entries. */
  readonly entry: number
  readonly role: Role
}

const ROLE_BITS = 3
const ROLE_MASK = (1 << ROLE_BITS) - 1
const ALL_ROLES = 0xff

/** What an index is made of: plain data, which threads share and do not copy. */
export interface IndexData {
  readonly keys: KeyData
  /** Who has each part: number of the entry and role. */
  readonly postings: Groups
  /** Parts by the hashes of their keys; the count of drawers is a power of two. */
  readonly drawers: Groups
  /** Which letters a part has, a bit each: what is too far away is seen without comparing. */
  readonly letters: Uint32Array
  /** What a part is of the names that have it: a bit for each role, 1 << role. */
  readonly roles: Uint8Array
  readonly smallWords: readonly string[]
  readonly mostWords: number
}

/** Parts of names read again and again stay strings. */
const MOST_STRINGS = 200_000

/**
 * Finds the parts of names that a word may be a garbled spelling of, among a million, without comparing it with each.
 *
 * Every part is filed under its consonant key and its sound key, and under each of them with one sound left out (symmetric deletion,
 * after Garbe's SymSpell): two keys that differ by one sound lost, added or changed meet in some drawer. All of it is numbers in shared memory:
 * a million names take some hundred megabytes, once for all threads.
 */
export class NameIndex {
  readonly data: IndexData
  /** How many different squeezed parts there are. */
  readonly size: number
  /** Words in lower case inside parts: 'von', 'of', 'sciences'. */
  readonly smallWords: ReadonlySet<string>
  /** Words of the longest part. */
  readonly mostWords: number
  readonly #keys: KeyTable
  readonly #parts = new Memo((part: number) => this.#keys.at(part), MOST_STRINGS)
  /** Which query last touched a part: each is offered once. */
  readonly #touched: Uint32Array
  #query = 0

  constructor(data: IndexData) {
    this.data = data
    this.#keys = new KeyTable(data.keys)
    this.size = this.#keys.length
    this.smallWords = new Set(data.smallWords)
    this.mostWords = data.mostWords
    this.#touched = new Uint32Array(this.size)
  }

  static of(entries: Iterable<Entry>): NameIndex {
    const keys = new KeyWriter()
    const smallWords = new Set<string>()
    let mostWords = 1
    /** Part and posting by turns. */
    const pairs = new Numbers()
    let number = 0
    for (const entry of entries) {
      for (const { key, role, text, words } of partsOf(entry)) {
        mostWords = Math.max(mostWords, words)
        if (words > 1) for (const word of text.split(/[^\p{L}\p{M}\p{N}]+/u)) if (/^\p{Ll}/u.test(word)) smallWords.add(word)
        pairs.push(keys.add(key))
        pairs.push((number << ROLE_BITS) | role)
      }
      number++
    }
    const table = keys.table()
    const postings = group(table.length, (put) => {
      for (let at = 0; at < pairs.length; at += 2) put(pairs.at(at), pairs.at(at + 1))
    })
    const roles = sharedBytes(table.length)
    for (let at = 0; at < pairs.length; at += 2) roles[pairs.at(at)]! |= 1 << (pairs.at(at + 1) & ROLE_MASK)
    return new NameIndex({ keys: table.data, postings, roles, ...filed(table), smallWords: [...smallWords], mostWords })
  }

  /** The number of a squeezed part, when it is one letter by letter. */
  exact(key: string): number | undefined {
    return this.#keys.find(key)
  }

  /** What the part is of the names that have it: a bit for each role. */
  roles(part: number): number {
    return this.data.roles[part]!
  }

  /** Squeezed part number `part`. */
  part(part: number): string {
    return this.#parts.of(part)
  }

  /** Who has the part, in the order of the entries. */
  postings(part: number): Posting[] {
    const { values, from } = this.data.postings
    const postings: Posting[] = []
    for (let at = from[part]!; at < from[part + 1]!; at++) {
      const value = values[at]!
      postings.push({ entry: value >>> ROLE_BITS, role: (value & ROLE_MASK) as Role })
    }
    return postings
  }

  postingCount(part: number): number {
    const { from } = this.data.postings
    return from[part + 1]! - from[part]!
  }

  /** Postings of `part` whose entries have `other` too: the few John Smiths among the many Johns and the many Smiths. */
  shared(part: number, other: number): Posting[] {
    if (this.postingCount(part) <= this.postingCount(other)) return this.postings(part).filter(({ entry }) => this.#holds(other, entry))
    const ofOther = new Set(this.postings(other).map(({ entry }) => entry))
    return this.postings(part).filter(({ entry }) => ofOther.has(entry))
  }

  /** Whether `entry` has `part`: postings of a part are in the order of the entries. */
  #holds(part: number, entry: number): boolean {
    const { values, from } = this.data.postings
    let low = from[part]!
    let high = from[part + 1]!
    while (low < high) {
      const middle = (low + high) >>> 1
      if (values[middle]! >>> ROLE_BITS < entry) low = middle + 1
      else high = middle
    }
    return low < from[part + 1]! && values[low]! >>> ROLE_BITS === entry
  }

  /**
   * Numbers of the parts that `key`, squeezed, may be a spelling of, the likeliest first; many are not, and some real ones are missed. Of very
   * many only those with the most letters in common.
   * @param heard `ownLetters` when `key` comes from another script and writes down how a name sounds, else empty
   * @param roles only parts that are one of these of some name: a bit for each
   */
  candidates(key: string, heard = '', roles = ALL_ROLES): number[] {
    const glance = heard === '' ? undefined : Glance.at(heard)
    if (glance !== undefined) return this.#likeliest(key, heard, glance, roles)
    const name = plain(key)
    const letters = lettersOf(name)
    const mostOther = mostLettersApart(name.length) + (heard === '' ? 0 : HEARD_APART)
    const mostLonger = 2 + name.length * 0.4
    /** By how many letters only one of the two has. */
    const found: number[][] = Array.from({ length: mostOther + 1 }, () => [])
    this.#visit(heard === '' ? [name] : readingsOf(key), [], roles, (part) => {
      const other = lettersApart(letters, this.data.letters[part]!)
      if (other <= mostOther && Math.abs(this.#keys.lengthOf(part) - key.length) <= mostLonger) found[other]!.push(part)
    })
    const best: number[] = []
    for (const parts of found) {
      if (best.length > 0 && best.length + parts.length > MOST_CANDIDATES) break
      best.push(...parts)
    }
    return best
  }

  /** Those that are worth comparing at a glance, by what the letters of the other script stand for. */
  #likeliest(key: string, heard: string, glance: Glance, roles: number): number[] {
    const { units, starts } = this.#keys.data
    const found: number[] = []
    this.#visit(readingsOf(key), likelyKeys(heard), roles, (part) => {
      const [start, end] = [starts[part]!, starts[part + 1]!]
      const cost = glance.cost(units, start, end, this.data.letters[part]!)
      if (cost <= MOST_COST * (end - start)) found.push(cost * this.size + part)
    })
    return Array.from(Float64Array.from(found).sort().subarray(0, MOST_HEARD), (cost) => cost % this.size)
  }

  /** Each part once that shares a key with one of the plain names, or one of the consonant keys. */
  #visit(names: readonly string[], consonants: readonly string[], roles: number, take: (part: number) => void): void {
    const query = this.#nextQuery()
    const { drawers, roles: rolesOfParts } = this.data
    const mask = drawers.from.length - 2
    const visit = (hash: number) => {
      const drawer = hash & mask
      const end = drawers.from[drawer + 1]!
      for (let at = drawers.from[drawer]!; at < end; at++) {
        const part = drawers.values[at]!
        if (this.#touched[part] === query) continue
        this.#touched[part] = query
        if ((rolesOfParts[part]! & roles) !== 0) take(part)
      }
    }
    for (const name of names) forEachKey(name, visit)
    for (const key of consonants) forConsonants(key, visit)
  }

  /** Queries are numbered; when the numbers are used up, none of them was ever used. */
  #nextQuery(): number {
    this.#query = (this.#query + 1) >>> 0
    if (this.#query === 0) {
      this.#touched.fill(0)
      this.#query = 1
    }
    return this.#query
  }
}

/** Every part in the drawers of its keys, and the letters of each. */
function filed(keys: KeyTable): Pick<IndexData, 'drawers' | 'letters'> {
  const letters = sharedNumbers(keys.length)
  const drawers = powerOfTwo(keys.length * 8)
  const hashes = new Numbers()
  /** Where the hashes of each part end. */
  const ends = new Uint32Array(keys.length)
  for (let part = 0; part < keys.length; part++) {
    const name = plain(keys.at(part))
    letters[part] = lettersOf(name)
    forEachKey(name, (hash) => hashes.push(hash & (drawers - 1)))
    ends[part] = hashes.length
  }
  const put = (put: (drawer: number, part: number) => void) => {
    for (let part = 0, at = 0; part < keys.length; part++) while (at < ends[part]!) put(hashes.at(at++), part)
  }
  return { drawers: group(drawers, put), letters }
}

function powerOfTwo(least: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, least)))
}

/** Letters that what was heard may differ in besides. */
const HEARD_APART = 3

/** What one search compares at most, or all parts with the same letters when they are more. */
const MOST_CANDIDATES = 100
/** What one search compares at most of a name in another script. */
const MOST_HEARD = 64
/** What a letter of it may cost at a glance, in hundredths: 98 of 100 real ones cost less in most scripts, 95 in Han characters. */
const MOST_COST = 50
