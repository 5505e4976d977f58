/**
 * A whole run: read, cut into shards, process what is not done yet, assemble the results.
 */
import { readdir } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Rejected } from '../article.ts'
import type { Config } from '../config.ts'
import { openEngine } from '../engines/index.ts'
import { UsageError } from '../errors.ts'
import { Judgements } from '../glossary/index.ts'
import { read, statInput } from '../read/index.ts'
import { products } from '../write/index.ts'
import { assemble } from './assemble.ts'
import { asWriteError, writeWhole } from './files.ts'
import { Journal } from './journal.ts'
import { lock } from './lock.ts'
import { obeyMarks } from './marks.ts'
import { plan, type Shard } from './plan.ts'
import { recipeOf } from './recipe.ts'
import { type RunSummary, SummaryBuilder } from './summary.ts'
import { inProcess, onThreads, type WorkerSettings, type Workers } from './workers.ts'

export interface RunOptions {
  readonly signal: AbortSignal
  /** Redo also what is finished, and forget cached translations. */
  readonly fresh: boolean
  readonly progress: Progress
}

/** Told how a run goes on. */
export interface Progress {
  /** Something a person should know of that does not stop the run, in a sentence. */
  readonly notice: (message: string) => void
  /** A shard was read: so many items and UTF-8 bytes more are known of. */
  readonly planned: (items: number, bytes: number) => void
  /** Items done: processed, taken over from an earlier run, or rejected. */
  readonly done: (items: number) => void
  /** Everything was read: what is planned is all there is. */
  readonly allPlanned: () => void
  /** The corpus is complete, its other forms are being written. */
  readonly assembling: () => void
}

/**
 * Runs the pipeline over `config.input` and writes `config.output`.
 * @throws UsageError when the run cannot start, or the output cannot be written
 * @throws the signal's reason, when it is aborted; finished work is kept, and the same run goes on from there
 */
export async function run(config: Config, options: RunOptions): Promise<RunSummary> {
  const started = performance.now()
  await checkOutput(config)
  try {
    await using _lock = await lock(config.output, options.progress.notice)
    const summary = await runLocked(config, options)
    const result = summary.build(config, performance.now() - started)
    await writeWhole(join(config.output, 'run.json'), [JSON.stringify(result, null, 2)])
    return result
  } catch (thrown) {
    throw asWriteError(thrown, config.output)
  }
}

async function runLocked(config: Config, { signal, fresh, progress }: RunOptions): Promise<SummaryBuilder> {
  await obeyMarks(config, progress.notice)
  const recipe = await recipeOf(config)
  const journal = new Journal(config.output)
  const summary = new SummaryBuilder()
  await using engine = await openEngine({
    ...config.libretranslate,
    engines: config.engines,
    cache: { path: join(config.output, '.synoptic', 'cache'), fresh },
  })
  const shards = plan(
    read(config.input, signal, (skipped) => summary.skip(skipped)),
    recipe.hash,
    new Judgements(recipe.judgements),
    { articles: config.shardArticles, bytes: config.shardBytes },
  )
  const count = await processAll(shards, {
    journal,
    summary,
    progress,
    jobs: config.jobs,
    settings: { recipe, output: config.output, translator: engine.translator, fresh, signal, notice: progress.notice },
  })
  await journal.dropFrom(count)
  progress.assembling()
  await assemble({
    output: config.output,
    corpusFiles: Array.from({ length: count }, (_, index) => journal.corpusFile(index)),
    rejected: rejectedOf(journal, count),
    formats: config.formats,
    signal,
  })
  return summary
}

interface Work {
  readonly journal: Journal
  readonly summary: SummaryBuilder
  readonly progress: Progress
  readonly jobs: number
  readonly settings: WorkerSettings
}

/** Processes the shards that are not done yet, a few at once. @returns how many shards there are */
async function processAll(shards: AsyncIterable<Shard>, { journal, summary, progress, jobs, settings }: Work): Promise<number> {
  // The first failure (a full disk, a worker that died) ends the others: none could be trusted to do better.
  const failed = new AbortController()
  const signal = AbortSignal.any([settings.signal, failed.signal])
  const underWay = new Set<Promise<void>>()
  let workers: Workers | undefined
  let count = 0
  try {
    for await (const { value: shard, last } of withLast(shards)) {
      count += 1
      progress.planned(shard.items.length, shard.bytes)
      if (last) progress.allPlanned()
      const known = settings.fresh
        ? undefined
        : await journal.completion(shard.index, (file) => settings.notice(`${file}: damaged; its articles are done again`))
      if (known?.hash === shard.hash && known.unfinished.length === 0) {
        summary.add(known, true)
        progress.done(shard.items.length)
        continue
      }
      workers ??= await (jobs === 1 || last ? inProcess({ ...settings, signal }) : onThreads({ ...settings, signal }, jobs))
      const task = workers
        .process(shard, () => progress.done(1))
        .then((completion) => summary.add(completion, false))
        .catch((thrown) => failed.abort(thrown))
        .finally(() => underWay.delete(task))
      underWay.add(task)
      // One shard waits, read and ready, for the first worker that is free: no more, memory is bounded by shards.
      if (underWay.size > jobs) await Promise.race(underWay)
      signal.throwIfAborted()
    }
    await Promise.all(underWay)
    signal.throwIfAborted()
    return count
  } finally {
    await Promise.all(underWay)
    await workers?.[Symbol.asyncDispose]()
  }
}

/** Each value, and whether it is the last one. */
async function* withLast<T>(values: AsyncIterable<T>): AsyncGenerator<{ value: T; last: boolean }> {
  let held: { value: T } | undefined
  for await (const value of values) {
    if (held !== undefined) yield { value: held.value, last: false }
    held = { value }
  }
  if (held !== undefined) yield { value: held.value, last: true }
}

async function* rejectedOf(journal: Journal, shards: number): AsyncGenerator<Rejected> {
  for (let index = 0; index < shards; index += 1) yield* await journal.rejected(index)
}

/** A run reads its input again and again and replaces its output: the two must be apart, and the output must be ours. */
async function checkOutput({ input, output }: Config): Promise<void> {
  const target = resolve(output)
  for (const path of input) {
    if (path === '-') continue
    await statInput(path)
    const source = resolve(path)
    if (isInside(target, source) || isInside(source, target)) {
      throw new UsageError(
        `${output}: the output folder and the input ${path} may not stand inside each other; choose another folder with -o`,
      )
    }
  }
  const names: readonly string[] = await readdir(output).catch(() => [])
  const foreign = names.includes('.synoptic') ? undefined : names.find((name) => name === 'corpus' || products.includes(name))
  if (foreign !== undefined) {
    throw new UsageError(`${join(output, foreign)} is not of this program's making and would be replaced; choose another folder with -o`)
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}
