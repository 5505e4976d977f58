import { EngineError } from '../errors.ts'
import { answersOf, type Translator } from './translator.ts'

/** Stands where there is no engine: every text that is asked for fails with `reason`. */
export function unavailable(reason: string, remedy: string): Translator {
  return {
    name: 'none',
    languages: async () => [],
    translate: async (texts) => {
      if (texts.some((text) => text !== '')) throw new EngineError('not-set-up', reason, { remedy })
      return answersOf('none', texts)
    },
  }
}
