/** A sorted table of hash and value, 32 bits each, made of any number of entries in bounded memory, and looked up in place. */
import { type Bytes, bytesOf, numbersIn } from './bytes.ts'

/** Where a table stands in its file. */
export interface TablePlace {
  readonly at: number
  readonly entries: number
  /** Of the hash, the first bits; how many entries stand before each value of them is at `directory`. */
  readonly bits: number
  readonly directory: number
}

/** Entries held of each part before they are written away. */
const HELD = 1 << 13
/** Entries a value of the first bits has on average. */
const SHARE = 32
const MOST_BITS = 22
/** A stretch of more entries is not read whole. */
const LONG = 512

/** Entries whose hashes begin alike. */
interface Part {
  held: Uint32Array
  count: number
  /** What was written away of it. */
  readonly pieces: { readonly at: number; readonly bytes: number }[]
}

/** Entries are written away by the first bits of their hash, and sorted part by part. */
export class TableBuilder {
  readonly #scratch: Bytes
  readonly #partBits: number
  readonly #parts: readonly Part[]
  #entries = 0

  /** @param partBits 0: all entries are sorted at once; 6: a sixty-fourth */
  constructor(scratch: Bytes, partBits: number) {
    this.#scratch = scratch
    this.#partBits = partBits
    this.#parts = Array.from({ length: 1 << partBits }, () => ({ held: new Uint32Array(64), count: 0, pieces: [] }))
  }

  add(hash: number, value: number): void {
    const part = this.#parts[this.#partBits === 0 ? 0 : hash >>> (32 - this.#partBits)]!
    if (2 * part.count === part.held.length) this.#makeRoom(part)
    // Little-endian: read as one number of 64 bits, the hash counts most.
    part.held[2 * part.count] = value
    part.held[2 * part.count + 1] = hash
    part.count += 1
    this.#entries += 1
  }

  finish(out: Bytes): TablePlace {
    const bits = Math.max(0, Math.min(MOST_BITS, Math.ceil(Math.log2(this.#entries / SHARE))))
    const directory = new Uint32Array((1 << bits) + 1)
    const at = pad(out)
    for (const part of this.#parts) {
      this.#spill(part)
      const all = new Uint8Array(part.pieces.reduce((sum, { bytes }) => sum + bytes, 0))
      let filled = 0
      for (const { at, bytes } of part.pieces) {
        all.set(this.#scratch.read(at, bytes), filled)
        filled += bytes
      }
      const sorted = new BigUint64Array(all.buffer).sort()
      const numbers = new Uint32Array(all.buffer)
      for (let entry = 0; entry < sorted.length; entry += 1) directory[first(numbers[2 * entry + 1]!, bits) + 1]! += 1
      out.append(all)
    }
    for (let at = 1; at < directory.length; at += 1) directory[at]! += directory[at - 1]!
    const place = pad(out)
    out.append(bytesOf(directory))
    return { at, entries: this.#entries, bits, directory: place }
  }

  #makeRoom(part: Part): void {
    if (part.count === HELD) {
      this.#spill(part)
      return
    }
    const larger = new Uint32Array(2 * part.held.length)
    larger.set(part.held)
    part.held = larger
  }

  #spill(part: Part): void {
    const bytes = bytesOf(part.held.subarray(0, 2 * part.count))
    part.pieces.push({ at: this.#scratch.size, bytes: bytes.length })
    this.#scratch.append(bytes)
    part.count = 0
  }
}

function first(hash: number, bits: number): number {
  return bits === 0 ? 0 : hash >>> (32 - bits)
}

/** Sections start at multiples of 16 bytes. @returns where the next one does */
export function pad(out: Bytes): number {
  if (out.size % 16 !== 0) out.append(new Uint8Array(16 - (out.size % 16)))
  return out.size
}

export class Table {
  readonly #bytes: Bytes
  readonly #place: TablePlace
  readonly #directory: Uint32Array

  constructor(bytes: Bytes, place: TablePlace) {
    this.#bytes = bytes
    this.#place = place
    this.#directory = numbersIn(bytes.read(place.directory, 4 * ((1 << place.bits) + 1))).slice()
  }

  /** Adds to `found` the values of `hash` from `least` to `most`, rising. */
  find(hash: number, found: number[], least = 0, most = 0xffff_ffff): void {
    const bucket = first(hash, this.#place.bits)
    let from = this.#directory[bucket]!
    let until = this.#directory[bucket + 1]!
    if (until - from > LONG) {
      from = this.#search(hash, least, from, until)
      until = most === 0xffff_ffff ? this.#search(hash + 1, 0, from, until) : this.#search(hash, most + 1, from, until)
    }
    if (from === until) return
    const numbers = numbersIn(this.#bytes.read(this.#place.at + 8 * from, 8 * (until - from)))
    for (let at = 0; at < numbers.length; at += 2) {
      if (numbers[at + 1] !== hash) continue
      const value = numbers[at]!
      if (value >= least && value <= most) found.push(value)
    }
  }

  /** All entries, in order. */
  *entries(): Generator<readonly [hash: number, value: number]> {
    for (let from = 0; from < this.#place.entries; from += HELD) {
      const numbers = numbersIn(this.#bytes.read(this.#place.at + 8 * from, 8 * Math.min(HELD, this.#place.entries - from))).slice()
      for (let at = 0; at < numbers.length; at += 2) yield [numbers[at + 1]!, numbers[at]!]
    }
  }

  /** The first entry from `from` to `until` that is not before (hash, value). */
  #search(hash: number, value: number, from: number, until: number): number {
    let [low, high] = [from, until]
    while (low < high) {
      const middle = (low + high) >>> 1
      const [there = 0, top = 0] = numbersIn(this.#bytes.read(this.#place.at + 8 * middle, 8))
      if (top < hash || (top === hash && there < value)) low = middle + 1
      else high = middle
    }
    return low
  }
}
