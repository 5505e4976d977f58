import type { Aligned } from '../../../article.ts'
import { doubtful } from '../../doubtful.ts'
import { type Beside, besideOf } from './sides.ts'

/** What stands side by side in all languages: the least that no alignment of any of them crosses. */
export interface Row {
  readonly source: readonly number[]
  /** One for each translation: its alignments in this row, in order. */
  readonly cells: readonly (readonly Beside[])[]
}

/** How an article lies beside its translations. */
export interface Laid {
  /** Of each translation. */
  readonly besides: readonly (readonly Beside[])[]
  readonly rows: readonly Row[]
}

export function layOut(article: Aligned): Laid {
  const besides = article.translations.map((translation, at) => besideOf(article, translation, at))
  return { besides, rows: rowsOf(article.segments.length, besides) }
}

/** Of each side, the article first: the index of the row that each of its sentences stands in. */
export function rowOfEach({ besides, rows }: Laid): readonly ReadonlyMap<number, number>[] {
  const sides = [undefined, ...besides].map(() => new Map<number, number>())
  for (const [at, { source, cells }] of rows.entries()) {
    for (const index of source) sides[0]!.set(index, at)
    for (const [side, cell] of cells.entries()) for (const { target } of cell) for (const index of target) sides[side + 1]!.set(index, at)
  }
  return sides
}

/**
 * One grid of the alignments of all translations: sentences that one of them has together stand in one row.
 * @param count sentences of the article
 * @returns in the order of the article; what only a translation has comes after what stands before it there
 */
function rowsOf(count: number, translations: readonly (readonly Beside[])[]): readonly Row[] {
  const group = groups(count, translations)
  const rows = new Map<string, { source: number[]; cells: Beside[][] }>()
  const places: { key: string; at: number; order: number }[] = []
  const rowAt = (key: string, at: number, order: number) => {
    const known = rows.get(key)
    if (known !== undefined) return known
    const made = { source: [], cells: translations.map(() => []) }
    rows.set(key, made)
    places.push({ key, at, order })
    return made
  }
  for (let index = 0; index < count; index += 1) rowAt(`${group[index]}`, group[index]!, 0).source.push(index)
  for (const [at, besides] of translations.entries()) {
    let last = -1
    for (const beside of besides) {
      const first = beside.source[0]
      // Alone in a translation: its row stands after that of the sentence before it.
      const row = first === undefined ? rowAt(`after ${last}`, last, 1) : rowAt(`${group[first]}`, group[first]!, 0)
      row.cells[at]!.push(beside)
      if (first !== undefined) last = group[first]!
    }
  }
  return places.sort((a, b) => a.at - b.at || a.order - b.order).map(({ key }) => rows.get(key)!)
}

/** Of each sentence: the first one that it stands in a row with. */
function groups(count: number, translations: readonly (readonly Beside[])[]): readonly number[] {
  const parent = Array.from({ length: count }, (_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (parent[root] !== root) root = parent[root]!
    parent[index] = root
    return root
  }
  for (const besides of translations) {
    for (const { source } of besides) {
      for (const other of source.slice(1)) {
        const [a, b] = [rootOf(source[0]!), rootOf(other)]
        parent[Math.max(a, b)] = Math.min(a, b)
      }
    }
  }
  return parent.map((_, index) => rootOf(index))
}

/** Whether nothing in the row has anything beside it, in no translation. */
export function isAlone({ source, cells }: Row): boolean {
  return (
    cells.length > 0 &&
    cells.every((cell) => cell.every(({ target, score }) => score !== undefined && (source.length === 0 || target.length === 0)))
  )
}

/** Whether a person should look at an alignment of the row. */
export function isDoubtful({ cells }: Row): boolean {
  return cells.some((cell) => cell.some(doubtful))
}
