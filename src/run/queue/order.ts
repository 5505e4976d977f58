/**
 * What a run asks of those who work for it. The queue knows that there is an order, and which shards of it wait; everything else lies in the
 * output folder, which all see:
 *
 * ```
 * <output>/.synoptic/queue/order.json     the recipe
 * <output>/.synoptic/queue/<hash>.json    a shard that waits: its articles, and a hash of them
 * ```
 */
import { readFile, rm } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { type Job, Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import type { EngineName } from '../../config.ts'
import { place } from '../../errors.ts'
import { writeWhole } from '../files.ts'
import { type Shard, sha256 } from '../plan.ts'
import type { Recipe } from '../recipe.ts'

/** All keys of ours begin so: one Redis may serve others. */
const PREFIX = 'synoptic'
const ORDERS = `${PREFIX}:orders`

/** What the queue knows of an order. */
export interface Announcement {
  /** Names the order's queue: of the output and the recipe, so that the same run after a kill finds what it left. */
  readonly id: string
  /** Of this program. */
  readonly version: string
  /** The output, as the run's host sees it. */
  readonly output: string
  /** When the run began, ISO 8601. */
  readonly since: string
}

/** What lies in the output folder. */
export interface Order {
  readonly id: string
  readonly recipe: Recipe
  /** Where the run was told to look for glossaries. */
  readonly glossary: readonly string[]
  readonly engines: readonly EngineName[]
  readonly routes?: Readonly<Record<string, readonly EngineName[]>>
  /** Whether a server translates. */
  readonly online: boolean
  readonly fresh: boolean
}

export interface JobData {
  /** The shard's. */
  readonly hash: string
  /** The shard's. */
  readonly origins: string
  /** 0-based place in the input. */
  readonly index: number
  /** What a person finds it by. */
  readonly place: string
}

export type ShardQueue = Queue<JobData, void, string>
export type ShardJob = Job<JobData, void, string>

export function orderId(output: string, recipe: Recipe): string {
  return sha256(resolve(output), recipe.hash).slice(0, 16)
}

/** Of a shard's job. A number alone is no name to the queue. */
export function jobId(hash: string): string {
  return `s${hash.slice(0, 24)}`
}

/** What a person finds a shard by. */
export function placeOf({ index, items }: Shard): string {
  const ends = [items[0], items.at(-1)].map((item) => (item?.kind === 'article' ? item.article : item?.rejected))
  const [first, last] = ends.map((end) => (end === undefined ? '' : `${place(end.origin)} (${end.id})`))
  return `shard ${index + 1}, ${first} to ${last}`
}

export async function announce(redis: Redis, announcement: Announcement): Promise<void> {
  await redis.hset(ORDERS, announcement.id, JSON.stringify(announcement))
}

export async function withdraw(redis: Redis, id: string): Promise<void> {
  await redis.hdel(ORDERS, id)
}

/** Removes what a worker's last look at a withdrawn order's queue left behind. */
export async function sweep(redis: Redis, id: string): Promise<void> {
  if ((await redis.hexists(ORDERS, id)) === 0) await redis.del(`${PREFIX}:${id}:meta`, `${PREFIX}:${id}:stalled-check`)
}

/** All orders, the oldest first. */
export async function announcements(redis: Redis): Promise<Announcement[]> {
  const found = Object.values(await redis.hgetall(ORDERS)).map((text) => JSON.parse(text) as Announcement)
  return found.sort((a, b) => a.since.localeCompare(b.since) || a.id.localeCompare(b.id))
}

/** What every end of an order's queue is opened with. */
export function queueOptions(connection: Redis) {
  return { connection, prefix: PREFIX }
}

/** @param reader whether it is only looked at: then nothing of it is left where it was none */
export function openQueue(redis: Redis, id: string, reader = false): ShardQueue {
  const queue: ShardQueue = new Queue(id, { ...queueOptions(redis), skipMetasUpdate: reader })
  // An outage is seen at the connection; without a listener it would end the process.
  queue.on('error', () => {})
  return queue
}

/** The folder of an order's files. */
export class OrderFolder {
  readonly #folder: string

  constructor(output: string) {
    this.#folder = join(output, '.synoptic', 'queue')
  }

  async write(order: Order): Promise<void> {
    await writeWhole(join(this.#folder, 'order.json'), [JSON.stringify(order)])
  }

  /** Undefined when there is none, or another one. */
  async read(id: string): Promise<Order | undefined> {
    try {
      const order = JSON.parse(await readFile(join(this.#folder, 'order.json'), 'utf8')) as Order
      return order.id === id ? order : undefined
    } catch {
      return undefined
    }
  }

  /** @param earlier files of the store */
  async put(shard: Shard, earlier: readonly string[]): Promise<void> {
    // The store's folder may stand elsewhere for who reads this.
    const text = JSON.stringify({ shard, earlier: earlier.map((file) => basename(file)) })
    await writeWhole(this.#file(shard.hash), [sha256(text), text])
  }

  /** @throws Error when the file is missing or damaged */
  async get(hash: string): Promise<{ shard: Shard; earlier: readonly string[] }> {
    const file = this.#file(hash)
    const [checksum, text = ''] = (await readFile(file, 'utf8')).split('\n', 2)
    if (checksum !== sha256(text)) throw new Error(`${file}: damaged`)
    return JSON.parse(text) as { shard: Shard; earlier: readonly string[] }
  }

  async drop(hash: string): Promise<void> {
    await rm(this.#file(hash), { force: true })
  }

  async clear(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true })
  }

  #file(hash: string): string {
    return join(this.#folder, `${hash.slice(0, 24)}.json`)
  }
}
