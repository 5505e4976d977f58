import { type EngineCode, EngineError } from '../errors.ts'
import { changed } from './partial.ts'
import type { Translator } from './translator.ts'

/** What to do about a failure of an engine, as a phrase for people, by its code. */
export type Remedies = Partial<Record<EngineCode, string>>

/** Errors of `translator` say what to do about them. */
export function remedied(translator: Translator, remedies: Remedies): Translator {
  const told = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer
    } catch (thrown) {
      if (!(thrown instanceof EngineError) || thrown.remedy !== undefined) throw thrown
      throw changed(thrown, { remedy: remedies[thrown.code] })
    }
  }
  return {
    ...translator,
    languages: (signal) => told(translator.languages(signal)),
    translate: (texts, from, to, options) => told(translator.translate(texts, from, to, options)),
  }
}
