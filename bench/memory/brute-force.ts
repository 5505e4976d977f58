import { Tokens } from '../../src/engines/memory/tokens.ts'

/** Texts as their tokens, one after the other: what is compared with every one of them. The whole matrix, as in the textbook. */
export class BruteForce {
  readonly #tokens = new Tokens()
  #hashes = new Uint32Array(1024)
  readonly #ends: number[] = [0]

  add(text: string): void {
    const { count, hashes } = this.#tokens.read(text)
    const end = this.#ends.at(-1)! + count
    if (end > this.#hashes.length) {
      const larger = new Uint32Array(2 * end)
      larger.set(this.#hashes)
      this.#hashes = larger
    }
    this.#hashes.set(hashes.subarray(0, count), end - count)
    this.#ends.push(end)
  }

  /** The similarity of the text most like `text`, if it is `least` at the least. */
  best(text: string, least: number): number | undefined {
    const { count, hashes } = this.#tokens.read(text)
    let best: number | undefined
    for (let at = 1; at < this.#ends.length; at += 1) {
      const [start, end] = [this.#ends[at - 1]!, this.#ends[at]!]
      const longer = Math.max(count, end - start)
      // So different in length, they cannot be as much alike.
      if (Math.abs(count - (end - start)) > (1 - (best ?? least)) * longer + 1e-9) continue
      const similarity = longer === 0 ? 1 : 1 - levenshtein(hashes, count, this.#hashes, start, end) / longer
      if (similarity >= (best ?? least) - 1e-9) best = similarity
    }
    return best
  }
}

const row = new Uint16Array(1024)

function levenshtein(a: Uint32Array, count: number, b: Uint32Array, start: number, end: number): number {
  const width = end - start
  for (let at = 0; at <= width; at += 1) row[at] = at
  for (let i = 0; i < count; i += 1) {
    let diagonal = row[0]!
    row[0] = i + 1
    for (let j = 0; j < width; j += 1) {
      const above = row[j + 1]!
      const changed = diagonal + (a[i] === b[start + j] ? 0 : 1)
      const other = Math.min(above, row[j]!) + 1
      row[j + 1] = Math.min(changed, other)
      diagonal = above
    }
  }
  return row[width]!
}
