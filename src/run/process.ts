/** The shards of a run: those that are not done yet are given to workers, a few at once. */
import { UsageError } from '../errors.ts'
import { isOfPart, type Part } from './manifest.ts'
import type { Shard } from './plan.ts'
import type { Progress } from './progress.ts'
import type { Completion, Harvest, ShardStore } from './store.ts'
import type { SummaryBuilder } from './summary.ts'
import { DeadShardError, type Workers } from './task.ts'

export interface Work {
  /** Only these; the others are told in the result alone. @defaultValue all */
  readonly part: Part | undefined
  readonly fresh: boolean
  readonly signal: AbortSignal
  readonly progress: Pick<Progress, 'notice' | 'planned' | 'done' | 'allPlanned'>
  readonly store: ShardStore
  readonly summary: SummaryBuilder
  /** Who does them. They, what they have read and their memory are gone when this is done: what comes after needs its own. */
  readonly workers: () => Promise<Workers>
  /** Whether what an earlier run left pending may be finished by this one. */
  readonly mayFill: () => Promise<boolean>
}

/**
 * Processes the shards that are not done yet, a few at once.
 * @returns the hashes of all shards, in order, those of other parts too
 * @throws UsageError when some were given up, after all others are done
 */
export async function processAll(shards: AsyncIterable<Shard>, work: Work): Promise<string[]> {
  const { store, summary, progress, part, fresh, mayFill } = work
  await using workers = await work.workers()
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
