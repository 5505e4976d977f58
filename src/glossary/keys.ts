import { Numbers, sharedNumbers, Units } from './buffers.ts'

/** What a table of keys is made of: plain data, which threads share and do not copy. */
export interface KeyData {
  /** All keys one after the other, in UTF-16. */
  readonly units: Uint16Array
  /** Where each key starts, and after the last one, where that ends. */
  readonly starts: Uint32Array
  /** Numbers of keys, plus one, at the hash of each or after it; 0 is free. Their count is a power of two, at least twice that of the keys. */
  readonly slots: Uint32Array
}

/** Squeezed parts of names, each once and by its number. */
export class KeyTable {
  readonly data: KeyData
  readonly length: number
  readonly #bytes: Buffer

  constructor(data: KeyData) {
    this.data = data
    this.length = data.starts.length - 1
    const { buffer, byteOffset, byteLength } = data.units
    this.#bytes = Buffer.from(buffer, byteOffset, byteLength)
  }

  at(number: number): string {
    const { starts } = this.data
    return this.#bytes.toString('utf16le', starts[number]! * 2, starts[number + 1]! * 2)
  }

  /** UTF-16 code units of a key. */
  lengthOf(number: number): number {
    const { starts } = this.data
    return starts[number + 1]! - starts[number]!
  }

  find(key: string): number | undefined {
    const { units, starts, slots } = this.data
    const found = slots[slotOf(key, slots, units, (number) => starts[number]!)]!
    return found === 0 ? undefined : found - 1
  }
}

/** Takes keys, tells the number of each, and makes a table of them. */
export class KeyWriter {
  readonly #units = new Units()
  readonly #starts = new Numbers()
  readonly #startOf = (number: number) => this.#starts.at(number)
  #slots = new Uint32Array(1024)
  length = 0

  constructor() {
    this.#starts.push(0)
  }

  at(number: number): string {
    return String.fromCharCode(...this.#units.units.subarray(this.#starts.at(number), this.#starts.at(number + 1)))
  }

  /** The number of `key`, which is new when it was not there. */
  add(key: string): number {
    const slot = slotOf(key, this.#slots, this.#units.units, this.#startOf)
    if (this.#slots[slot] !== 0) return this.#slots[slot]! - 1
    this.#slots[slot] = ++this.length
    this.#units.push(key)
    this.#starts.push(this.#units.length)
    if (this.length * 2 > this.#slots.length) this.#grow()
    return this.length - 1
  }

  table(): KeyTable {
    const slots = sharedNumbers(this.#slots.length)
    slots.set(this.#slots)
    return new KeyTable({ units: this.#units.share(), starts: this.#starts.share(), slots })
  }

  #grow(): void {
    const slots = new Uint32Array(this.#slots.length * 2)
    const mask = slots.length - 1
    const { units } = this.#units
    for (let number = 0; number < this.length; number++) {
      let hash = FNV_START
      for (let at = this.#starts.at(number); at < this.#starts.at(number + 1); at++) hash = Math.imul(hash ^ units[at]!, FNV_PRIME)
      let slot = mixed(hash) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = number + 1
    }
    this.#slots = slots
  }
}

/** FNV-1a, with a last mix so that the low bits differ. */
const FNV_START = 0x811c9dc5
const FNV_PRIME = 0x01000193

function mixed(hash: number): number {
  return (hash ^ (hash >>> 15) ^ (hash >>> 7)) >>> 0
}

/** The slot that has `key`, or the free one where it belongs. */
function slotOf(key: string, slots: Uint32Array, units: Uint16Array, startOf: (number: number) => number): number {
  let hash = FNV_START
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), FNV_PRIME)
  const mask = slots.length - 1
  let slot = mixed(hash) & mask
  for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
    const start = startOf(slots[slot]! - 1)
    if (startOf(slots[slot]!) - start !== key.length) continue
    let at = 0
    while (at < key.length && units[start + at] === key.charCodeAt(at)) at++
    if (at === key.length) break
  }
  return slot
}
