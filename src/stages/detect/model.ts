import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import type { Language } from '../../article.ts'
import { type Letters, scripts } from './letters.ts'
import { KEY_BITS } from './ngrams.ts'

/** What the model file says besides its weights. */
export interface ModelHeader {
  /** A language's number is its index. */
  readonly languages: readonly Language[]
  /** Numbers of the languages written in each script. */
  readonly scripts: Readonly<Record<string, readonly number[]>>
  /** The weights that the codes of postings stand for. */
  readonly weights: readonly number[]
  /** How many n-grams and postings follow. */
  readonly ngrams: number
  readonly postings: number
  readonly calibration: Calibration
}

/** Fitted on text held back from training; see scripts/train-detect. */
export interface Calibration {
  /** Scores are multiplied by `scale * letters ** power` before they become chances. */
  readonly scale: number
  readonly power: number
  /** What is added to the log-odds of each language, in nats; only close languages have some, which each other's texts would crowd out. */
  readonly prior: readonly number[]
  /** Share of the longest n-grams of its own text that speak for a language, by language; 0 where the script alone decides. */
  readonly familiar: readonly number[]
  /** Weights of the log-odds that a text is in a language at all; see `senseFeatures`. */
  readonly sense: readonly number[]
}

/** A linear model over n-grams: what each says for the languages it speaks for; it says nothing of the others. */
export interface Model extends ModelHeader {
  /**
   * Two numbers for each n-gram, side by side because memory is what takes the time: its key, rising; and where its entries start,
   * shifted left by `COUNT_BITS`, with their count below.
   */
  readonly index: Uint32Array
  /** Where in `index` the keys with the same high bits start. */
  readonly buckets: Uint32Array
  /** A language's number in the low byte; above it the weight, in steps of `WEIGHT_STEP`, with its sign. */
  readonly entries: Int16Array
}

/** Weights are added up as whole numbers of this: quicker than fractions, and the same sum in any order. */
export const WEIGHT_STEP = 1 / 32

/** Bits of the number of entries of one n-gram: no script has 128 languages. */
export const COUNT_BITS = 7
export const COUNT_MASK = (1 << COUNT_BITS) - 1

const BUCKET_BITS = 18

/** Unpacks a model: header length (4 bytes), header (JSON), gaps between keys (LEB128), postings a key, languages, weight codes. */
export function unpackModel(packed: Uint8Array): Model {
  const bytes = brotliDecompressSync(packed)
  const headerEnd = 4 + bytes.readUInt32LE(0)
  const header = JSON.parse(bytes.toString('utf8', 4, headerEnd)) as ModelHeader
  const { ngrams, postings } = header
  const index = new Uint32Array(2 * ngrams)
  let at = headerEnd
  let key = 0
  for (let ngram = 0; ngram < ngrams; ngram++) {
    let shift = 0
    let byte: number
    do {
      byte = bytes[at++]!
      key += (byte & 0x7f) << shift
      shift += 7
    } while (byte >= 0x80)
    index[2 * ngram] = key
  }
  let start = 0
  for (let ngram = 0; ngram < ngrams; ngram++) {
    const count = bytes[at++]!
    index[2 * ngram + 1] = (start << COUNT_BITS) | count
    start += count
  }
  const steps = header.weights.map((weight) => Math.max(-128, Math.min(127, Math.round(weight / WEIGHT_STEP))))
  const entries = new Int16Array(postings)
  for (let entry = 0; entry < postings; entry++) entries[entry] = bytes[at + entry]! | (steps[bytes[at + postings + entry]!]! << 8)
  return { ...header, index, buckets: bucketsOf(index), entries }
}

function bucketsOf(index: Uint32Array): Uint32Array {
  const buckets = new Uint32Array((1 << BUCKET_BITS) + 1)
  let at = 0
  for (let bucket = 0; bucket < buckets.length; bucket++) {
    while (at < index.length && index[at]! >>> (KEY_BITS - BUCKET_BITS) < bucket) at += 2
    buckets[bucket] = at
  }
  return buckets
}

/**
 * Where the entries of n-grams start, and their count, as in `Model.index`, of the first `count` of `keys`, into `found`; 0 where the model does not have
 * one. Each look goes to memory that is far away: those of many n-grams wait side by side, as none depends on the one before.
 */
export function findEntries({ index, buckets }: Model, keys: Uint32Array, count: number, found: Uint32Array): void {
  for (let ngram = 0; ngram < count; ngram++) found[ngram] = buckets[keys[ngram]! >>> (KEY_BITS - BUCKET_BITS)]!
  for (let ngram = 0; ngram < count; ngram++) {
    const key = keys[ngram]!
    const end = buckets[(key >>> (KEY_BITS - BUCKET_BITS)) + 1]!
    let at = found[ngram]!
    while (at < end && index[at] !== key) at += 2
    found[ngram] = at < end ? index[at + 1]! : 0
  }
}

/** Numbers of the languages that the text's script leaves open; none when the model has no language in it. */
export function languagesIn(model: Model, { script }: Letters): readonly number[] {
  return model.scripts[scripts[script]!] ?? []
}

let loaded: Model | undefined

/** The model that ships with the package, read when first asked for. */
export function shippedModel(): Model {
  loaded ??= unpackModel(readFileSync(new URL('../../../models/detect.bin', import.meta.url)))
  return loaded
}
