/** Whether anybody is there who could translate what is pending. Asked before a shard is opened for its pending articles alone. */
import { type Clock, systemClock } from '../engines/clock.ts'
import { type EngineOptions, enginesOf, openNamed } from '../engines/index.ts'
import { EngineError } from '../errors.ts'

/** Milliseconds between two questions. */
const ROUND = 5000

/**
 * Why none of the engines can be reached, after waiting for them as long as is wanted; undefined when one can, or when that shows only as it is
 * asked to translate. Engines that refuse are there: they may refuse otherwise than before.
 * @throws the signal's reason, when it is aborted
 */
export async function whyAway(options: EngineOptions, signal: AbortSignal, clock: Clock = systemClock): Promise<string | undefined> {
  const { waitMs = 600_000, onWait, onGiveUp } = options
  const until = clock.now() + waitMs
  for (;;) {
    const reason = await unreachable(options, signal)
    const leftMs = until - clock.now()
    if (reason === undefined || leftMs <= 0) {
      onWait?.(undefined)
      if (reason !== undefined) onGiveUp?.(reason)
      return reason
    }
    onWait?.({ reason, leftMs })
    await clock.sleep(Math.min(ROUND, leftMs), signal)
  }
}

async function unreachable(options: EngineOptions, signal: AbortSignal): Promise<string | undefined> {
  const names = enginesOf(options)
  // It is on this machine.
  if (names.length === 0 || names.includes('bergamot')) return undefined
  let reason: string | undefined
  for (const name of names) {
    await using engine = openNamed(name, options, { waitMs: 0 })
    try {
      await engine.translator.languages(signal)
      return undefined
    } catch (thrown) {
      signal.throwIfAborted()
      if (!(thrown instanceof EngineError) || thrown.code !== 'unreachable') return undefined
      reason ??= thrown.message
    }
  }
  return reason
}
