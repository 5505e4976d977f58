/**
 * Which tokens of a text find it. Two texts of n and m tokens that are at least `least` alike share at least least × max(n, m) of them; so of
 * each, ordered from rare to frequent, the first n − ⌈least × n⌉ + 1 hold one that is among the same of the other (prefix filtering: Chaudhuri,
 * Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007). Rare ones stand in few texts: few are looked at, and none is missed.
 */
import { finish, mix } from './hash.ts'
import { MOST_TOKENS, type Tokens } from './tokens.ts'

/** Texts less alike than this are not found. Translation tools offer 0.7 and more; lower ones cost more than they help. */
export const FLOOR = 0.6

/** How often tokens occur: of those whose hashes end alike together, as the order of tokens need only be the same for all. */
export class Frequencies {
  readonly #counts: Uint32Array

  /** @param bits of a hash by which tokens are told apart */
  constructor(bits: number) {
    this.#counts = new Uint32Array(1 << bits)
  }

  count(hashes: Uint32Array): void {
    for (const hash of hashes) this.#counts[hash & (this.#counts.length - 1)]! += 1
  }

  /** Ranks, 0 for the rarest: twelve to a doubling; four times as many as there are different tokens, or more. */
  ranks(): Uint8Array {
    const different = this.#counts.reduce((sum, count) => sum + Number(count > 0), 0)
    const size = Math.min(this.#counts.length, 2 ** Math.ceil(Math.log2(4 * different + 4)))
    const folded = new Uint32Array(size)
    for (let at = 0; at < this.#counts.length; at += 1) folded[at & (size - 1)]! += this.#counts[at]!
    return Uint8Array.from(folded, (count) => Math.min(255, Math.floor(12 * Math.log2(count + 1))))
  }
}

/** The hashes of a text's tokens in its language; of one that stands there again another one each time. */
export class Keys {
  readonly #hashes = new Uint32Array(MOST_TOKENS)
  readonly #sorted = new Float64Array(MOST_TOKENS)
  #count = 0

  read(tokens: Tokens, language: number): this {
    const { count, hashes } = tokens
    this.#count = count
    for (let at = 0; at < count; at += 1) {
      const token = hashes[at]!
      let times = 0
      for (let before = 0; before < at; before += 1) if (hashes[before] === token) times += 1
      this.#hashes[at] = finish(mix(mix(token, language), times))
    }
    return this
  }

  get all(): Uint32Array {
    return this.#hashes.subarray(0, this.#count)
  }

  /** The rarest, as many as find every text that is `least` alike. @param ranks by the end of a hash */
  prefix(ranks: Uint8Array, least: number): readonly number[] {
    const sorted = this.#sorted.subarray(0, this.#count)
    for (let at = 0; at < this.#count; at += 1) {
      const hash = this.#hashes[at]!
      sorted[at] = ranks[hash & (ranks.length - 1)]! * 2 ** 32 + hash
    }
    sorted.sort()
    const prefix: number[] = []
    const wanted = this.#count - leastShared(this.#count, least) + 1
    for (let at = 0; at < wanted; at += 1) prefix.push(sorted[at]! % 2 ** 32)
    return prefix
  }
}

/** Tokens that a text of `count` shares with every text that is `least` alike. */
export function leastShared(count: number, least: number): number {
  return Math.max(1, Math.ceil(least * count - 1e-9))
}
