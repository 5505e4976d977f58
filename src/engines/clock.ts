import { setTimeout as sleep } from 'node:timers/promises'

/** Time and chance, handed in so that tests decide both. Neither ever reaches a result. */
export interface Clock {
  /** Milliseconds since some fixed moment. */
  readonly now: () => number
  /** @throws the signal's reason, as soon as it is aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>
  /** 0 ≤ x < 1 */
  readonly random: () => number
}

export const systemClock: Clock = {
  now: () => performance.now(),
  sleep: async (milliseconds, signal) => {
    try {
      await sleep(milliseconds, undefined, { signal })
    } catch {
      throw signal.reason
    }
  },
  random: Math.random,
}
