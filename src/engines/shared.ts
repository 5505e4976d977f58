import { EngineError } from '../errors.ts'

/** Something asked of a server once and kept; asked again after it failed. */
export interface Shared<T> {
  readonly get: (signal: AbortSignal) => Promise<T>
  readonly forget: () => void
}

export function shared<T>(load: (signal: AbortSignal) => Promise<T>): Shared<T> {
  let known: Promise<T> | undefined
  return {
    get: async (signal) => {
      for (;;) {
        let own = false
        if (known === undefined) {
          own = true
          known = load(signal)
        }
        const asked = known
        try {
          return await asked
        } catch (thrown) {
          if (known === asked) known = undefined
          signal.throwIfAborted()
          // Whoever asked first may have been aborted: that is no answer for the others, who ask again.
          if (own || thrown instanceof EngineError) throw thrown
        }
      }
    },
    forget: () => {
      known = undefined
    },
  }
}
