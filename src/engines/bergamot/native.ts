/**
 * The WebAssembly engine of @browsermt/bergamot-translator, loaded without its own worker, which does not start in Node. One sentence is
 * translated at a time: in a batch, which words a sentence may be given depends on the others (Marian's shortlist is that of the whole
 * batch), and results would depend on how texts came together. Alone it is no slower: 123 words a
 * processor-second against 114 in batches of 8, with a model of the tiny shape.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { InstalledModel } from './store.ts'

/** Of the types of WebAssembly only browsers' come with TypeScript. */
declare const WebAssembly: {
  readonly validate: (binary: Uint8Array) => boolean
  readonly instantiate: (binary: Uint8Array, imports: object) => Promise<{ readonly instance: object }>
}

/** What of the engine's module is used here; Emscripten's names. Objects of its heap must be deleted by hand. */
interface Module {
  readonly HEAP8: Int8Array
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
  readonly translate: (
    model: Deletable,
    texts: Deletable,
    options: Deletable,
  ) => Deletable & { get: (at: number) => { getTranslatedText: () => string } }
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
  /** One sentence through one model after the other. */
  readonly translate: (text: string, models: readonly InstalledModel[]) => string
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
  const loaded = new Map<string, Deletable>()

  const step = (text: string, model: Deletable): string => {
    const texts = new module.VectorString()
    const options = new module.VectorResponseOptions()
    texts.push_back(text)
    options.push_back({ qualityScores: false, alignment: false, html: false })
    const answers = service.translate(model, texts, options)
    const answer = answers.get(0).getTranslatedText()
    for (const each of [answers, texts, options]) each.delete()
    return answer
  }

  return {
    use: async (models) => {
      const wanted = new Set(models.map(({ folder }) => folder))
      for (const [folder, model] of loaded) {
        if (wanted.has(folder)) continue
        model.delete()
        loaded.delete(folder)
      }
      for (const model of models) if (!loaded.has(model.folder)) loaded.set(model.folder, await loadModel(module, model))
    },
    translate: (text, models) => models.reduce((said, { folder }) => step(said, loaded.get(folder)!), text),
    heap: () => module.HEAP8.length,
  }
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
  'mini-batch-words': 1024,
  'max-length-factor': '2.0',
  // MB of memory to compute in.
  workspace: 128,
  'skip-cost': true,
  'cpu-threads': 0,
  quiet: true,
  'quiet-translation': true,
  alignment: 'soft',
}

async function loadModel(module: Module, { folder, model, lexicon, vocabularies, sha256 }: InstalledModel): Promise<Deletable> {
  const [weights, words, ...pieces] = await Promise.all([model, lexicon, ...vocabularies].map((path) => readFile(path)))
  if (sha256 !== undefined && createHash('sha256').update(weights!).digest('hex') !== sha256)
    throw new BrokenModelError(`${folder}: the model has changed since it was fetched`)
  // Weights with the scales of their activations beside them ask for another way of multiplying; without them it would abort.
  const precision = weights!.includes('_QuantMultA\0') ? 'int8shiftAlphaAll' : 'int8shiftAll'
  const configuration = Object.entries({ ...settings, 'gemm-precision': precision })
  const place = (bytes: Buffer, alignment: number): Memory => {
    const memory = new module.AlignedMemory(bytes.byteLength, alignment)
    memory.getByteArrayView().set(bytes)
    return memory
  }
  try {
    const list = new module.AlignedMemoryList()
    for (const vocabulary of pieces) list.push_back(place(vocabulary, 64))
    return new module.TranslationModel(
      configuration.map(([name, value]) => `${name}: ${value}\n`).join(''),
      place(weights!, 256),
      place(words!, 64),
      list,
      null,
    )
  } catch (thrown) {
    throw new BrokenModelError(`${folder}: the engine cannot read the model there`, { cause: thrown })
  }
}
