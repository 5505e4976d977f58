/** The way to a queue: tried at the beginning, watched from then on. */
import { Redis } from 'ioredis'
import { messageOf, UsageError } from '../../errors.ts'
import type { QueueAddress } from './address.ts'

/** Milliseconds in which a server that is there answers. */
const PATIENCE = 5000

/**
 * A connection that was tried. From then on it comes back by itself, and commands wait for it.
 * @throws UsageError when the server cannot be reached, refuses the password, or is no Redis server
 */
export async function connect({ shown, options }: QueueAddress): Promise<Redis> {
  const trial = new Redis({ ...options, lazyConnect: true, connectTimeout: PATIENCE, retryStrategy: () => null, maxRetriesPerRequest: 0 })
  let cause: unknown
  trial.on('error', (error) => {
    cause ??= error
  })
  const tooLate = setTimeout(() => {
    cause ??= new Error(`no answer of a Redis server in ${PATIENCE / 1000} s`)
    trial.disconnect()
  }, PATIENCE)
  try {
    await trial.connect()
    await trial.ping()
  } catch (thrown) {
    throw new UsageError(`${shown}: ${reasonOf(cause ?? thrown)}`)
  } finally {
    clearTimeout(tooLate)
    trial.disconnect()
  }
  return new Redis({ ...options, maxRetriesPerRequest: null, retryStrategy: (times) => Math.min(times * 100, 1000) })
}

function reasonOf(cause: unknown): string {
  const message = messageOf(cause)
  if (message.includes('WRONGPASS')) return 'the queue refuses this user or password'
  if (message.includes('NOAUTH')) return 'the queue wants a password: give it in the address, or in REDIS_PASSWORD'
  return `no queue can be reached there: ${message}`
}

/**
 * Tells of outages as they begin and end. Commands wait through them.
 * @param waitMs longest outage, in milliseconds
 * @returns aborted, with a UsageError, when one is longer: then the connection is given up, and commands that wait fail
 */
export function outageOf(redis: Redis, { shown }: QueueAddress, waitMs: number, notice: (message: string) => void): AbortSignal {
  const givenUp = new AbortController()
  let timer: NodeJS.Timeout | undefined
  redis.on('error', () => {
    // What an error means is said by 'close', which follows it.
  })
  redis.on('close', () => {
    if (timer !== undefined || redis.status === 'end') return
    notice(`${shown}: the queue is away; waiting for it`)
    timer = setTimeout(() => {
      givenUp.abort(new UsageError(`${shown}: the queue was away for longer than --wait; finished work is kept, the same command goes on`))
      redis.disconnect()
    }, waitMs)
  })
  redis.on('ready', () => {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    notice(`${shown}: the queue is back`)
  })
  redis.on('end', () => clearTimeout(timer))
  return givenUp.signal
}
