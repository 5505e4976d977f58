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
  /** Share of the longest n-grams of its own text that speak for a language, by language; 0 where the script alone decides. */
  readonly familiar: readonly number[]
  /** Weights of the log-odds that a text is in a language at all; see `senseFeatures`. */
  readonly sense: readonly number[]
}

/** A linear model over n-grams: what each says for the languages it speaks for; it says nothing of the others. */
export interface Model extends ModelHeader {
  /** Sorted. */
  readonly keys: Uint32Array
  /** Where the keys with the same high bits start. */
  readonly buckets: Uint32Array
  /** Where each n-gram's postings start; one more than there are n-grams. */
  readonly starts: Uint32Array
  /** A language's number, and above it the code of its weight: `code << 8 | number`. */
  readonly entries: Uint16Array
  /** By code. */
  readonly levels: Float64Array
}

const BUCKET_BITS = 18

/** Unpacks a model: header length (4 bytes), header (JSON), gaps between keys (LEB128), postings a key, languages, weight codes. */
export function unpackModel(packed: Uint8Array): Model {
  const bytes = brotliDecompressSync(packed)
  const headerEnd = 4 + bytes.readUInt32LE(0)
  const header = JSON.parse(bytes.toString('utf8', 4, headerEnd)) as ModelHeader
  const { ngrams, postings } = header
  const keys = new Uint32Array(ngrams)
  let at = headerEnd
  let key = 0
  for (let index = 0; index < ngrams; index++) {
    let shift = 0
    let byte: number
    do {
      byte = bytes[at++]!
      key += (byte & 0x7f) << shift
      shift += 7
    } while (byte >= 0x80)
    keys[index] = key
  }
  const starts = new Uint32Array(ngrams + 1)
  for (let index = 0; index < ngrams; index++) starts[index + 1] = starts[index]! + bytes[at++]!
  const entries = new Uint16Array(postings)
  for (let index = 0; index < postings; index++) entries[index] = bytes[at + index]! | (bytes[at + postings + index]! << 8)
  return {
    ...header,
    keys,
    buckets: bucketsOf(keys),
    starts,
    entries,
    levels: Float64Array.from(header.weights),
  }
}

function bucketsOf(keys: Uint32Array): Uint32Array {
  const buckets = new Uint32Array((1 << BUCKET_BITS) + 1)
  let index = 0
  for (let bucket = 0; bucket < buckets.length; bucket++) {
    while (index < keys.length && keys[index]! >>> (KEY_BITS - BUCKET_BITS) < bucket) index++
    buckets[bucket] = index
  }
  return buckets
}

/** Index of an n-gram, or -1. */
export function findNgram({ keys, buckets }: Pick<Model, 'keys' | 'buckets'>, key: number): number {
  const bucket = key >>> (KEY_BITS - BUCKET_BITS)
  const end = buckets[bucket + 1]!
  for (let index = buckets[bucket]!; index < end; index++) {
    if (keys[index] === key) return index
  }
  return -1
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
