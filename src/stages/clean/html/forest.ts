/**
 * models/pages.json: what `scripts/train-pages` learned.
 */
import { readFileSync } from 'node:fs'
import type { ClassWords } from './landmarks.ts'

/** Node by node: the feature to look at (−1: a leaf), the value up to which it goes left, or the leaf's own; where left and right are. */
export interface Tree {
  readonly feature: readonly number[]
  readonly threshold: readonly number[]
  readonly left: readonly number[]
  readonly right: readonly number[]
}

/** Trees whose leaves add up to log-odds. */
export interface Forest {
  readonly base: number
  readonly trees: readonly Tree[]
}

export interface PageModel {
  readonly words: ClassWords
  /** Looks at a block alone, and with what the first look made of the others. */
  readonly first: Forest
  readonly second: Forest
}

let model: PageModel | undefined

export function pageModel(): PageModel {
  model ??= unpack(JSON.parse(readFileSync(new URL('../../../../models/pages.json', import.meta.url), 'utf8')))
  return model
}

export function packModel({ words, first, second }: PageModel): string {
  return `{"words": ${JSON.stringify(Object.fromEntries(words))},\n"first": ${packForest(first)},\n"second": ${packForest(second)}}\n`
}

/** A line a tree. */
export function packForest({ base, trees }: Forest): string {
  return `{"base": ${base}, "trees": [\n${trees.map((tree) => JSON.stringify(tree)).join(',\n')}\n]}`
}

function unpack(json: { words: Record<string, number>; first: Forest; second: Forest }): PageModel {
  return { ...json, words: new Map(Object.entries(json.words)) }
}

/** The log-odds of each row. */
export function logitsOf({ base, trees }: Forest, { rows, width }: { readonly rows: Float32Array; readonly width: number }): Float64Array {
  const logits = new Float64Array(rows.length / width).fill(base)
  for (const { feature, threshold, left, right } of trees) {
    for (let row = 0, at = 0; row < logits.length; row += 1, at += width) {
      let node = 0
      while (feature[node]! >= 0) node = rows[at + feature[node]!]! <= threshold[node]! ? left[node]! : right[node]!
      logits[row]! += threshold[node]!
    }
  }
  return logits
}
