/**
 * A whole run: read, cut into shards, process what is not done yet, assemble the results.
 */
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { type EngineOptions, engineSettings, type Offer } from '../engines/index.ts'
import { Judgements, loadNames } from '../glossary/index.ts'
import { read, type Skipped } from '../read/index.ts'
import { assemble } from './assemble.ts'
import { checkOutput } from './check.ts'
import { checkComparable } from './comparable.ts'
import { startClocks } from './cpu.ts'
import { asWriteError, writeWhole } from './files.ts'
import { filling } from './filling.ts'
import { lock } from './lock.ts'
import { ofPart, type Part, writeManifest } from './manifest.ts'
import { obeyMarks } from './marks.ts'
import { plan } from './plan.ts'
import { processAll } from './process.ts'
import { type Progress, silent } from './progress.ts'
import type { QueueAddress } from './queue/address.ts'
import { recipeOf } from './recipe.ts'
import { keepSettings } from './settings.ts'
import { SkipLog } from './skipped.ts'
import { noteStanding } from './standing.ts'
import { ShardStore } from './store.ts'
import { type RunSummary, SummaryBuilder } from './summary.ts'
import { type WorkerSettings, type Workers, whenNeeded } from './task.ts'
import { noticingUnmet } from './unmet.ts'
import { version } from './version.ts'

export type { Part } from './manifest.ts'
export { merge } from './merge.ts'
export type { Progress } from './progress.ts'

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
  const workers = async (): Promise<Workers> =>
    queue === undefined ? whenNeeded(config.jobs, () => here(settings, engine, config.jobs)) : elsewhere(settings, config, queue)
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
