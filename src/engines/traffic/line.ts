/** Milliseconds: of a request, and of each text in it. */
export interface Cost {
  readonly request: number
  readonly text: number
}

/** No text takes less, milliseconds. */
const LEAST = 0.01

/** What a batch takes when nothing waits before it: the least that one of its size took, in this stretch of time and the one before. */
export class Line {
  readonly #sizes: readonly number[]
  #now = new Map<number, number>()
  #before = new Map<number, number>()

  /** @param sizes of batches that are told apart, rising */
  constructor(sizes: readonly number[]) {
    this.#sizes = sizes
  }

  add(texts: number, latency: number): void {
    const size = this.#sizes.findLast((each) => each <= texts) ?? texts
    // Per text where a batch is between two sizes, as it is at the end of a queue.
    const own = latency * (size / texts)
    this.#now.set(size, Math.min(own, this.#now.get(size) ?? own))
  }

  /** The largest size known, in texts; 1 when none is. */
  get largest(): number {
    return Math.max(1, ...this.#now.keys(), ...this.#before.keys())
  }

  /** A new stretch of time: what was before the last one is forgotten. */
  renew(): void {
    this.#before = this.#now
    this.#now = new Map()
  }

  /** Milliseconds that so many texts take alone, as far as known; more than 0. */
  alone(texts: number): number {
    const size = this.#sizes.findLast((each) => each <= texts) ?? texts
    const known = this.#least(size)
    if (known !== undefined) return Math.max(LEAST, known * (texts / size))
    const line = this.fit()
    return line === undefined ? Math.max(LEAST, ...this.#now.values()) : line.request + line.text * texts
  }

  /** Through the smallest and the largest batch known; undefined when there was but one size. */
  fit(): Cost | undefined {
    const known = this.#sizes.filter((size) => this.#least(size) !== undefined)
    const [few, many] = [known[0], known.at(-1)]
    if (few === undefined || many === undefined || few === many) return undefined
    const text = Math.max(LEAST, (this.#least(many)! - this.#least(few)!) / (many - few))
    return { text, request: Math.max(0, this.#least(few)! - few * text) }
  }

  #least(size: number): number | undefined {
    const [now, before] = [this.#now.get(size), this.#before.get(size)]
    return now === undefined ? before : Math.min(now, before ?? now)
  }
}
