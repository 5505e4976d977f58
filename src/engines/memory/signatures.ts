/**
 * Sixty-four bits of a text, of which each of its tokens sets one (a Bloom filter with one hash): bits that one text has and another lacks are words
 * to put in or take out, so that most texts that share a rare word and little else need not be read.
 */
import { type Bytes, bytesOf, numbersIn } from './bytes.ts'
import { pad } from './table.ts'

/** Where the signatures of a language's texts stand: numbers of units, rising, 32 bits each, then twice 32 bits for each. */
export interface SignaturePlace {
  readonly at: number
  readonly texts: number
}

/** Of hashes: the lower half, and the upper one. */
export function signatureOf(hashes: Uint32Array): readonly [number, number] {
  let [low, high] = [0, 0]
  for (const hash of hashes) {
    if ((hash & 32) === 0) low |= 1 << (hash & 31)
    else high |= 1 << (hash & 31)
  }
  return [low >>> 0, high >>> 0]
}

export class SignatureBuilder {
  #units = new Uint32Array(64)
  #signatures = new Uint32Array(128)
  #count = 0

  add(unit: number, [low, high]: readonly [number, number]): void {
    if (this.#count === this.#units.length) {
      const [units, signatures] = [new Uint32Array(2 * this.#count), new Uint32Array(4 * this.#count)]
      units.set(this.#units)
      signatures.set(this.#signatures)
      this.#units = units
      this.#signatures = signatures
    }
    this.#units[this.#count] = unit
    this.#signatures[2 * this.#count] = low
    this.#signatures[2 * this.#count + 1] = high
    this.#count += 1
  }

  finish(out: Bytes): SignaturePlace {
    const at = pad(out)
    out.append(bytesOf(this.#units.subarray(0, this.#count)))
    out.append(bytesOf(this.#signatures.subarray(0, 2 * this.#count)))
    return { at, texts: this.#count }
  }
}

export class Signatures {
  readonly #units: Uint32Array
  readonly #signatures: Uint32Array

  constructor(bytes: Bytes, { at, texts }: SignaturePlace) {
    const numbers = numbersIn(bytes.read(at, 12 * texts)).slice()
    this.#units = numbers.subarray(0, texts)
    this.#signatures = numbers.subarray(texts)
  }

  /** Edits between the text of `unit` and one of that signature, at the least. */
  distance(unit: number, [low, high]: readonly [number, number]): number {
    const at = this.#placeOf(unit)
    const [otherLow, otherHigh] = [this.#signatures[2 * at]!, this.#signatures[2 * at + 1]!]
    const missing = ones(low & ~otherLow) + ones(high & ~otherHigh)
    const more = ones(otherLow & ~low) + ones(otherHigh & ~high)
    return Math.max(missing, more)
  }

  #placeOf(unit: number): number {
    // As a rule every unit has the language.
    if (this.#units[unit] === unit) return unit
    let [low, high] = [0, this.#units.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#units[middle]! < unit) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Bits set in 32 (Warren, Hacker's Delight, 5-1). */
function ones(value: number): number {
  let rest = value - ((value >>> 1) & 0x5555_5555)
  rest = (rest & 0x3333_3333) + ((rest >>> 2) & 0x3333_3333)
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
}
