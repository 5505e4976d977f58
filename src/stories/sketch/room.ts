/** Numbers of one block. */
const BLOCK = 1 << 16

/** Numbers of many sketches side by side: an array of a few numbers takes a hundred times its room when it has a block of its own. */
export class NumberRoom {
  #block = new Uint32Array(0)
  #used = 0

  /** Room for so many, all 0. */
  take(count: number): Uint32Array {
    if (this.#used + count > this.#block.length) {
      this.#block = new Uint32Array(Math.max(BLOCK, count))
      this.#used = 0
    }
    this.#used += count
    return this.#block.subarray(this.#used - count, this.#used)
  }
}
