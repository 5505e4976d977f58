/**
 * A whole run: read, cut into shards, process what is not done yet, assemble the results.
 */
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { type EngineOptions, engineSettings, type Offer, type Waiting } from '../engines/index.ts'
import { UsageError } from '../errors.ts'
import { Judgements, loadNames } from '../glossary/index.ts'
import { read, type Skipped } from '../read/index.ts'
import { assemble } from './assemble.ts'
import { checkOutput } from './check.ts'
import { checkComparable } from './comparable.ts'
import { startClocks } from './cpu.ts'
import { asWriteError, writeWhole } from './files.ts'
import { filling } from './filling.ts'
import { lock } from './lock.ts'
import { isOfPart, ofPart, type Part, writeManifest } from './manifest.ts'
import { obeyMarks } from './marks.ts'
import { plan, type Shard } from './plan.ts'
import type { QueueAddress } from './queue/address.ts'
import { recipeOf } from './recipe.ts'
import { keepSettings } from './settings.ts'
import { SkipLog } from './skipped.ts'
import { noteStanding } from './standing.ts'
import { type Completion, type Harvest, ShardStore } from './store.ts'
import { type RunSummary, SummaryBuilder } from './summary.ts'
import { DeadShardError, type WorkerSettings, type Workers, whenNeeded } from './task.ts'
import { noticingUnmet } from './unmet.ts'
import { version } from './version.ts'

export type { Part } from './manifest.ts'
export { merge } from './merge.ts'

/** How a run is carried out; what it does stands in its Config. */
export interface RunOptions {
  /** Stops the run when it is aborted. */
  readonly signal?: AbortSignal
  /** Redo also what is finished, and forget cached translations. @defaultValue false */
  readonly fresh?: boolean
  /** Only these shards, for other processes do the others; then nothing is assembled. @defaultValue all */
  readonly part?: Part | undefined
  /** Have the shards done by those who work at this queue. @defaultValue done here */
  readonly queue?: QueueAddress | undefined
  /** Asked before models of the built-in engine are fetched. @defaultValue none is fetched */
  readonly agree?: ((offer: Offer) => Promise<boolean>) | undefined
  /** @defaultValue nobody is told */
  readonly progress?: Partial<Progress>
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
  /** The engine is away, and the run stands still; undefined: it goes on. */
  readonly waiting: (waiting: Waiting | undefined) => void
  /** A model of the built-in engine is being fetched: so many bytes of about so many. */
  readonly fetching: (model: { readonly from: string; readonly to: string }, done: number, total: number) => void
  /** The corpus is complete, its other forms are being written. */
  readonly assembling: () => void
}

const nobody = (): void => {}
const silent: Progress = {
  notice: nobody,
  planned: nobody,
  done: nobody,
  allPlanned: nobody,
  waiting: nobody,
  fetching: nobody,
  assembling: nobody,
}

/**
 * Runs the pipeline over `config.input` and writes `config.output`.
 * @throws UsageError when the run cannot start, or the output cannot be written
 * @throws the signal's reason, when it is aborted; finished work is kept, and the same run goes on from there
 */
export async function run(config: Config, given: RunOptions = {}): Promise<RunSummary> {
  const options = { signal: new AbortController().signal, fresh: false, ...given, progress: { ...silent, ...given.progress } }
  const clocks = startClocks()
  if (config.compare) checkComparable(config, options.part)
  await checkOutput(config)
  try {
    await using _lock = await lock(config.output, options.progress.notice)
    const { summary, made } = await runLocked(config, options)
    if (config.compare && made !== undefined) {
      await compare(config, options, summary)
      // What the comparison added to the report belongs to it.
      await noteStanding(config.output, made)
    }
    const isWhole = options.part === undefined && options.queue === undefined
    await keepSettings(config.output, isWhole ? config : undefined)
    const result = summary.build(config, clocks())
    await writeWhole(join(config.output, 'run.json'), [JSON.stringify(result, null, 2)])
    return result
  } catch (thrown) {
    throw asWriteError(thrown, config.output)
  }
}

interface CompleteOptions extends RunOptions {
  readonly signal: AbortSignal
  readonly fresh: boolean
  readonly progress: Progress
}

interface Assembled {
  readonly summary: SummaryBuilder
  /** What the results are made of; undefined where only a part was done. */
  readonly made: string | undefined
}

async function runLocked(config: Config, { signal, fresh, part, queue, agree, progress }: CompleteOptions): Promise<Assembled> {
  await obeyMarks(config, progress.notice)
  const recipe = await recipeOf(config)
  const store = new ShardStore(config.output, config)
  const summary = new SummaryBuilder()
  const settings = { recipe, output: config.output, fresh, notice: progress.notice }
  const engine = engineOptions(config, recipe.hash, { fresh, agree, progress }, summary)
  await using workers = await (queue === undefined
    ? whenNeeded(config.jobs, () => here(settings, engine, config.jobs))
    : elsewhere(settings, config, queue))
  const judgements = new Judgements(recipe.judgements)
  const skips = new SkipLog(config.output)
  const skipped = (skip: Skipped): void => {
    summary.skip(skip)
    skips.add(skip)
  }
  const { encoding, fields, limit, maxChars, dropDuplicates } = config
  const items = read(config.input, signal, { skipped, encoding, fields, limit, maxChars, dropDuplicates })
  const limits = { articles: config.shardArticles, bytes: config.shardBytes }
  const shards = noticingUnmet(plan(items, recipe.hash, judgements, limits), judgements, recipe.judgements.path, progress.notice)
  const mayFill = filling(config, engine, { isQueued: queue !== undefined, signal })
  const hashes = await processAll(shards, { store, summary, progress, part, fresh, signal, workers, mayFill })
  await skips.close()
  await store.keepOnly(part === undefined ? hashes : ofPart(hashes, part))
  await writeManifest(config.output, {
    version,
    formats: config.formats,
    skipped: summary.skipped,
    judgements: recipe.judgements.lines,
    shards: hashes,
    part,
  })
  if (part !== undefined) return { summary, made: undefined }
  progress.assembling()
  const { output, formats, compress, compare } = config
  const names = () => loadNames(recipe.glossary, recipe.judgements)
  const finished = hashes.map((hash) => ({ hash, store }))
  return { summary, made: await assemble({ output, shards: finished, formats, compress, compare, judgements, names, fresh, signal }) }
}

/** Sets the engines side by side when the corpus is there. */
async function compare(config: Config, options: CompleteOptions, summary: SummaryBuilder): Promise<void> {
  const { signal, progress } = options
  const { compareEngines } = await import('./compare.ts')
  const recipe = await recipeOf(config)
  // What the run has just translated is not asked for again.
  const engine = engineOptions(config, recipe.hash, { ...options, fresh: false }, summary)
  await compareEngines({ output: config.output, to: config.to, engine, recipe, signal, notice: progress.notice })
}

/** Only a run that has something to do loads what does it. */
async function here(settings: WorkerSettings, engine: EngineOptions, jobs: number): Promise<Workers> {
  const { locally } = await import('./workers.ts')
  return locally(settings, engine, jobs)
}

/** Only a run that uses a queue loads its client. */
async function elsewhere(settings: WorkerSettings, config: Config, queue: QueueAddress): Promise<Workers> {
  const { onQueue } = await import('./queue/coordinate.ts')
  return onQueue(settings, config, queue)
}

function engineOptions(
  config: Config,
  recipe: string,
  { fresh, agree, progress }: Pick<CompleteOptions, 'fresh' | 'agree' | 'progress'>,
  summary: SummaryBuilder,
): EngineOptions {
  return {
    ...engineSettings(config),
    onPass: progress.notice,
    bergamot: { ...config.bergamot, agree, onFetch: progress.fetching, notice: progress.notice },
    waitMs: config.waitMs,
    onWait: progress.waiting,
    // What others share is not thrown away: it is only not looked at.
    cache: {
      path: config.cache ?? join(config.output, '.synoptic', 'cache'),
      fresh: fresh && config.cache === undefined,
      blind: fresh,
      run: recipe,
    },
    onGiveUp: (reason) => summary.engineFailed(reason),
  }
}

interface Work extends Pick<CompleteOptions, 'part' | 'fresh' | 'signal' | 'progress'> {
  readonly store: ShardStore
  readonly summary: SummaryBuilder
  readonly workers: Workers
  /** Whether what an earlier run left pending may be finished by this one. */
  readonly mayFill: () => Promise<boolean>
}

/**
 * Processes the shards that are not done yet, a few at once.
 * @returns the hashes of all shards, in order, those of other parts too
 * @throws UsageError when some were given up, after all others are done
 */
async function processAll(shards: AsyncIterable<Shard>, work: Work): Promise<string[]> {
  const { store, summary, progress, part, fresh, workers, mayFill } = work
  // The first failure (a full disk, a worker that died) ends the others: none could be trusted to do better.
  const failed = new AbortController()
  const signal = AbortSignal.any([work.signal, failed.signal])
  const underWay = new Set<Promise<void>>()
  const hashes: string[] = []
  const dead: string[] = []
  let harvest: Harvest | undefined
  const process = async (shard: Shard, alone: boolean, earlier: readonly string[]): Promise<void> => {
    try {
      summary.add(await workers.process({ shard, earlier, alone, signal, onItems: progress.done }), false)
    } catch (thrown) {
      if (thrown instanceof DeadShardError) dead.push(thrown.message)
      else failed.abort(thrown)
    }
  }
  try {
    for await (const { value: shard, last } of withLast(shards)) {
      hashes.push(shard.hash)
      if (last) progress.allPlanned()
      if (part !== undefined && !isOfPart(shard.index, part)) continue
      progress.planned(shard.items.length, shard.bytes)
      const known = fresh ? undefined : await store.completion(shard.hash, (file) => progress.notice(`${file}: ${DAMAGED}`))
      if (known !== undefined && (known.unfinished.length === 0 || !(await mayFill()))) {
        summary.add(known.origins === shard.origins ? known : await moved(shard, known, store), true)
        progress.done(shard.items.length)
        continue
      }
      harvest ??= await store.harvest()
      const earlier = harvest.filesOf(shard.items.flatMap((item) => (item.kind === 'article' ? [item.key] : [])))
      const task = process(shard, last, earlier).finally(() => underWay.delete(task))
      underWay.add(task)
      // One shard waits, read and ready, for the first worker that is free: no more, memory is bounded by shards.
      if (underWay.size > workers.capacity) await Promise.race(underWay)
      signal.throwIfAborted()
    }
  } catch (thrown) {
    failed.abort(thrown)
    throw thrown
  } finally {
    await Promise.all(underWay)
  }
  signal.throwIfAborted()
  if (dead.length > 0) throw new UsageError(`${dead.join('\n')}\n${GIVEN_UP}`)
  return hashes
}

async function moved(shard: Shard, known: Completion, store: ShardStore): Promise<Completion> {
  const { moveShard } = await import('./shard.ts')
  return moveShard(shard, known, store)
}

const DAMAGED = 'damaged; its articles are done again'
const GIVEN_UP = 'All else is done and kept. The same command tries these shards again, and puts everything together.'

/** Each value, and whether it is the last one. */
async function* withLast<T>(values: AsyncIterable<T>): AsyncGenerator<{ value: T; last: boolean }> {
  let held: { value: T } | undefined
  for await (const value of values) {
    if (held !== undefined) yield { value: held.value, last: false }
    held = { value }
  }
  if (held !== undefined) yield { value: held.value, last: true }
}
