/**
 * The other side of a queue: takes shards, one a thread, and does each as a local run would. The main thread only answers: it keeps the locks
 * of the shards in hand, so that nobody else takes them.
 */
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Config } from '../../config.ts'
import { engineSettings, isOnline, openEngine } from '../../engines/index.ts'
import { UsageError } from '../../errors.ts'
import { lock } from '../lock.ts'
import { recipeOf } from '../recipe.ts'
import { version } from '../version.ts'
import { onThreads } from '../workers.ts'
import type { QueueAddress } from './address.ts'
import { connect, outageOf } from './connection.ts'
import { Hand, type ShardReport } from './hand.ts'
import { type Announcement, announcements, type JobData, type Order, OrderFolder, openQueue, queueOptions, sweep } from './order.ts'

/** Who this is, for the queue. */
const self = `${hostname()}:${process.pid}`
/** Milliseconds for which a worker holds a shard without a sign of life; half of it is between two signs. */
const LOCK = 5000
/** Milliseconds between two searches for shards whose worker died. With the lock: such a shard waits again after 5 to 11 seconds. */
const STALLED = 3000
/** Times that a shard's worker may fall silent before it is given up: it dies for other reasons than the shard, or lives on a machine too busy. */
const DEATHS = 10
/** Milliseconds between two looks for an order. */
const LOOK = 1000
/** Milliseconds for which a shard in hand may go on when the worker is to end. `docker stop` kills after ten seconds. */
const GRACE = 5000

export interface WorkOptions {
  readonly config: Config
  /** Where the output folder is here. @defaultValue where the run has it */
  readonly output: string | undefined
  /** Where the glossary is here. @defaultValue where the run has it */
  readonly glossary: readonly string[] | undefined
  /** Take no more, finish what is in hand or put it back, and end. */
  readonly signal: AbortSignal
  readonly notice: (message: string) => void
  readonly report: (report: ShardReport) => void
}

/**
 * Works at the queue until `signal` is aborted.
 * @throws UsageError when the queue cannot be reached, or a run is of another version, glossary or engine than there are here
 */
export async function work(address: QueueAddress, options: WorkOptions): Promise<void> {
  const { signal, notice, config } = options
  const redis = await connect(address)
  const outage = outageOf(redis, address, config.waitMs, notice)
  const stop = AbortSignal.any([signal, outage])
  try {
    notice(`waiting for a run at ${address.shown}`)
    while (!stop.aborted) {
      const order = await nextOrder(redis)
      if (order === undefined) await pause(LOOK, undefined, { signal: stop }).catch(() => {})
      else await serve(order, redis, { ...options, signal: stop })
    }
  } catch (thrown) {
    if (!stop.aborted) throw thrown
  } finally {
    redis.disconnect()
  }
  outage.throwIfAborted()
}

/** The oldest order that has work, else the oldest. */
async function nextOrder(redis: Redis): Promise<Announcement | undefined> {
  const orders = await announcements(redis)
  if (orders.length > 1) for (const order of orders) if (await hasWork(redis, order.id)) return order
  return orders[0]
}

async function hasWork(redis: Redis, id: string): Promise<boolean> {
  const queue = openQueue(redis, id, true)
  try {
    return (await queue.getJobCountByTypes('wait', 'delayed')) > 0
  } finally {
    await queue.close()
  }
}

/** Whether somebody else has the shard in hand. */
async function isTaken(redis: Redis, order: string, id: string): Promise<boolean> {
  const queue = openQueue(redis, order, true)
  try {
    const job = await queue.getJob(id)
    return job?.processedBy !== self && (await job?.isActive()) === true
  } catch {
    return false
  } finally {
    await queue.close()
  }
}

/** Works for one order, until it is withdrawn, or has no work and another one has. */
async function serve(announcement: Announcement, redis: Redis, options: WorkOptions): Promise<void> {
  const { signal, notice, config } = options
  const order = await accept(announcement, options)
  const output = options.output ?? announcement.output
  await using cache = await ownCache(config.cache, output)
  await using engine = await openEngine({
    ...engineSettings(config),
    engines: order.engines,
    routes: order.routes ?? {},
    waitMs: config.waitMs,
    onWait: (waiting) => waiting && notice(`waiting for the engine: ${waiting.reason}`),
    cache: { path: cache.path, fresh: false, blind: order.fresh, run: order.recipe.hash },
  })
  await using threads = await onThreads({ recipe: order.recipe, output, fresh: false, notice }, engine.translator, config.jobs)
  const hand = new Hand(announcement.id, output, threads, options.report)
  const worker = new Worker<JobData, void, string>(announcement.id, hand.take, {
    ...queueOptions(redis),
    name: self,
    concurrency: config.jobs,
    lockDuration: LOCK,
    stalledInterval: STALLED,
    maxStalledCount: DEATHS,
    // After an outage the next shard is asked for as soon as the queue is back.
    runRetryDelay: LOOK,
    drainDelay: 1,
  })
  // An outage is told by the connection; without a listener it would end the process.
  worker.on('error', () => {})
  // A lock is lost to an outage, or when this machine is too busy to keep it. As long as nobody else has the shard it is gone on with; two at
  // one would do it twice.
  worker.on('lockRenewalFailed', async (ids) => {
    for (const id of ids) if (await isTaken(redis, announcement.id, id)) worker.cancelJob(id, 'its lock was lost')
  })
  notice(`working for ${announcement.output} with ${config.jobs} ${config.jobs === 1 ? 'thread' : 'threads'}`)
  while (!signal.aborted) {
    await pause(LOOK, undefined, { signal }).catch(() => {})
    if (signal.aborted) break
    const next = await nextOrder(redis)
    if (next?.id !== announcement.id && hand.isEmpty) break
  }
  hand.end(GRACE)
  await worker.close()
  await sweep(redis, announcement.id)
}

/** The order in full. @throws UsageError when this worker cannot do it as the run would */
async function accept({ id, version: theirs, output }: Announcement, options: WorkOptions): Promise<Order> {
  if (theirs !== version)
    throw new UsageError(`the run of ${output} is of version ${theirs}, this worker of ${version}: use one version for both`)
  const here = options.output ?? output
  const order = await new OrderFolder(here).read(id)
  if (order === undefined)
    throw new UsageError(`${resolve(here)} is not the folder that the run of ${output} writes to: name the place where it is here with -o`)
  const { config } = options
  const recipe = await recipeOf({
    ...config,
    glossary: options.glossary ?? order.glossary,
    to: order.recipe.to,
    memoryThreshold: order.recipe.memoryThreshold,
    keepSource: order.recipe.keepSource,
    compress: order.recipe.compress,
    engines: order.engines,
    routes: order.routes ?? {},
  })
  if (recipe.hash !== order.recipe.hash)
    throw new UsageError(`the glossary of the run of ${output} is not the one that is here: name the same files with --glossary`)
  if (isOnline({ ...config.libretranslate, engines: order.engines }) !== order.online)
    throw new UsageError(
      order.online
        ? `the run of ${output} translates with a server, and none is set up here: set LIBRETRANSLATE_URL`
        : `the run of ${output} translates without a server, and here one is set up: unset LIBRETRANSLATE_URL, or set it there too`,
    )
  // The judgements as the run has read them: whoever adds some meanwhile.
  return { ...order, recipe: { ...recipe, judgements: order.recipe.judgements } }
}

/** A folder for the cache that no other worker has, the same ones again later: one database serves one process. */
async function ownCache(asked: string | undefined, output: string): Promise<{ path: string } & AsyncDisposable> {
  if (asked !== undefined) return { path: asked, [Symbol.asyncDispose]: async () => {} }
  for (let number = 1; ; number += 1) {
    const folder = join(output, '.synoptic', 'caches', `${hostname()}-${number}`)
    const held = await lock(folder).catch((thrown) => {
      if (thrown instanceof UsageError && number < 1000) return undefined
      throw thrown
    })
    if (held !== undefined) return { path: join(folder, 'cache'), [Symbol.asyncDispose]: () => held[Symbol.asyncDispose]() }
  }
}
