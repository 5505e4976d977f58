/** What a queue holds, for who wants to see it. */
import type { QueueAddress } from './address.ts'
import { connect } from './connection.ts'
import { announcements, openQueue } from './order.ts'

/** Of one run. */
export interface QueueStatus {
  readonly order: string
  readonly output: string
  /** Of the program. */
  readonly version: string
  /** ISO 8601 */
  readonly since: string
  /** Shards; a shard that failed and is to be tried again waits. */
  readonly waiting: number
  readonly done: number
  /** Shards in hand, by worker (`host:pid`). */
  readonly active: Readonly<Record<string, number>>
  /** Given up, and why. */
  readonly failed: readonly { readonly shard: number; readonly place: string; readonly error: string }[]
  /** For what waits and is active, as fast as the last shards were done; undefined before the second one. */
  readonly secondsLeft?: number
}

/** Shards, done last, that the speed is taken of. */
const SAMPLE = 50

/** All runs at the queue, the oldest first. @throws UsageError when the queue cannot be reached */
export async function queueStatus(address: QueueAddress): Promise<QueueStatus[]> {
  const redis = await connect(address)
  try {
    const found: QueueStatus[] = []
    for (const { id, output, version, since } of await announcements(redis)) {
      const queue = openQueue(redis, id, true)
      const {
        wait = 0,
        delayed = 0,
        prioritized = 0,
        completed: done = 0,
      } = await queue.getJobCounts('wait', 'delayed', 'prioritized', 'completed')
      const [active, failed, last] = await Promise.all([queue.getActive(), queue.getFailed(), queue.getCompleted(0, SAMPLE - 1)])
      const waiting = wait + delayed + prioritized
      const perSecond = speed(last.map(({ finishedOn = 0 }) => finishedOn))
      found.push({
        order: id,
        output,
        version,
        since,
        waiting,
        done,
        active: countBy(active.map(({ processedBy = 'unknown' }) => processedBy)),
        failed: failed.map(({ data, failedReason }) => ({ shard: data.index + 1, place: data.place, error: failedReason })),
        ...(perSecond !== undefined && { secondsLeft: Math.round((waiting + active.length) / perSecond) }),
      })
    }
    return found
  } finally {
    redis.disconnect()
  }
}

/** @param ends milliseconds, of any clock @returns ends a second */
function speed(ends: readonly number[]): number | undefined {
  const span = Math.max(...ends) - Math.min(...ends)
  return ends.length > 1 && span > 0 ? ((ends.length - 1) * 1000) / span : undefined
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names.toSorted()) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
