import { type EngineCode, EngineError } from '../errors.ts'
import { type Clock, systemClock } from './clock.ts'
import type { Translator } from './translator.ts'

/** How long a failure is taken for granted, in milliseconds. A key that is wrong stays wrong. */
const remembered: Partial<Record<EngineCode, number>> = {
  unreachable: 30_000,
  'rate-limited': 60_000,
  banned: 600_000,
  unauthorized: Number.POSITIVE_INFINITY,
}

/**
 * Remembers that the engine is down, so that a thousand articles become pending at once instead of each waiting in vain. When the time
 * is over a single call tries anew; the others are let through again once it succeeded.
 */
export function breaker(translator: Translator, clock: Clock = systemClock): Translator {
  let failure: { readonly error: EngineError; readonly until: number } | undefined
  let trying = false

  return {
    ...translator,
    translate: async (texts, from, to, signal) => {
      const trial = failure !== undefined
      if (failure !== undefined) {
        if (trying || clock.now() < failure.until) throw again(failure.error)
        trying = true
      }
      try {
        const results = await translator.translate(texts, from, to, signal)
        failure = undefined
        return results
      } catch (thrown) {
        const duration = thrown instanceof EngineError ? remembered[thrown.code] : undefined
        if (duration !== undefined) failure = { error: thrown as EngineError, until: clock.now() + duration }
        else if (thrown instanceof EngineError) failure = undefined
        throw thrown
      } finally {
        if (trial) trying = false
      }
    },
  }
}

/** The same failure for another call: what that one got back in part is not this one's. */
function again({ code, message, status }: EngineError): EngineError {
  return new EngineError(code, message, { status })
}
