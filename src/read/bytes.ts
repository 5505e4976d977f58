/** A stream of bytes, taken a line or a number of bytes at a time. */
export class Bytes {
  readonly #chunks: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(bytes: AsyncIterable<Buffer>) {
    this.#chunks = bytes[Symbol.asyncIterator]()
  }

  /** Without its line end; undefined at the end. Of a line that is longer than `most` bytes the rest comes as the next one. */
  async line(most = 64 * 1024): Promise<string | undefined> {
    let from = 0
    for (;;) {
      const end = this.#rest.indexOf(10, from)
      if (end >= 0 && end <= most)
        return this.#take(end + 1)
          .toString('latin1')
          .replace(/\r?\n$/, '')
      if (this.#rest.length > most) return this.#take(most).toString('latin1')
      from = this.#rest.length
      if (!(await this.#more())) return this.#rest.length === 0 ? undefined : this.#take(this.#rest.length).toString('latin1')
    }
  }

  /** Fewer than `length` at the end. */
  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = []
    let size = 0
    while (size < length && (this.#rest.length > 0 || (await this.#more()))) {
      const part = this.#take(Math.min(length - size, this.#rest.length))
      parts.push(part)
      size += part.length
    }
    return Buffer.concat(parts)
  }

  /** @returns how many there were */
  async skip(length: number): Promise<number> {
    let size = 0
    while (size < length && (this.#rest.length > 0 || (await this.#more())))
      size += this.#take(Math.min(length - size, this.#rest.length)).length
    return size
  }

  #take(length: number): Buffer {
    const part = this.#rest.subarray(0, length)
    this.#rest = this.#rest.subarray(length)
    return part
  }

  async #more(): Promise<boolean> {
    const next = await this.#chunks.next()
    if (next.done) return false
    this.#rest = this.#rest.length === 0 ? next.value : Buffer.concat([this.#rest, next.value])
    return true
  }
}
