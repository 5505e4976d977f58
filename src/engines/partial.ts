/** Answers of which some did not come. */
import { EngineError, type EngineErrorOptions } from '../errors.ts'
import type { Answer } from './translator.ts'

/**
 * The answers in the order of the texts.
 * @throws EngineError with what did come, when not all did; a fault of the engine rather than one of a text.
 */
export function join(
  batches: readonly (readonly string[])[],
  outcomes: readonly PromiseSettledResult<readonly Answer[]>[],
): readonly Answer[] {
  const errors: EngineError[] = []
  const results = outcomes.flatMap((outcome, at): readonly (Answer | undefined)[] => {
    if (outcome.status === 'fulfilled') return outcome.value
    if (!(outcome.reason instanceof EngineError)) throw outcome.reason
    errors.push(outcome.reason)
    return outcome.reason.partial ?? batches[at]!.map(() => undefined)
  })
  const worst = errors.find(({ code }) => code !== 'refused-text') ?? errors[0]
  if (worst === undefined) return results as readonly Answer[]
  throw withPartial(worst, results)
}

/** The same error, with other partial results. */
export function withPartial(error: EngineError, partial: readonly (Answer | undefined)[]): EngineError {
  return changed(error, { partial })
}

/** The same error, but for `changes`. */
export function changed(error: EngineError, changes: EngineErrorOptions): EngineError {
  const { code, message, status, retryAfterMs, partial, remedy } = error
  return new EngineError(code, message, { cause: error, status, retryAfterMs, partial, remedy, ...changes })
}
