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
  /** By size, as the sizes stand; without end where none came back. */
  #now: number[]
  #before: number[]
  /** The least of both, and of larger batches: which took longer had to wait. */
  #least: number[]
  #fit: Cost | undefined

  /** @param sizes of batches that are told apart, rising */
  constructor(sizes: readonly number[]) {
    this.#sizes = sizes
    this.#now = sizes.map(() => Number.POSITIVE_INFINITY)
    this.#before = [...this.#now]
    this.#least = [...this.#now]
  }

  add(texts: number, latency: number): void {
    const at = this.#indexOf(texts)
    // Per text where a batch is between two sizes, as it is at the end of a queue.
    const own = latency * (this.#sizes[at]! / texts)
    if (own >= this.#now[at]!) return
    this.#now[at] = own
    this.#conclude()
  }

  /** The largest size known, in texts; 1 when none is. */
  get largest(): number {
    return this.#sizes.findLast((_, at) => this.#isKnown(at)) ?? 1
  }

  /** A new stretch of time: what was before the last one is forgotten. */
  renew(): void {
    this.#before = this.#now
    this.#now = this.#sizes.map(() => Number.POSITIVE_INFINITY)
    this.#conclude()
  }

  /** Milliseconds that so many texts take alone, as far as known; more than 0. Without end while nothing is. */
  alone(texts: number): number {
    const at = this.#indexOf(texts)
    const known = this.#least[at]! * (texts / this.#sizes[at]!)
    // Of a size that was seldom sent, all may have waited: then the line says less.
    if (this.#fit !== undefined) return Math.max(LEAST, Math.min(known, this.#fit.request + this.#fit.text * texts))
    return known < Number.POSITIVE_INFINITY ? Math.max(LEAST, known) : this.#least[0]! * texts
  }

  /** Through the smallest and the largest batch known, as long as there were two; undefined before. */
  get fit(): Cost | undefined {
    return this.#fit
  }

  /** Whether batches of but one size came back lately: what a request costs beside its texts may have changed since. */
  get isOfOneSize(): boolean {
    return this.#sizes.filter((_, at) => this.#isKnown(at)).length < 2
  }

  #indexOf(texts: number): number {
    return Math.max(
      0,
      this.#sizes.findLastIndex((each) => each <= texts),
    )
  }

  #isKnown(at: number): boolean {
    return Math.min(this.#now[at]!, this.#before[at]!) < Number.POSITIVE_INFINITY
  }

  #conclude(): void {
    let least = Number.POSITIVE_INFINITY
    for (let at = this.#sizes.length - 1; at >= 0; at -= 1) {
      least = Math.min(least, this.#now[at]!, this.#before[at]!)
      this.#least[at] = least
    }
    const few = this.#sizes.findIndex((_, at) => this.#isKnown(at))
    const many = this.#sizes.findLastIndex((_, at) => this.#isKnown(at))
    if (few === many) return
    const [from, to] = [this.#least[few]!, this.#least[many]!]
    // A small one that took as long as a large one waited: that says nothing new.
    if (from === to && this.#fit !== undefined) return
    const text = Math.max(LEAST, (to - from) / (this.#sizes[many]! - this.#sizes[few]!))
    this.#fit = { text, request: Math.max(0, from - this.#sizes[few]! * text) }
  }
}
