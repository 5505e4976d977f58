/**
 * The built-in engine beside the package it is made of, `BatchTranslator` of @browsermt/bergamot-translator, by turns in one process, two threads
 * each, on a model of random weights in Mozilla's tiny shape: words a processor-second, in sentences of about one length, and of all lengths. Then 20,000 sentences over six pairs, two of them by way of
 * English, on small models: threads that ended, answers that depend on how texts came together. Run `npm run build` first.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Shape, shapes, toyModel } from '../../scripts/toy-bergamot/index.ts'
import { bergamot } from '../../src/engines/bergamot/index.ts'
import { Library } from '../../src/engines/bergamot/library.ts'
import { Pool } from '../../src/engines/bergamot/pool.ts'
import { startMirror } from '../../tests/engines/bergamot/mirror.ts'

const { signal } = new AbortController()
const worker = new URL('../../dist/engines/bergamot/worker.js', import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'synoptic-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const nouns = ['Haus', 'Hund', 'Katze', 'Buch', 'Fluss', 'Brücke', 'Stadt', 'Garten', 'Wasser', 'Welt', 'Sprache']
const sentence = (at: number): string =>
  `Die ${nouns[at % 11]} war ${at} Jahre alt und ${nouns[(at * 7) % 11]} sagte, dass der ${nouns[(at * 3) % 11]} in der alten Stadt ist.`
/** Of 4 to 40 words, as sentences come. */
const uneven = (at: number): string => Array.from({ length: 4 + ((at * 17) % 37) }, (_, word) => nouns[(at * 3 + word * 7) % 11]).join(' ')
const wordsIn = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.split(' ').length, 0)

async function fetched(pairs: readonly string[], shape: Shape, name: string): Promise<string> {
  await using mirror = await startMirror(pairs, shape)
  const models = join(folder, name)
  const library = new Library({ models, mirror: mirror.url })
  await library.fetch(await library.listed(signal), signal)
  return models
}

/** Processor seconds that `work` takes, of all threads. */
async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

declare class Backing {
  loadModelRegistery(): Promise<unknown>
  loadTranslationModel(): Promise<unknown>
}

/** The package as published does not start in Node: its worker is CommonJS and declared a module. Nothing else is changed. */
async function thePackage(): Promise<{
  readonly translate: (texts: readonly string[]) => Promise<unknown>
  readonly end: () => Promise<void>
}> {
  const source = dirname(fileURLToPath(import.meta.resolve('@browsermt/bergamot-translator')))
  const copy = join(folder, 'package')
  cpSync(source, copy, { recursive: true })
  writeFileSync(join(copy, 'worker', 'package.json'), '{"type": "commonjs"}')
  const { BatchTranslator, TranslatorBacking } = await import(pathToFileURL(join(copy, 'translator.js')).href)
  const toy = toyModel(shapes.tiny, 1)
  const bytes = (buffer: Buffer): ArrayBuffer => Uint8Array.from(buffer).buffer
  class Local extends (TranslatorBacking as new (options: object) => Backing) {
    // Methods, not fields: the constructor asks.
    override async loadModelRegistery() {
      return [{ from: 'de', to: 'en', files: {} }]
    }
    override async loadTranslationModel() {
      return { model: bytes(toy.model), shortlist: bytes(toy.lexicon), vocabs: [bytes(toy.vocabulary)], qualityModel: null, config: {} }
    }
  }
  const translator = new BatchTranslator({ workers: 2, cacheSize: 0 }, new Local({ cacheSize: 0 }))
  return {
    translate: (texts) => Promise.all(texts.map((text) => translator.translate({ from: 'de', to: 'en', text, html: false }))),
    end: () => translator.delete(),
  }
}

async function speed(): Promise<Record<string, unknown>> {
  const models = await fetched(['de-en'], shapes.tiny, 'tiny')
  const installed = await new Library({ models }).installed()
  await using pool = new Pool({ threads: 2, timeoutMs: 600_000, worker })
  const ours = (texts: readonly string[]): Promise<unknown> => Promise.all(texts.map((text) => pool.translate(text, installed, signal)))
  const before = process.memoryUsage.rss()
  const warm = Array.from({ length: 64 }, (_, at) => sentence(at))
  await ours(warm)
  const perThread = (process.memoryUsage.rss() - before) / 2
  const theirs = await thePackage()
  // It starts its threads one after the other, and breaks down when one is ready and nothing is left to do.
  await theirs.translate(Array.from({ length: 300 }, (_, at) => sentence(at % 64)))
  const beside = async (make: (at: number) => string): Promise<Record<string, unknown>> => {
    const spent = { ours: 0, theirs: 0 }
    let words = 0
    let others = 0
    for (let round = 0; round < 4; round += 1) {
      const texts = Array.from({ length: 96 }, (_, at) => make(round * 100 + at))
      words += wordsIn(texts)
      let together: unknown
      const turns = [
        async () => {
          spent.ours += await cpuOf(async () => {
            together = await ours(texts)
          })
        },
        async () => {
          spent.theirs += await cpuOf(() => theirs.translate(texts))
        },
      ]
      for (const turn of round % 2 === 0 ? turns : turns.reverse()) await turn()
      for (const [at, text] of texts.slice(0, 24).entries())
        others += (await pool.translate(text, installed, signal)) === (together as readonly string[])[at] ? 0 : 1
    }
    return {
      words,
      'words a processor-second': Math.round(words / spent.ours),
      "the package's own": Math.round(words / spent.theirs),
      'part of it, %': Math.round((spent.theirs / spent.ours) * 100),
      'other than alone, of 96': others,
    }
  }
  const results = { 'of about one length': await beside(sentence), 'of all lengths': await beside(uneven) }
  await theirs.end()
  return { ...results, 'MB a thread': Math.round(perThread / 1e6) }
}

async function many(): Promise<Record<string, unknown>> {
  const models = await fetched(['de-en', 'en-de', 'en-fr', 'en-es'], shapes.small, 'small')
  const pairs = [
    ['de', 'en'],
    ['en', 'de'],
    ['en', 'fr'],
    ['en', 'es'],
    ['de', 'fr'],
    ['de', 'es'],
  ] as const
  const texts = Array.from({ length: 20_000 }, (_, at) => `${nouns[at % 11]} ${at} ${nouns[(at * 7) % 11]}.`)
  const all = async (threads: number, batch: number, part: number): Promise<readonly string[]> => {
    await using engine = bergamot({ models, threads, worker })
    const own = texts.slice(0, texts.length * part)
    const made = new Array<string>(own.length)
    const cuts = Array.from({ length: Math.ceil(own.length / batch) }, (_, at) => at * batch)
    await Promise.all(
      cuts.map(async (start) => {
        const [from, to] = pairs[Math.floor(start / 200) % pairs.length]!
        const answers = await engine.translator.translate(own.slice(start, start + batch), from, to, { signal })
        answers.forEach(({ text }, at) => {
          made[start + at] = text
        })
      }),
    )
    return made
  }
  const whole = await all(2, 200, 1)
  const again = await all(1, 25, 0.1)
  const empty = texts.flatMap((text, at) => (whole[at] === '' ? [{ text, pair: pairs[Math.floor(at / 200) % pairs.length]! }] : []))
  await using one = bergamot({ models, threads: 1, worker })
  const saidAlone: string[] = []
  for (const { text, pair } of empty) {
    const [from, to] = pair
    saidAlone.push((await one.translator.translate([text], from, to, { signal }))[0]!.text)
  }
  return {
    sentences: texts.length,
    pairs: pairs.length,
    'by way of English': 2,
    answered: whole.filter((text) => typeof text === 'string').length,
    'with nothing, as random weights may': empty.length,
    'of those, with something when asked alone': saidAlone.filter((text) => text !== '').length,
    'other with one thread and batches of 25, of 2,000': again.filter((text, at) => text !== whole[at]).length,
  }
}

const results = { speed: await speed(), many: await many() }
console.log(results)
process.send?.({ results })
