/**
 * The run's side of a queue: each shard becomes a job, and whoever works at the queue does it. What is done is told by the output folder, not
 * by the queue: a Redis server that was killed may have forgotten its last moment, and what it lost is asked for again.
 */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import type { Config } from '../../config.ts'
import { isOnline } from '../../engines/index.ts'
import { type Completion, ShardStore } from '../store.ts'
import { DeadShardError, type Task, type WorkerSettings, type Workers } from '../task.ts'
import { version } from '../version.ts'
import type { QueueAddress } from './address.ts'
import { connect, outageOf } from './connection.ts'
import {
  announce,
  announcements,
  type JobData,
  jobId,
  OrderFolder,
  openQueue,
  orderId,
  placeOf,
  type ShardQueue,
  withdraw,
} from './order.ts'

/** Milliseconds between two looks at the queue. */
const LOOK = 500
/** Looks at which a shard may be neither waiting nor done: a shared folder may show seconds later what another host wrote. */
const LATE = 20
/** Looks without anybody at work after which that is told. */
const LONELY = 20
/** Shards that are asked for at once, at most: each lies on the disk until it is done. */
const CAPACITY = 1000
/** How often a shard that fails is tried; the pauses between are of a second, two, four … */
const ATTEMPTS = 3
/** Milliseconds that taking leave may take. */
const LEAVE = 5000

/** @throws UsageError when the queue cannot be reached */
export async function onQueue(
  { recipe, output: folderName, fresh, notice }: WorkerSettings,
  config: Config,
  address: QueueAddress,
): Promise<Workers> {
  // Others stand elsewhere.
  const output = resolve(folderName)
  const redis = await connect(address)
  const id = orderId(output, recipe)
  const folder = new OrderFolder(output)
  if ((await folder.read(id)) === undefined) await folder.clear()
  const { engines, routes, libretranslate } = config
  // The default folder need not be there.
  const glossary = config.glossary.filter((path) => existsSync(path)).map((path) => resolve(path))
  await folder.write({ id, recipe, glossary, engines, routes, online: isOnline({ ...libretranslate, engines }), fresh })
  // Orders of this output that an earlier run left, of other articles or another glossary.
  for (const other of await announcements(redis)) {
    if (other.output !== output || other.id === id) continue
    await openQueue(redis, other.id).obliterate({ force: true })
    await withdraw(redis, other.id)
  }
  const queue = openQueue(redis, id)
  // What waits of the same order may be done by now; what is not is asked for again.
  await queue.drain(true)
  await announce(redis, { id, version, output, since: new Date().toISOString() })
  const outage = outageOf(redis, address, config.waitMs, notice)
  return new Coordinator({ redis, queue, folder, store: new ShardStore(output), fresh, outage, notice, shown: address.shown })
}

interface Surroundings {
  readonly redis: Redis
  readonly queue: ShardQueue
  readonly folder: OrderFolder
  readonly store: ShardStore
  readonly fresh: boolean
  /** Aborted when the queue was away for too long. */
  readonly outage: AbortSignal
  readonly notice: (message: string) => void
  /** The queue's address. */
  readonly shown: string
}

/** A shard that was asked for and is not done yet. */
interface Wanted {
  readonly data: JobData
  readonly items: number
  /** Items that `onItems` was told of. */
  told: number
  /** Looks at which it was neither waiting nor done. */
  missed: number
  readonly onItems: (count: number) => void
  readonly resolve: (completion: Completion) => void
  readonly reject: (reason: unknown) => void
}

class Coordinator implements Workers {
  readonly capacity = CAPACITY
  readonly #at: Surroundings
  /** By job. */
  readonly #wanted = new Map<string, Wanted>()
  readonly #heard = new WeakSet<AbortSignal>()
  readonly #left = new AbortController()
  readonly #looking: Promise<void>
  /** How it ends, as far as is known. */
  #end: 'done' | 'given up' | 'stopped' = 'done'
  /** Looks without anybody at work; undefined: that was told. */
  #lonely: number | undefined = 0

  constructor(surroundings: Surroundings) {
    this.#at = surroundings
    this.#hear(surroundings.outage)
    this.#looking = this.#look()
  }

  async process({ shard, earlier, signal, onItems }: Task): Promise<Completion> {
    const { store, folder, fresh } = this.#at
    this.#hear(signal)
    const { hash, origins, index } = shard
    const data: JobData = { hash, origins, index, place: placeOf(shard) }
    const items = shard.items.length
    // Whoever does it, and how often, takes over what is there: what is to be forgotten must be gone before.
    if (fresh) await store.forget(hash)
    await folder.put(shard, fresh ? [] : earlier)
    signal.throwIfAborted()
    const done = new Promise<Completion>((resolve, reject) => {
      this.#wanted.set(jobId(hash), { data, items, told: 0, missed: 0, onItems, resolve, reject })
    })
    // Asking waits while the queue is away; what ends the run ends that too.
    await Promise.race([this.#ask(data), done])
    return done
  }

  async #ask(data: JobData): Promise<void> {
    const id = jobId(data.hash)
    const { queue } = this.#at
    const before = await queue.getJob(id)
    // Of an earlier run: what it says holds no longer. One that is under way is waited for.
    if (before !== undefined && ((await before.isFailed()) || (await before.isCompleted()))) await before.remove()
    await queue.add('shard', data, {
      jobId: id,
      attempts: ATTEMPTS,
      backoff: { type: 'exponential', delay: 1000 },
      // A stack tells of this program's inside, and the reason is kept without it.
      stackTraceLimit: 0,
    })
  }

  /** Rejects all that is waited for, when `signal` is aborted. */
  #hear(signal: AbortSignal): void {
    if (this.#heard.has(signal)) return
    this.#heard.add(signal)
    const end = (): void => {
      for (const { reject } of this.#wanted.values()) reject(signal.reason)
      if (this.#wanted.size > 0) this.#end = 'stopped'
      this.#wanted.clear()
    }
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  }

  /** Looks at the queue again and again. */
  async #look(): Promise<void> {
    const { signal } = this.#left
    for (let count = 1; !signal.aborted; count += 1) {
      await pause(LOOK, undefined, { signal }).catch(() => {})
      if (signal.aborted || this.#wanted.size === 0) continue
      // An outage that lasts is told by its signal; one that does not is over at the next look.
      await this.#lookOnce(count).catch(() => {})
    }
  }

  async #lookOnce(count: number): Promise<void> {
    const { queue } = this.#at
    const [completed, failed, active] = await Promise.all([
      queue.getRanges(['completed'], 0, -1),
      queue.getRanges(['failed'], 0, -1),
      queue.getJobs(['active']),
    ])
    for (const job of active) this.#tell(job.id, Number(job.progress))
    for (const id of completed) await this.#settle(id)
    for (const id of failed) await this.#giveUp(id)
    if (count % LATE === 0) await this.#miss()
    await this.#noticeLonely(active.length)
  }

  #tell(id: string | undefined, done: number): void {
    const wanted = this.#wanted.get(id ?? '')
    if (wanted === undefined || !(done > wanted.told)) return
    wanted.onItems(done - wanted.told)
    wanted.told = done
  }

  /** A job is done when the store has what it made. */
  async #settle(id: string): Promise<boolean> {
    const wanted = this.#wanted.get(id)
    if (wanted === undefined) return false
    const completion = await this.#at.store.completion(wanted.data.hash)
    if (completion === undefined) return false
    this.#tell(id, wanted.items)
    this.#wanted.delete(id)
    await this.#at.folder.drop(wanted.data.hash)
    wanted.resolve(completion)
    return true
  }

  /** A shard that failed each time it was tried. */
  async #giveUp(id: string): Promise<void> {
    const wanted = this.#wanted.get(id)
    // Whoever fell silent may have finished it after all.
    if (wanted === undefined || (await this.#settle(id))) return
    const job = await this.#at.queue.getJob(id)
    this.#wanted.delete(id)
    this.#end = 'given up'
    wanted.reject(new DeadShardError(`${wanted.data.place}: given up: ${job?.failedReason ?? 'nobody knows why'}`))
  }

  /** What is neither waiting nor under way, nor done, was lost with the queue's last moment, or is damaged: it is asked for again. */
  async #miss(): Promise<void> {
    const { queue, notice } = this.#at
    const there = new Set(await queue.getRanges(['wait', 'delayed', 'prioritized', 'active', 'failed'], 0, -1))
    for (const [id, wanted] of this.#wanted) {
      if (there.has(id) || (await this.#settle(id))) continue
      wanted.missed += 1
      // Seen missing twice: between two lists a job may be in neither.
      if (wanted.missed < 2) continue
      wanted.missed = 0
      notice(`${wanted.data.place}: lost or damaged; asked for again`)
      await this.#ask(wanted.data)
    }
  }

  async #noticeLonely(active: number): Promise<void> {
    if (active > 0) this.#lonely = 0
    if (this.#lonely === undefined) return
    this.#lonely += 1
    if (this.#lonely < LONELY || (await this.#at.queue.getWorkersCount()) > 0) return
    this.#lonely = undefined
    const { shown, notice } = this.#at
    notice(`nobody works at ${shown}: start one or more with \`synoptic worker --queue ${shown}\``)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#left.abort()
    const { redis } = this.#at
    await Promise.race([this.#leave().catch(() => {}), pause(LEAVE, undefined, { ref: false })])
    redis.disconnect()
    await this.#looking
  }

  /** Takes back what nobody has begun; what is under way is finished, and found by the next run. */
  async #leave(): Promise<void> {
    const { redis, queue, folder } = this.#at
    if (redis.status !== 'ready') return
    await queue.drain(true)
    // What was given up stays, for `run --status` to tell.
    if (this.#end === 'given up') return
    await withdraw(redis, queue.name)
    if (this.#end === 'done') await folder.clear()
    // Who still has a shard in hand goes on with it, unless all is done.
    if (this.#end === 'done' || (await queue.getActiveCount()) === 0) await queue.obliterate({ force: true })
  }
}
