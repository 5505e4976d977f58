/** Answers of which some did not come. */
import { EngineError } from '../errors.ts'

/**
 * The answers in the order of the texts.
 * @throws EngineError with what did come, when not all did; a fault of the engine rather than one of a text.
 */
export function join(
  batches: readonly (readonly string[])[],
  outcomes: readonly PromiseSettledResult<readonly string[]>[],
): readonly string[] {
  const errors: EngineError[] = []
  const results = outcomes.flatMap((outcome, at): readonly (string | undefined)[] => {
    if (outcome.status === 'fulfilled') return outcome.value
    if (!(outcome.reason instanceof EngineError)) throw outcome.reason
    errors.push(outcome.reason)
    return outcome.reason.partial ?? batches[at]!.map(() => undefined)
  })
  const worst = errors.find(({ code }) => code !== 'refused-text') ?? errors[0]
  if (worst === undefined) return results as readonly string[]
  throw withPartial(worst, results)
}

/** The same error, with other partial results. */
export function withPartial(error: EngineError, partial: readonly (string | undefined)[]): EngineError {
  return new EngineError(error.code, error.message, { cause: error, status: error.status, retryAfterMs: error.retryAfterMs, partial })
}
