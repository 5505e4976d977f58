import { EngineError } from '../errors.ts'
import { type Clock, systemClock } from './clock.ts'
import type { Translator } from './translator.ts'

export interface RetryOptions {
  /** Tries in all, the first one included, of an engine that answered before: one that restarts is back in half a minute. @defaultValue 10 */
  readonly attempts?: number
  /** The same, of one that never did: it is probably not there. @defaultValue 4 */
  readonly attemptsAtFirst?: number
  /** No further try begins when it would begin later than this after the first one, in milliseconds. @defaultValue 120000 */
  readonly budgetMs?: number
  readonly clock?: Clock
}

/** How to wait before the next try. Doubles with each; half of it is left to chance, so that clients do not come back in step. */
interface Patience {
  readonly firstMs: number
  readonly longestMs: number
  readonly attempts: number
}

/**
 * Asks again where that may help: no connection, no answer in time, a server that is not ready, too many requests. Waits the longer
 * the more often it failed, or as long as the server says. A text the engine fails on, and an answer that makes no sense, get one more try.
 */
export function retrying(
  translator: Translator,
  { attempts = 10, attemptsAtFirst = 4, budgetMs = 120_000, clock = systemClock }: RetryOptions = {},
): Translator {
  // One request told to slow down is meant for all of them.
  let restUntil = Number.NEGATIVE_INFINITY
  let answered = false

  const patienceWith = (error: EngineError, texts: number): Patience | undefined => {
    if (error.code === 'unreachable') return { firstMs: 500, longestMs: 8000, attempts: answered ? attempts : attemptsAtFirst }
    // LibreTranslate counts requests in windows of a minute and does not say when the next one is free.
    if (error.code === 'rate-limited') return { firstMs: 5000, longestMs: 40_000, attempts }
    const mayBeChance = error.code === 'bad-answer' || (error.code === 'refused-text' && error.status === 500 && texts === 1)
    return mayBeChance ? { firstMs: 500, longestMs: 500, attempts: Math.min(attempts, 2) } : undefined
  }

  const retry = async <T>(texts: number, ask: () => Promise<T>, signal: AbortSignal): Promise<T> => {
    const started = clock.now()
    for (let attempt = 1; ; attempt += 1) {
      if (restUntil > clock.now()) await clock.sleep(restUntil - clock.now(), signal)
      try {
        const answer = await ask()
        answered = true
        return answer
      } catch (thrown) {
        const patience = thrown instanceof EngineError ? patienceWith(thrown, texts) : undefined
        if (patience === undefined || attempt >= patience.attempts) throw thrown
        const { code, retryAfterMs } = thrown as EngineError
        const backoff = Math.min(patience.longestMs, patience.firstMs * 2 ** (attempt - 1)) * (0.5 + clock.random() / 2)
        const wait = retryAfterMs ?? backoff
        if (clock.now() + wait > started + budgetMs) throw thrown
        if (code === 'rate-limited') restUntil = Math.max(restUntil, clock.now() + wait)
        else await clock.sleep(wait, signal)
      }
    }
  }

  return {
    name: translator.name,
    languages: (signal) => retry(0, () => translator.languages(signal), signal),
    translate: (texts, from, to, signal) => retry(texts.length, () => translator.translate(texts, from, to, signal), signal),
  }
}
