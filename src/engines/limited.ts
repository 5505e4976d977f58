import pLimit from 'p-limit'
import type { Translator } from './translator.ts'

/** At most `concurrency` calls under way at once; the others wait their turn. */
export function limited(translator: Translator, concurrency: number): Translator {
  const limit = pLimit(concurrency)
  return {
    ...translator,
    translate: (texts, from, to, signal) =>
      limit(() => {
        signal.throwIfAborted()
        return translator.translate(texts, from, to, signal)
      }),
  }
}
