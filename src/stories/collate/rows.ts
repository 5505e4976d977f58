import type { Beside } from '../align.ts'

/** Sentences that say the same in all versions: of each version its indexes, rising; none where it has no such sentence. */
export type Row = readonly (readonly number[])[]

/** An alignment of the base (a) with a version (b), by its number. */
export interface Column {
  readonly version: number
  readonly alignments: readonly Beside[]
}

/**
 * Rows of a story: sentences of the base that some version joins are one row; what the base has not stands in a row of its own, after what
 * stands before it in its version.
 * @param sentences of the base
 * @param versions of the story, the base among them
 */
export function rowsOf(base: number, sentences: number, columns: readonly Column[], versions: number): Row[] {
  const rowOf = joinedBy(columns, sentences)
  const count = sentences === 0 ? 0 : rowOf[sentences - 1]! + 1
  const rows: number[][][] = Array.from({ length: count }, () => Array.from({ length: versions }, () => []))
  for (let sentence = 0; sentence < sentences; sentence++) rows[rowOf[sentence]!]![base]!.push(sentence)
  /** Rows that stand after row i, or in front of all for -1. */
  const extra = new Map<number, number[][][]>()
  for (const { version, alignments } of columns) {
    let last = -1
    for (const { a, b } of alignments) {
      if (b.length === 0) continue
      if (a.length > 0) {
        last = rowOf[a[0]!]!
        rows[last]![version]!.push(...b)
        continue
      }
      const row: number[][] = Array.from({ length: versions }, () => [])
      row[version] = [...b]
      extra.set(last, [...(extra.get(last) ?? []), row])
    }
  }
  return [...(extra.get(-1) ?? []), ...rows.flatMap((row, at) => [row, ...(extra.get(at) ?? [])])]
}

/** The row of each sentence of the base: one for all that an alignment joins. */
function joinedBy(columns: readonly Column[], sentences: number): number[] {
  const goesOn = new Array<boolean>(sentences).fill(false)
  for (const { alignments } of columns)
    for (const { a, b } of alignments) if (b.length > 0) for (const sentence of a.slice(1)) goesOn[sentence] = true
  let row = -1
  return goesOn.map((on) => {
    if (!on) row += 1
    return row
  })
}
