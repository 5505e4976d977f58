import type { Unit } from '../../../engines/memory.ts'
import { corpusOf } from '../../../run/corpus.ts'

/** Sentence by sentence, what was translated in the run at `output`; not what was given, nor what is only nearly what the memory says. */
export async function* unitsOfRun(output: string): AsyncGenerator<Unit> {
  for await (const { language, segments, translations } of corpusOf(output)) {
    for (const translation of translations.filter(({ engine }) => engine !== 'given')) {
      for (const [at, segment] of segments.entries()) {
        const target = translation.segments[at]
        if (target === undefined || target.origin === 'missing' || target.match !== undefined) continue
        yield new Map([
          [language, segment.text],
          [translation.language, target.text],
        ])
      }
    }
  }
}
