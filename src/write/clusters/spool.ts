/** What is too much to hold while articles come: it waits in a file. Synchronous: a promise a mention would cost more than the mention. */
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'

/** Bytes held back before they are written. */
const BUFFER = 1 << 18

/** Bytes one after the other, to be read again at any place. */
export class Spool {
  readonly #path: string
  readonly #file: number
  #held: Buffer[] = []
  #heldBytes = 0
  #written = 0

  constructor(path: string) {
    this.#path = path
    this.#file = openSync(path, 'w+')
  }

  /** Bytes so far. */
  get size(): number {
    return this.#written + this.#heldBytes
  }

  /** @returns where it begins */
  add(bytes: Buffer): number {
    const offset = this.size
    this.#held.push(bytes)
    this.#heldBytes += bytes.length
    if (this.#heldBytes >= BUFFER) this.flush()
    return offset
  }

  flush(): void {
    const all = Buffer.concat(this.#held)
    this.#held = []
    this.#heldBytes = 0
    for (let done = 0; done < all.length; ) done += writeSync(this.#file, all, done)
    this.#written += all.length
  }

  /** What was flushed. */
  read(offset: number, length: number): Buffer {
    return readAt(this.#file, offset, length)
  }

  /** @param keep whether the file stays */
  close(keep: boolean): void {
    if (keep) this.flush()
    closeSync(this.#file)
    if (!keep) rmSync(this.#path, { force: true })
  }
}

/** Bytes of an open file; fewer where it ends. */
export function readAt(file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  let done = 0
  for (let read = -1; done < length && read !== 0; done += read) read = readSync(file, bytes, done, length - done, offset + done)
  return bytes.subarray(0, done)
}
