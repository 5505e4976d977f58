/**
 * The WebAssembly engine of @browsermt/bergamot-translator, loaded without its own worker, which does not start in Node. What it is given
 * together is as it would be alone: batches.ts.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { BATCH_WORDS, type Reader, readerOf, type Spoken, speakAll } from './batches.ts'
import { PLACES } from './lexicon.ts'
import type { InstalledModel } from './store.ts'

/** Of the types of WebAssembly only browsers' come with TypeScript. */
declare const WebAssembly: {
  readonly validate: (binary: Uint8Array) => boolean
  readonly instantiate: (binary: Uint8Array, imports: object) => Promise<{ readonly instance: object }>
}

/** What of the engine's module is used here; Emscripten's names. Objects of its heap must be deleted by hand. */
interface Module {
  readonly HEAP8: Int8Array
  readonly HEAPU32: Uint32Array
  readonly asm: Record<string, (...values: unknown[]) => unknown>
  readonly AlignedMemory: new (bytes: number, alignment: number) => Memory
  readonly AlignedMemoryList: new () => Deletable & { push_back: (memory: Memory) => void }
  readonly TranslationModel: new (
    configuration: string,
    model: Memory,
    lexicon: Memory,
    vocabularies: Deletable,
    quality: null,
  ) => Deletable
  readonly BlockingService: new (options: { cacheSize: number }) => Service
  readonly VectorString: new () => Deletable & { push_back: (text: string) => void }
  readonly VectorResponseOptions: new () => Deletable & { push_back: (options: object) => void }
}
interface Deletable {
  readonly delete: () => void
}
interface Memory extends Deletable {
  readonly getByteArrayView: () => Int8Array
}
interface Service {
  readonly translate: (model: Deletable, texts: Deletable, options: Deletable) => Deletable & { get: (at: number) => Response }
}
/** A copy. Emscripten keeps in `$$` where in the heap it lies. */
interface Response extends Deletable {
  readonly getTranslatedText: () => string
  readonly $$: { readonly ptr: number }
}

/** What this engine wants of a processor, and not every one has. */
export class NoSimdError extends Error {
  override readonly name = 'NoSimdError'
}

/** A model's files are not what they should be. */
export class BrokenModelError extends Error {
  override readonly name = 'BrokenModelError'
}

export interface Native {
  /** Loads what is not loaded, frees what is loaded and not among `models`. @throws BrokenModelError */
  readonly use: (models: readonly InstalledModel[]) => Promise<void>
  /** Sentences through one model after the other. @param onBegin told which are under way, by index */
  readonly translate: (
    texts: readonly string[],
    models: readonly InstalledModel[],
    onBegin: (indices: readonly number[]) => void,
  ) => readonly string[]
  /** Bytes of the heap; it never shrinks. */
  readonly heap: () => number
}

/** Names that the engine calls, and those of the implementations it has brought along: browsers may have faster ones. */
const gemm = {
  int8_prepare_a: 'int8PrepareAFallback',
  int8_prepare_b: 'int8PrepareBFallback',
  int8_prepare_b_from_transposed: 'int8PrepareBFromTransposedFallback',
  int8_prepare_b_from_quantized_transposed: 'int8PrepareBFromQuantizedTransposedFallback',
  int8_prepare_bias: 'int8PrepareBiasFallback',
  int8_multiply_and_add_bias: 'int8MultiplyAndAddBiasFallback',
  int8_select_columns_of_b: 'int8SelectColumnsOfBFallback',
}

/** (module (func (result v128) i32.const 0 i8x16.splat)) */
const simd = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 15, 11)

/** @throws NoSimdError */
export async function loadNative(): Promise<Native> {
  if (!WebAssembly.validate(simd)) throw new NoSimdError('this processor, or this Node, has no SIMD for WebAssembly')
  const module = await loadModule()
  const service = new module.BlockingService({ cacheSize: 0 })
  const loaded = new Map<string, Loaded>()

  const speak = (texts: readonly string[], { model, reader, lexicon }: Loaded, also: readonly number[]): readonly Spoken[] => {
    if (reader !== undefined) {
      const places = lexicon + reader.lexicon.places
      module.HEAPU32.fill(reader.source.end, places / 4, places / 4 + PLACES)
      module.HEAPU32.set(also, places / 4)
    }
    const asked = new module.VectorString()
    const options = new module.VectorResponseOptions()
    for (const text of texts) {
      asked.push_back(text)
      options.push_back({ qualityScores: false, alignment: false, html: false })
    }
    const responses = service.translate(model, asked, options)
    const spoken = texts.map((_, at) => {
      const response = responses.get(at)
      const said = spokenIn(response, module.HEAPU32)
      response.delete()
      return said
    })
    for (const each of [responses, asked, options]) each.delete()
    return spoken
  }

  return {
    use: async (models) => {
      const wanted = new Set(models.map(({ folder }) => folder))
      for (const [folder, model] of loaded) {
        if (wanted.has(folder)) continue
        model.model.delete()
        loaded.delete(folder)
      }
      for (const model of models) if (!loaded.has(model.folder)) loaded.set(model.folder, await loadModel(module, model))
    },
    translate: (texts, models, onBegin) =>
      models.reduce<readonly string[]>((said, { folder }) => {
        const model = loaded.get(folder)!
        return speakAll(said, (some, also) => speak(some, model, also), model.reader, onBegin)
      }, texts),
    heap: () => module.HEAP8.length,
  }
}

interface Loaded {
  readonly model: Deletable
  /** Where in the heap its lexicon lies. */
  readonly lexicon: number
  /** undefined where sentences of this model must not go together. */
  readonly reader: Reader | undefined
}

/**
 * A Response of bergamot-translator 0.4.9 in 32-bit words, as libc++ lays it out: source {text: 3 words, annotation {begins of pieces: a vector, of which
 * pieces are gaps: a vector}}, target the same. The first and the last piece of a text of one sentence are the gaps around it. What
 * is not so is not understood: then the sentence goes through alone.
 */
function spokenIn(response: Response, heap: Uint32Array): Spoken {
  const at = response.$$.ptr / 4
  const vector = (word: number): readonly number[] | undefined => {
    const [begin, end] = [heap[at + word]! / 4, heap[at + word + 1]! / 4]
    return begin <= end && end <= heap.length && end - begin < 100_000 ? Array.from(heap.subarray(begin, end)) : undefined
  }
  const pieces = (word: number): readonly number[] | undefined => {
    const [begins, gaps] = [vector(word), vector(word + 3)]
    if (begins?.[0] !== 0 || gaps?.length !== 2 || gaps[0] !== 0 || gaps[1]! + 2 !== begins.length) return undefined
    const inside = begins.slice(1, -1)
    return inside[0] === 0 && inside.at(-1) === begins.at(-1) && inside.every((start, index) => index === 0 || start >= inside[index - 1]!)
      ? inside
      : undefined
  }
  const text = response.getTranslatedText()
  const said = pieces(12)
  return { text, asked: pieces(3), pieces: said?.at(-1) === Buffer.byteLength(text) ? said : undefined }
}

async function loadModule(): Promise<Module> {
  const require = createRequire(import.meta.url)
  const file = (name: string): string => require.resolve(`@browsermt/bergamot-translator/worker/bergamot-translator-worker.${name}`)
  const [glue, binary] = await Promise.all([readFile(file('js'), 'utf8'), readFile(file('wasm'))])
  return new Promise((resolve, reject) => {
    const settings = {
      instantiateWasm: (imports: object, accept: (instance: object) => void) => {
        const wasm_gemm = Object.fromEntries(
          Object.entries(gemm).map(([name, own]) => [name, (...values: unknown[]) => (settings as unknown as Module).asm[own]!(...values)]),
        )
        WebAssembly.instantiate(binary, { ...imports, wasm_gemm }).then(({ instance }) => accept(instance), reject)
        return {}
      },
      onRuntimeInitialized: () => resolve(settings as unknown as Module),
      onAbort: reject,
      // What it has to say of its models and vocabularies is for those who train them.
      print: () => {},
      printErr: () => {},
    }
    // The glue is a script for browsers: it finds `Module` as a variable around it.
    new Function('Module', 'require', glue)(settings, require)
  })
}

/** Marian's own names for settings. Each line of a text is a sentence: sentences are cut before they come here. */
const settings = {
  'beam-size': 1,
  normalize: '1.0',
  'word-penalty': 0,
  'ssplit-mode': 'sentence',
  'max-length-break': 128,
  'mini-batch-words': BATCH_WORDS,
  'max-length-factor': '2.0',
  // MB of memory to compute in.
  workspace: 128,
  'skip-cost': true,
  'cpu-threads': 0,
  quiet: true,
  'quiet-translation': true,
  alignment: 'soft',
}

async function loadModel(module: Module, installed: InstalledModel): Promise<Loaded> {
  const { folder, model, lexicon, vocabularies, sha256 } = installed
  const [weights, words, ...pieces] = await Promise.all([model, lexicon, ...vocabularies].map((path) => readFile(path)))
  if (sha256 !== undefined && createHash('sha256').update(weights!).digest('hex') !== sha256)
    throw new BrokenModelError(`${folder}: the model has changed since it was fetched`)
  // Weights with the scales of their activations beside them ask for another way of multiplying; without them it would abort.
  const isScaled = weights!.includes('_QuantMultA\0')
  const precision = isScaled ? 'int8shiftAlphaAll' : 'int8shiftAll'
  const configuration = Object.entries({ ...settings, 'gemm-precision': precision })
  const place = (bytes: Buffer, alignment: number): Memory => {
    const memory = new module.AlignedMemory(bytes.byteLength, alignment)
    memory.getByteArrayView().set(bytes)
    return memory
  }
  try {
    const list = new module.AlignedMemoryList()
    for (const vocabulary of pieces) list.push_back(place(vocabulary, 64))
    const reader = isScaled ? await readerOf(installed) : undefined
    const placed = place(reader?.lexicon.bytes ?? words!, 64)
    // The model takes it over; where it lies, it stays.
    const lexiconAt = placed.getByteArrayView().byteOffset
    const loaded = new module.TranslationModel(
      configuration.map(([name, value]) => `${name}: ${value}\n`).join(''),
      place(weights!, 256),
      placed,
      list,
      null,
    )
    return { model: loaded, lexicon: lexiconAt, reader }
  } catch (thrown) {
    throw new BrokenModelError(`${folder}: the engine cannot read the model there`, { cause: thrown })
  }
}
