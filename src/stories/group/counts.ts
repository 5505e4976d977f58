/** How often each of many 32-bit keys was seen, in an open-addressing table: 8 bytes a slot. */
export class Counts {
  #keys = new Uint32Array(1 << 12)
  #counts = new Uint32Array(1 << 12)
  #size = 0

  add(key: number): void {
    const slot = this.slotOf(key)
    if (this.#counts[slot] === 0) {
      this.#keys[slot] = key
      this.#size += 1
    }
    this.#counts[slot]! += 1
    if (this.#size * 2 > this.#keys.length) this.#grow()
  }

  of(key: number): number {
    return this.#counts[this.slotOf(key)]!
  }

  /** How many there are, free ones included: it grows when keys are added. */
  get slots(): number {
    return this.#keys.length
  }

  /** How often the key in the slot was seen; 0 in a free one. */
  at(slot: number): number {
    return this.#counts[slot]!
  }

  /** Of the key, or of the free slot where it would be put. */
  slotOf(key: number): number {
    const mask = this.#keys.length - 1
    let slot = (Math.imul(key, 0x9e3779b1) >>> 6) & mask
    while (this.#counts[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    const [keys, counts] = [this.#keys, this.#counts]
    this.#keys = new Uint32Array(keys.length * 2)
    this.#counts = new Uint32Array(keys.length * 2)
    for (let at = 0; at < keys.length; at++) {
      if (counts[at] === 0) continue
      const slot = this.slotOf(keys[at]!)
      this.#keys[slot] = keys[at]!
      this.#counts[slot] = counts[at]!
    }
  }
}
