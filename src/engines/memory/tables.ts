/** What the texts of a memory are found by. */
import type { Bytes } from './bytes.ts'
import { hashOf } from './hash.ts'
import { FLOOR, Keys } from './prefix.ts'
import { SignatureBuilder, type SignaturePlace, signatureOf } from './signatures.ts'
import { TableBuilder, type TablePlace } from './table.ts'
import { Tokens } from './tokens.ts'

/** Where the tables stand in a file. */
export interface Places {
  /** By hash of language and text: number of the unit. */
  readonly exact: TablePlace
  /** By hash of language and tokens. */
  readonly normalized: TablePlace
  /** By token in its language: how many tokens the text has (6 bits), and the number of the unit. */
  readonly postings: TablePlace
  /** By number of the language. */
  readonly signatures: readonly SignaturePlace[]
}

/** Bits of a posting that number the unit. */
export const UNIT_BITS = 26
/** Longer texts are told apart by their tokens alone. */
export const LONGEST = 63

export function postingOf(tokens: number, unit: number): number {
  return Math.min(tokens, LONGEST) * 2 ** UNIT_BITS + unit
}

export function exactHash(language: string, text: string): number {
  return hashOf(text, hashOf(language))
}

/** @param seed hash of the language */
export function normalizedHash(tokens: Tokens, seed: number): number {
  return hashOf('', tokens.key ^ seed)
}

export class TablesBuilder {
  readonly #exact: TableBuilder
  readonly #normalized: TableBuilder
  readonly #postings: TableBuilder
  readonly #signatures: SignatureBuilder[] = []
  readonly #ranks: Uint8Array
  readonly #tokens = new Tokens()
  readonly #keys = new Keys()

  /** @param partBits as of a TableBuilder */
  constructor(scratch: Bytes, partBits: number, ranks: Uint8Array) {
    this.#exact = new TableBuilder(scratch, partBits)
    this.#normalized = new TableBuilder(scratch, partBits)
    this.#postings = new TableBuilder(scratch, partBits)
    this.#ranks = ranks
  }

  /** @param number of the language @param unit number of the unit, rising */
  add(number: number, language: string, text: string, unit: number): void {
    this.#exact.add(exactHash(language, text), unit)
    while (this.#signatures.length <= number) this.#signatures.push(new SignatureBuilder())
    const tokens = this.#tokens.read(text)
    if (tokens.count === 0 || tokens.isCut) return
    const seed = hashOf(language)
    this.#normalized.add(normalizedHash(tokens, seed), unit)
    const keys = this.#keys.read(tokens, seed)
    this.#signatures[number]!.add(unit, signatureOf(keys.all))
    const posting = postingOf(tokens.count, unit)
    for (const key of keys.prefix(this.#ranks, FLOOR)) this.#postings.add(key, posting)
  }

  finish(out: Bytes): Places {
    return {
      exact: this.#exact.finish(out),
      normalized: this.#normalized.finish(out),
      postings: this.#postings.finish(out),
      signatures: this.#signatures.map((each) => each.finish(out)),
    }
  }
}
