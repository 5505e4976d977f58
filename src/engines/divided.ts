import { EngineError } from '../errors.ts'
import { join } from './batched.ts'
import type { Translator } from './translator.ts'

/** One bad text fails a whole batch: a batch that was refused is halved until the bad text stands alone, and the others come through. */
export function divided(translator: Translator): Translator {
  const translate: Translator['translate'] = async (texts, from, to, signal) => {
    try {
      return await translator.translate(texts, from, to, signal)
    } catch (thrown) {
      const divisible = thrown instanceof EngineError && thrown.code === 'refused-text' && texts.length > 1
      if (!divisible) throw thrown
    }
    const middle = Math.ceil(texts.length / 2)
    const halves = [texts.slice(0, middle), texts.slice(middle)]
    const outcomes: PromiseSettledResult<readonly string[]>[] = []
    // One after the other: this call holds one place among those that run at once.
    for (const half of halves) outcomes.push(...(await Promise.allSettled([translate(half, from, to, signal)])))
    return join(halves, outcomes)
  }
  return { ...translator, translate }
}
