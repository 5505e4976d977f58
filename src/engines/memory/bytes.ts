/** Bytes that are appended and read back, in a file or in memory. */
import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { FileError, messageOf } from '../../errors.ts'

export interface Bytes {
  /** Path of the file, for messages. */
  readonly name: string
  readonly size: number
  append(bytes: Uint8Array): void
  /** Bytes from `at` on, fewer at the end. They stay as they are until the next `read`. */
  read(at: number, length: number): Buffer
  close(): void
}

/** So many bytes are held back, and written at once. */
const WRITE = 1 << 20

export class FileBytes implements Bytes {
  readonly name: string
  readonly #file: number
  #buffer = Buffer.from(new ArrayBuffer(1 << 14))
  /** What was not written yet. */
  #held = Buffer.allocUnsafe(0)
  #waiting = 0
  #written: number

  /** @param flags of `open`: 'r' for what is there, 'w+' for a new one. @throws FileError when it cannot be opened */
  constructor(name: string, flags: 'r' | 'w+', size = 0) {
    this.name = name
    this.#written = size
    this.#file = attempt(name, () => openSync(name, flags))
  }

  get size(): number {
    return this.#written + this.#waiting
  }

  append(bytes: Uint8Array): void {
    if (this.#held.length === 0) this.#held = Buffer.allocUnsafe(WRITE)
    if (this.#waiting + bytes.length > WRITE) this.#flush()
    if (bytes.length > WRITE) this.#write(bytes)
    else {
      this.#held.set(bytes, this.#waiting)
      this.#waiting += bytes.length
    }
  }

  read(at: number, length: number): Buffer {
    if (at + length > this.#written && this.#waiting > 0) this.#flush()
    if (length > this.#buffer.length) this.#buffer = Buffer.from(new ArrayBuffer(length))
    return this.#buffer.subarray(0, readSync(this.#file, this.#buffer, 0, length, at))
  }

  close(): void {
    this.#flush()
    closeSync(this.#file)
  }

  #flush(): void {
    const waiting = this.#held.subarray(0, this.#waiting)
    this.#waiting = 0
    this.#write(waiting)
  }

  #write(bytes: Uint8Array): void {
    let done = 0
    while (done < bytes.length)
      done += attempt(this.name, () => writeSync(this.#file, bytes, done, bytes.length - done, this.#written + done))
    this.#written += bytes.length
  }
}

function attempt<T>(name: string, act: () => T): T {
  try {
    return act()
  } catch (thrown) {
    throw new FileError(name, 0, messageOf(thrown), 0, { cause: thrown })
  }
}

export class MemoryBytes implements Bytes {
  readonly name = 'memory'
  size = 0
  #buffer = Buffer.from(new ArrayBuffer(1 << 12))

  append(bytes: Uint8Array): void {
    if (this.size + bytes.length > this.#buffer.length) {
      const larger = Buffer.from(new ArrayBuffer(Math.max(2 * this.#buffer.length, this.size + bytes.length)))
      larger.set(this.#buffer.subarray(0, this.size))
      this.#buffer = larger
    }
    this.#buffer.set(bytes, this.size)
    this.size += bytes.length
  }

  read(at: number, length: number): Buffer {
    return this.#buffer.subarray(at, Math.min(this.size, at + length))
  }

  close(): void {}
}

/** The numbers in `bytes`, which stand at a multiple of four bytes. */
export function numbersIn(bytes: Buffer): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2)
}

export function bytesOf(numbers: Uint32Array | BigUint64Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}
