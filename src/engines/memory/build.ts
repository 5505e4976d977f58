/** Makes a memory of units, one after the other, in bounded memory: some thirty bytes a unit, whatever their texts. */
import { createHash } from 'node:crypto'
import type { Unit } from '../tmx/unit.ts'
import { type Bytes, bytesOf } from './bytes.ts'
import { hashOf, hashOfBytes } from './hash.ts'
import { Frequencies, Keys } from './prefix.ts'
import { decodeUnit, encodeUnit, sizeOf } from './record.ts'
import { pad } from './table.ts'
import { type Places, TablesBuilder } from './tables.ts'
import { Tokens } from './tokens.ts'

export const MAGIC = 'synoptic memory1'

/** The end of a file, in JSON. */
export interface Footer extends Places {
  readonly units: number
  /** By their numbers. */
  readonly languages: readonly string[]
  /** How many units have both, by the two tags in their order with a space between. */
  readonly pairs: Readonly<Record<string, number>>
  /** Of all units, hexadecimal. */
  readonly sha256: string
  /** Where each unit starts, in multiples of 16 bytes, 32 bits each. */
  readonly offsets: number
  /** Frequency of tokens, a byte each, by the last bits of their hashes. */
  readonly ranks: { readonly at: number; readonly bytes: number }
}

export interface BuildOptions {
  /** What is written on the way. */
  readonly scratch: Bytes
  readonly out: Bytes
  /** 'small': all is sorted at once. */
  readonly size: 'small' | 'large'
}

export class MemoryBuilder {
  readonly #options: BuildOptions
  readonly #frequencies: Frequencies
  readonly #languages: string[] = []
  readonly #tokens = new Tokens()
  readonly #keys = new Keys()
  /** Of each unit in the order they came: where it stands in scratch, −1 when it came again later. */
  #places = new Float64Array(64)
  #hashes = new Uint32Array(64)
  #count = 0
  /** Open addressing by a unit's hash: its number and 1, or 0. */
  #slots = new Uint32Array(128)

  constructor(options: BuildOptions) {
    this.#options = options
    this.#frequencies = new Frequencies(options.size === 'small' ? 16 : 22)
  }

  /** A unit that is there already moves to the end: the last one wins. @returns whether it is new */
  add(unit: Unit): boolean {
    const { scratch } = this.#options
    const record = encodeUnit(unit, (language) => this.#numberOf(language))
    const hash = hashOfBytes(record)
    if (this.#count === this.#places.length) this.#makeRoom()
    const slot = this.#slotOf(hash, record)
    const known = this.#slots[slot]!
    if (known > 0) this.#places[known - 1] = -1
    this.#slots[slot] = this.#count + 1
    this.#hashes[this.#count] = hash
    this.#places[this.#count] = scratch.size
    this.#count += 1
    scratch.append(record)
    if (known === 0) {
      for (const [language, text] of unit) {
        const keys = this.#keys.read(this.#tokens.read(text), hashOf(language))
        if (!this.#tokens.isCut) this.#frequencies.count(keys.all)
      }
    }
    return known === 0
  }

  finish(): Footer {
    const { out, scratch, size } = this.#options
    const ranks = this.#frequencies.ranks()
    const tables = new TablesBuilder(scratch, size === 'small' ? 0 : 6, ranks)
    const pairs: Record<string, number> = {}
    const hash = createHash('sha256')
    const offsets = new Uint32Array(this.#places.subarray(0, this.#count).filter((place) => place >= 0).length)
    let number = 0
    out.append(Buffer.from(MAGIC, 'latin1'))
    for (const record of this.#records()) {
      const at = pad(out)
      hash.update(record)
      out.append(record)
      offsets[number] = at / 16
      const unit = decodeUnit(record, this.#languages)
      for (const [language, text] of unit) tables.add(this.#numberOf(language), language, text, number)
      const languages = [...unit.keys()]
      languages.forEach((from, index) => {
        for (const to of languages.slice(index + 1)) pairs[`${from} ${to}`] = (pairs[`${from} ${to}`] ?? 0) + 1
      })
      number += 1
    }
    const places = tables.finish(out)
    const offsetsAt = pad(out)
    out.append(bytesOf(offsets))
    const ranksAt = pad(out)
    out.append(ranks)
    const footer: Footer = {
      units: number,
      languages: this.#languages,
      pairs: Object.fromEntries(Object.entries(pairs).sort(([a], [b]) => (a < b ? -1 : 1))),
      sha256: hash.update(this.#languages.join()).digest('hex'),
      offsets: offsetsAt,
      ranks: { at: ranksAt, bytes: ranks.length },
      ...places,
    }
    const text = Buffer.from(JSON.stringify(footer))
    const end = Buffer.alloc(8)
    end.writeUInt32LE(text.length, 0)
    out.append(text)
    out.append(end)
    out.append(Buffer.from(MAGIC, 'latin1'))
    return footer
  }

  /** Records that did not come again later, in their order. */
  *#records(): Generator<Buffer> {
    for (let at = 0; at < this.#count; at += 1) {
      const place = this.#places[at]!
      if (place >= 0) yield this.#recordAt(place)
    }
  }

  #recordAt(place: number): Buffer {
    const head = this.#options.scratch.read(place, 1024)
    const size = sizeOf(head)
    return size <= head.length ? head.subarray(0, size) : this.#options.scratch.read(place, size)
  }

  #numberOf(language: string): number {
    const known = this.#languages.indexOf(language)
    return known >= 0 ? known : this.#languages.push(language) - 1
  }

  #slotOf(hash: number, record: Buffer): number {
    const mask = this.#slots.length - 1
    let slot = hash & mask
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const other = this.#slots[slot]! - 1
      if (this.#hashes[other] === hash && this.#places[other]! >= 0 && this.#recordAt(this.#places[other]!).equals(record)) break
    }
    return slot
  }

  #makeRoom(): void {
    const [places, hashes] = [new Float64Array(2 * this.#places.length), new Uint32Array(2 * this.#hashes.length)]
    places.set(this.#places)
    hashes.set(this.#hashes)
    this.#places = places
    this.#hashes = hashes
    this.#slots = new Uint32Array(2 * this.#slots.length)
    const mask = this.#slots.length - 1
    for (let at = 0; at < this.#count; at += 1) {
      if (places[at]! < 0) continue
      let slot = hashes[at]! & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#slots[slot] = at + 1
    }
  }
}
