/** Marian's binary format, version 1: weights by name, 8-bit integers with their scales, and the model's configuration as YAML. */

/** Of each name: a matrix of integers that stand for `value / quantum`, or a row of floats. */
export type Weights = Map<
  string,
  | { readonly rows: number; readonly columns: number; readonly quantum: number; readonly values: Int8Array }
  | { readonly columns: number; readonly values: Float32Array; readonly rows?: never }
>

export interface Configuration {
  readonly width: number
  readonly inner: number
  readonly encoders: number
  readonly decoders: number
  readonly vocabulary: number
}

/** Marian's marian::Type: the kind in the high byte, its size in the low one; 0x4000 is intgemm's. */
const INT8 = 0x0101
const INTGEMM8 = 0x4101
const FLOAT32 = 0x0404

/** Each item begins at a multiple of it. */
const ALIGNMENT = 256

/** What the activations are multiplied by before they are rounded: values up to 6 are told apart. */
const ACTIVATION = 127 / 6

interface Item {
  readonly name: string
  readonly type: number
  readonly shape: readonly number[]
  readonly data: Buffer
}

export function marianFile(weights: Weights, configuration: Configuration): Buffer {
  const items = [...weights].flatMap(([name, weight]): Item[] => {
    const { columns, values, rows } = weight
    if (rows === undefined) return [floats(name, values)]
    // Matrices lie transposed, but for the embeddings.
    const laid = name === 'Wemb' ? values : transposed(values, rows, columns)
    const data = Buffer.concat([Buffer.from(laid.buffer), Buffer.from(Float32Array.of(weight.quantum).buffer)])
    return [{ name, type: INTGEMM8, shape: [rows, columns], data }, floats(`${name}_QuantMultA`, Float32Array.of(ACTIVATION))]
  })
  const yaml = Buffer.from(`${yamlOf(configuration)}\0`)
  const all = [
    ...items,
    floats('none_QuantMultA', Float32Array.of(ACTIVATION)),
    { name: 'special:model.yml', type: INT8, shape: [yaml.length], data: yaml },
  ].map((item) => ({ ...item, data: padded(item.data) }))

  const headers = all.flatMap(({ name, type, shape, data }) => [Buffer.byteLength(name) + 1, type, shape.length, data.length])
  const head = Buffer.concat([
    whole(1, all.length, ...headers),
    ...all.map(({ name }) => Buffer.from(`${name}\0`)),
    ...all.map(({ shape }) => Buffer.from(Int32Array.from(shape).buffer)),
  ])
  // So many bytes to the next multiple, after the eight that say how many.
  const offset = (ALIGNMENT - ((head.length + 8) % ALIGNMENT)) % ALIGNMENT
  return Buffer.concat([head, whole(offset), Buffer.alloc(offset), ...all.map(({ data }) => data)])
}

function floats(name: string, values: Float32Array): Item {
  return { name, type: FLOAT32, shape: [1, values.length], data: Buffer.from(values.buffer) }
}

function whole(...values: readonly number[]): Buffer {
  return Buffer.from(BigUint64Array.from(values.map(BigInt)).buffer)
}

function padded(data: Buffer): Buffer {
  return Buffer.concat([data, Buffer.alloc((ALIGNMENT - (data.length % ALIGNMENT)) % ALIGNMENT)])
}

function transposed(values: Int8Array, rows: number, columns: number): Int8Array {
  const turned = new Int8Array(values.length)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) turned[column * rows + row] = values[row * columns + column]!
  }
  return turned
}

/** A transformer with a simple recurrent unit (SSRU) in its decoder, as all of Mozilla's students are. */
function yamlOf({ width, inner, encoders, decoders, vocabulary }: Configuration): string {
  const settings = {
    type: 'transformer',
    version: 'v1.9.0 toy',
    'dim-emb': width,
    'dim-vocabs': `[${vocabulary}, ${vocabulary}]`,
    'enc-depth': encoders,
    'dec-depth': decoders,
    'transformer-dim-ffn': inner,
    'transformer-heads': 8,
    'transformer-ffn-depth': 2,
    'transformer-ffn-activation': 'relu',
    'transformer-decoder-autoreg': 'rnn',
    'transformer-no-projection': false,
    'transformer-preprocess': '""',
    'transformer-postprocess': 'dan',
    'transformer-postprocess-emb': 'd',
    'transformer-guided-alignment-layer': 'last',
    'transformer-train-position-embeddings': false,
    'transformer-tied-layers': '[]',
    'transformer-aan-depth': 2,
    'transformer-aan-activation': 'swish',
    'transformer-aan-nogate': false,
    'transformer-dim-aan': 1536,
    'enc-cell': 'gru',
    'enc-cell-depth': 1,
    'enc-type': 'bidirectional',
    'dec-cell': 'ssru',
    'dec-cell-base-depth': 2,
    'dec-cell-high-depth': 1,
    'dim-rnn': 1024,
    'tied-embeddings': false,
    'tied-embeddings-all': true,
    'tied-embeddings-src': false,
    'layer-normalization': false,
    'bert-train-type-embeddings': true,
    'bert-type-vocab-size': 2,
    'input-types': '[]',
    'lemma-dim-emb': 0,
    'right-left': false,
    skip: false,
    ulr: false,
    'ulr-dim-emb': 0,
    'ulr-trainable-transformation': false,
  }
  return Object.entries(settings)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')
}
