/** Lists that grow, and copies of them that threads share. */

const START = 1024
const CHUNK_BITS = 18
const CHUNK = 1 << CHUNK_BITS

/** Unsigned numbers of 32 bits, in chunks: growing copies none of them. */
export class Numbers {
  readonly #chunks: Uint32Array[] = []
  length = 0

  push(value: number): void {
    const at = this.length++ & (CHUNK - 1)
    if (at === 0) this.#chunks.push(new Uint32Array(CHUNK))
    this.#chunks.at(-1)![at] = value
  }

  at(index: number): number {
    return this.#chunks[index >>> CHUNK_BITS]![index & (CHUNK - 1)]!
  }

  set(index: number, value: number): void {
    this.#chunks[index >>> CHUNK_BITS]![index & (CHUNK - 1)] = value
  }

  share(): Uint32Array {
    const copy = sharedNumbers(this.length)
    for (const [at, chunk] of this.#chunks.entries()) copy.set(chunk.subarray(0, Math.min(CHUNK, this.length - at * CHUNK)), at * CHUNK)
    return copy
  }
}

/** Text in UTF-8. */
export class Bytes {
  #bytes = Buffer.alloc(START)
  length = 0

  push(text: string): void {
    // A UTF-16 unit takes three bytes at most.
    const most = this.length + text.length * 3
    if (most > this.#bytes.length) {
      const room = Buffer.alloc(most * 2)
      room.set(this.#bytes.subarray(0, this.length))
      this.#bytes = room
    }
    this.length += this.#bytes.write(text, this.length)
  }

  text(start: number, end: number): string {
    return this.#bytes.toString('utf8', start, end)
  }

  share(): Uint8Array {
    const copy = sharedBytes(this.length)
    copy.set(this.#bytes.subarray(0, this.length))
    return copy
  }
}

/** Text in UTF-16. */
export class Units {
  #units = new Uint16Array(START)
  length = 0

  push(text: string): void {
    if (this.length + text.length > this.#units.length) {
      const room = new Uint16Array((this.length + text.length) * 2)
      room.set(this.#units)
      this.#units = room
    }
    for (let at = 0; at < text.length; at++) this.#units[this.length++] = text.charCodeAt(at)
  }

  get units(): Uint16Array {
    return this.#units
  }

  share(): Uint16Array {
    const copy = new Uint16Array(new SharedArrayBuffer(this.length * 2))
    copy.set(this.#units.subarray(0, this.length))
    return copy
  }
}

export function sharedBytes(length: number): Uint8Array {
  return new Uint8Array(new SharedArrayBuffer(length))
}

export function sharedNumbers(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(length * 4))
}
