/**
 * A model for the built-in engine with random weights: the shape, the number formats and the files of Mozilla's models, so that the real
 * WebAssembly engine loads it and takes as long over a text. What it says makes no sense, but comes from the words of the text alone.
 *
 * usage: npx jiti scripts/toy-bergamot/index.ts FOLDER [tiny|base-memory|base|small] [SEED]
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { marianFile, type Weights } from './marian.ts'
import { vocabularyFile } from './sentencepiece.ts'

export interface Shape {
  /** Width of a vector: a multiple of 64. */
  readonly width: number
  readonly inner: number
  readonly encoders: number
  readonly decoders: number
  /** Pieces of the vocabulary, at least: filled up with words that no text has. @defaultValue as many as there are words */
  readonly pieces?: number
}

/** Those of Mozilla's, and a small one for tests: 300 kB, loaded in milliseconds. */
export const shapes = {
  tiny: { width: 256, inner: 1536, encoders: 6, decoders: 2, pieces: 32_000 },
  'base-memory': { width: 512, inner: 2048, encoders: 6, decoders: 2, pieces: 32_000 },
  base: { width: 512, inner: 2048, encoders: 6, decoders: 6, pieces: 32_000 },
  small: { width: 64, inner: 128, encoders: 1, decoders: 1 },
} satisfies Record<string, Shape>

export interface ToyModel {
  readonly model: Buffer
  readonly lexicon: Buffer
  readonly vocabulary: Buffer
}

const words = fileURLToPath(new URL('../libretranslate/words.tsv', import.meta.url))
const characters = Array.from('abcdefghijklmnopqrstuvwxyzäöüßABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ0123456789.,;:!?()[]"\'-/%&„“')

/** The same bytes for the same shape and seed. @param seed a whole number from 1 */
export function toyModel(shape: Shape, seed = 1): ToyModel {
  const listed = readFileSync(words, 'utf8').trim().split(/\s+/u)
  const known = new Set(['</s>', '<unk>', '▁', ...listed.map((word) => `▁${word}`), ...characters])
  while (known.size < (shape.pieces ?? 0) || known.size % 8 !== 0) known.add(`▁☐${known.size}`)
  const pieces = [...known]
  const random = randomOf(seed)
  return {
    model: marianFile(weightsOf(shape, pieces.length, random), { ...shape, vocabulary: pieces.length }),
    lexicon: lexiconOf(pieces.length, random),
    vocabulary: vocabularyFile(pieces),
  }
}

function weightsOf({ width, inner, encoders, decoders }: Shape, pieces: number, random: () => number): Weights {
  const weights: Weights = new Map()
  const matrix = (name: string, rows: number, columns: number): void => {
    const limit = Math.sqrt(6 / (rows + columns))
    weights.set(name, {
      rows,
      columns,
      quantum: 127 / limit,
      values: Int8Array.from({ length: rows * columns }, () => Math.round((random() * 2 - 1) * 127)),
    })
  }
  const row = (name: string, value: number, columns = width): void => {
    weights.set(name, { columns, values: new Float32Array(columns).fill(value) })
  }
  const norm = (name: string): void => {
    row(`${name}_ln_scale`, 1)
    row(`${name}_ln_bias`, 0)
  }
  // Passes on what it is given.
  const identity = (name: string): void => {
    const values = Int8Array.from({ length: width * width }, (_, at) => (at % (width + 1) === 0 ? 127 : 0))
    weights.set(name, { rows: width, columns: width, quantum: 127, values })
  }
  const attention = (name: string): void => {
    for (const part of 'qkvo') {
      // What the decoder sees of the text is what stands there: it says words of the text, as a trained model says those that belong to it.
      if (name.includes('_context') && 'vo'.includes(part)) identity(`${name}_W${part}`)
      else matrix(`${name}_W${part}`, width, width)
      row(`${name}_b${part}`, 0)
    }
    norm(`${name}_Wo`)
  }
  const feedForward = (name: string): void => {
    matrix(`${name}_W1`, width, inner)
    row(`${name}_b1`, 0, inner)
    matrix(`${name}_W2`, inner, width)
    row(`${name}_b2`, 0)
    norm(`${name}_ffn`)
  }
  matrix('Wemb', pieces, width)
  for (let layer = 1; layer <= encoders; layer += 1) {
    attention(`encoder_l${layer}_self`)
    feedForward(`encoder_l${layer}_ffn`)
  }
  for (let layer = 1; layer <= decoders; layer += 1) {
    matrix(`decoder_l${layer}_rnn_W`, width, width)
    matrix(`decoder_l${layer}_rnn_Wf`, width, width)
    row(`decoder_l${layer}_rnn_bf`, 0)
    norm(`decoder_l${layer}_rnn_ffn`)
    attention(`decoder_l${layer}_context`)
    feedForward(`decoder_l${layer}_ffn`)
  }
  // Never an unknown word; an end as likely as any other.
  row('decoder_ff_logit_out_b', 0, pieces)
  ;(weights.get('decoder_ff_logit_out_b')!.values as Float32Array)[1] = -10_000
  return weights
}

/** Which pieces may be said: the end, always, and for each piece of the text itself and one other. */
function lexiconOf(pieces: number, random: () => number): Buffer {
  const rows = Array.from({ length: pieces }, (_, piece) =>
    [...new Set([piece, 2 + Math.floor(random() * (pieces - 2))])].sort((a, b) => a - b),
  )
  const flat = rows.flat()
  const header = new BigUint64Array([0xf11a48d5013417f5n, 0n, 2n, 2n, BigInt(pieces + 1), BigInt(flat.length)])
  const offsets = new BigUint64Array(pieces + 1)
  rows.forEach((row, at) => {
    offsets[at + 1] = offsets[at]! + BigInt(row.length)
  })
  return Buffer.concat([header, offsets, Uint32Array.from(flat)].map(({ buffer }) => Buffer.from(buffer)))
}

/** Marsaglia 2003, xorshift32: 0 ≤ x < 1. */
function randomOf(seed: number): () => number {
  let state = seed * 2_654_435_761
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, name = 'tiny', seed = '1'] = process.argv.slice(2)
  const shape = (shapes as Record<string, Shape>)[name]
  if (folder === undefined || shape === undefined) throw new Error('usage: index.ts FOLDER [tiny|base-memory|base|small] [SEED]')
  const { model, lexicon, vocabulary } = toyModel(shape, Number(seed))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'model.intgemm.alphas.bin'), model)
  writeFileSync(join(folder, 'lex.50.50.s2t.bin'), lexicon)
  writeFileSync(join(folder, 'vocab.spm'), vocabulary)
}
