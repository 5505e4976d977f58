/** Answers kept; when there are more, all are forgotten. */
const REMEMBERED = 200_000

/** Remembers a number for each pair of words: a text compares the same few again and again. Looks up both words as they are, and joins none. */
export class Pairs {
  readonly #answers = new Map<string, Map<string, number>>()
  #size = 0

  of(a: string, b: string, answer: () => number): number {
    let row = this.#answers.get(a)
    let known = row?.get(b)
    if (known !== undefined) return known
    known = answer()
    if (this.#size++ >= REMEMBERED) {
      this.#answers.clear()
      this.#size = 1
      row = undefined
    }
    if (row === undefined) {
      row = new Map()
      this.#answers.set(a, row)
    }
    row.set(b, known)
    return known
  }
}
