/** Which articles hold which spelling, for a judgement to say how many articles it concerns. */
import type { Spool } from './spool.ts'

/** Pairs sorted at a time: 4 bytes each are held. */
const AT_ONCE = 4 << 20
/** Bytes of a pair. */
const PAIR = 8
/** Pairs read at a time. */
const READ = 1 << 15

export class Holders {
  readonly #spool: Spool
  readonly #atOnce: number
  #pairs = Buffer.alloc(0)
  #filled = 0

  /** @param atOnce pairs sorted at a time, about */
  constructor(spool: Spool, atOnce = AT_ONCE) {
    this.#spool = spool
    this.#atOnce = atOnce
  }

  /** @param article as a number below 2³² */
  add(spelling: number, article: number): void {
    if (this.#filled === this.#pairs.length) this.#flush()
    this.#pairs.writeUInt32LE(spelling, this.#filled)
    this.#pairs.writeUInt32LE(article, this.#filled + 4)
    this.#filled += PAIR
  }

  #flush(): void {
    if (this.#filled > 0) this.#spool.add(this.#pairs.subarray(0, this.#filled))
    this.#pairs = Buffer.alloc(READ * PAIR)
    this.#filled = 0
  }

  /**
   * The articles of each spelling, in the order given. Of many pairs a part is sorted at a time, all being read for each (counting sort).
   * @param order numbers of spellings
   * @param countOf how many articles hold a spelling
   */
  *sorted(order: readonly number[], countOf: (spelling: number) => number): Generator<Uint32Array> {
    this.#flush()
    this.#spool.flush()
    for (let first = 0; first < order.length; ) {
      const next = new Map<number, number>()
      const ends: number[] = []
      let sum = 0
      let last = first
      for (; last < order.length && (last === first || sum + countOf(order[last]!) <= this.#atOnce); last++) {
        next.set(order[last]!, sum)
        sum += countOf(order[last]!)
        ends.push(sum)
      }
      const articles = new Uint32Array(sum)
      for (let offset = 0; offset < this.#spool.size; offset += READ * PAIR) {
        const bytes = this.#spool.read(offset, READ * PAIR)
        for (let at = 0; at < bytes.length; at += PAIR) {
          const spelling = bytes.readUInt32LE(at)
          const place = next.get(spelling)
          if (place === undefined) continue
          articles[place] = bytes.readUInt32LE(at + 4)
          next.set(spelling, place + 1)
        }
      }
      for (const [at, end] of ends.entries()) yield articles.subarray(ends[at - 1] ?? 0, end)
      first = last
    }
  }
}
