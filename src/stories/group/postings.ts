import { Counts } from './counts.ts'

/** Of each feature the rows that have it, in two arrays: of a list for each feature, most of the memory would be the lists. */
export class Postings {
  /** One feature's rows after the other's, rising. */
  readonly rows: Uint32Array
  readonly #counts: Counts
  /** By a feature's slot: where its rows begin and end. The same, for one that is left out. */
  readonly #start: Uint32Array
  readonly #end: Uint32Array

  private constructor(counts: Counts, rows: readonly Uint32Array[], isKept: (slot: number) => boolean) {
    this.#counts = counts
    this.#start = new Uint32Array(counts.slots)
    const kept = new Uint8Array(counts.slots)
    let size = 0
    for (let slot = 0; slot < counts.slots; slot++) {
      this.#start[slot] = size
      if (!isKept(slot)) continue
      kept[slot] = 1
      size += counts.at(slot)
    }
    this.#end = this.#start.slice()
    this.rows = new Uint32Array(size)
    for (const [row, features] of rows.entries()) {
      for (const feature of features) {
        const slot = counts.slotOf(feature)
        if (kept[slot]) this.rows[this.#end[slot]!++] = row
      }
    }
  }

  /**
   * Of the rarest features, as many as that comparing each two rows of one is not more than `work`: the document-frequency cap of this corpus.
   * @param rows of distinct features each
   * @param drops whether the commonest are left out where it is more; else there is nothing then
   */
  static within(rows: readonly Uint32Array[], work: number, drops: boolean): Postings | undefined {
    const counts = new Counts()
    for (const features of rows) for (const feature of features) counts.add(feature)
    const { most, border } = capOf(work, counts, rows.length)
    if (most < rows.length && !drops) return undefined
    let spare = border
    return new Postings(counts, rows, (slot) => counts.at(slot) <= most || (counts.at(slot) === most + 1 && spare-- > 0))
  }

  has(feature: number): boolean {
    const slot = this.#counts.slotOf(feature)
    return this.#start[slot]! < this.#end[slot]!
  }

  /** Where its rows stand in `rows`, half-open. */
  rangeOf(feature: number): readonly [from: number, to: number] {
    const slot = this.#counts.slotOf(feature)
    return [this.#start[slot]!, this.#end[slot]!]
  }
}

/** The most rows that each feature may be in, and so many features that are in one row more: there are not too many of those with fewer. */
function capOf(work: number, counts: Counts, rows: number): { readonly most: number; readonly border: number } {
  /** How many features are in so many rows. */
  const features = new Uint32Array(rows + 1)
  for (let slot = 0; slot < counts.slots; slot++) features[counts.at(slot)]! += 1
  let left = work
  for (let count = 1; count <= rows; count++) {
    const all = features[count]! * count ** 2
    if (all > left) return { most: count - 1, border: Math.floor(left / count ** 2) }
    left -= all
  }
  return { most: rows, border: 0 }
}
