import { brotliCompressSync, constants } from 'node:zlib'
import type { ModelHeader } from '../../src/stages/detect/model.ts'
import { LONGEST } from '../../src/stages/detect/ngrams.ts'
import type { Weights } from './count.ts'

/** Values that a weight may take in the file. */
const LEVELS = 16
/** Weights smaller than this are left out; the middle one is 0.6. */
const LEAST = 0.1

/** The model as one file, in the layout that `unpackModel` reads. */
export function packModel(
  parts: readonly Weights[],
  singles: ReadonlyMap<string, string>,
  calibration: ModelHeader['calibration'],
): Buffer {
  const languages = [...new Set([...parts.flatMap(({ tags }) => tags), ...singles.values()])]
  const inScript: Record<string, number[]> = {}
  for (const { script, tags } of parts) inScript[script] = tags.map((tag) => languages.indexOf(tag))
  for (const [script, tag] of singles) inScript[script] = [languages.indexOf(tag)]

  const kept = parts.flatMap((part) => {
    const numbers = inScript[part.script]!
    return Array.from(part.keys, (key, ngram) => {
      const values = new Float32Array(part.tags.length)
      for (let posting = part.starts[ngram]!; posting < part.starts[ngram + 1]!; posting++)
        values[part.languages[posting]!] = part.values[posting]!
      const relative = part.orders[ngram]! < LONGEST ? centred(values) : values
      return {
        key,
        postings: Array.from(relative, (value, tag) => ({ language: numbers[tag]!, value })).filter(
          ({ value }) => Math.abs(value) >= LEAST,
        ),
      }
    })
  })
  const entries = kept.filter(({ postings }) => postings.length > 0).sort((a, b) => a.key - b.key)
  const merged = mergeEqual(entries)
  const postings = merged.flatMap((entry) => entry.postings)
  const weights = levelsOf(Float32Array.from(postings, ({ value }) => value).sort())
  const header: ModelHeader = { languages, scripts: inScript, weights, ngrams: merged.length, postings: postings.length, calibration }
  const json = Buffer.from(JSON.stringify(header))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(json.length)
  const raw = Buffer.concat([
    length,
    json,
    Buffer.from(merged.flatMap(({ key }, index) => leb128(key - (merged[index - 1]?.key ?? 0)))),
    Buffer.from(merged.map((entry) => entry.postings.length)),
    Buffer.from(postings.map(({ language }) => language)),
    Buffer.from(postings.map(({ value }) => nearest(weights, value))),
  ])
  return brotliCompressSync(raw, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length },
  })
}

/**
 * What all languages have in common says nothing: the values less their median, where that leaves fewer to keep. Not for the longest
 * n-grams, which also count as known or unknown.
 */
function centred(values: Float32Array): Float32Array {
  const median = values.slice().sort()[values.length >> 1]!
  const kept = (list: Float32Array): number => list.filter((value) => Math.abs(value) >= LEAST).length
  const relative = values.map((value) => value - median)
  return kept(relative) < kept(values) ? relative : values
}

interface Entry {
  readonly key: number
  readonly postings: readonly { language: number; value: number }[]
}

/** Two scripts' n-grams that share a key become one entry: no text is scored for both. */
function mergeEqual(entries: readonly Entry[]): Entry[] {
  const merged: Entry[] = []
  for (const entry of entries) {
    const last = merged.at(-1)
    if (last?.key === entry.key) merged[merged.length - 1] = { key: entry.key, postings: [...last.postings, ...entry.postings] }
    else merged.push(entry)
  }
  return merged
}

function leb128(number: number): number[] {
  const bytes: number[] = []
  for (let rest = number; ; rest >>>= 7) {
    if (rest < 0x80) return [...bytes, rest]
    bytes.push((rest & 0x7f) | 0x80)
  }
}

/** The levels that lose least in rounding sorted `values` (Lloyd 1982), started at equal shares of the values. */
function levelsOf(values: Float32Array): number[] {
  let levels = Array.from({ length: LEVELS }, (_, level) => values[Math.floor(((level + 0.5) * values.length) / LEVELS)]!)
  for (let round = 0; round < 20; round++) {
    const sums = new Float64Array(LEVELS)
    const counts = new Float64Array(LEVELS)
    let level = 0
    for (const value of values) {
      while (level + 1 < LEVELS && Math.abs(levels[level + 1]! - value) <= Math.abs(levels[level]! - value)) level++
      sums[level]! += value
      counts[level]!++
    }
    levels = levels.map((value, index) => (counts[index]! > 0 ? sums[index]! / counts[index]! : value))
  }
  return levels.map((value) => Number(value.toFixed(4)))
}

function nearest(levels: readonly number[], value: number): number {
  let best = 0
  for (let level = 1; level < levels.length; level++) {
    if (Math.abs(levels[level]! - value) < Math.abs(levels[best]! - value)) best = level
  }
  return best
}
