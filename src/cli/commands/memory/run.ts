import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Unit } from '../../../engines/memory.ts'
import { FileError, messageOf } from '../../../errors.ts'
import { linesOf } from '../../../run/files.ts'
import { parseArticle } from '../../../write/corpus.ts'

/** Sentence by sentence, what was translated in the run at `output`; not what was given, nor what is only nearly what the memory says. */
export async function* unitsOfRun(output: string): AsyncGenerator<Unit> {
  const folder = join(output, 'corpus')
  const names = await readdir(folder).catch((thrown) => {
    throw new FileError(folder, 0, `expected the folder of a finished run: ${messageOf(thrown)}`, 0, { cause: thrown })
  })
  for (const name of names.filter((each) => each.endsWith('.jsonl')).sort()) {
    let line = 0
    for await (const text of linesOf(join(folder, name))) {
      line += 1
      const { language, segments, translations } = parseArticle(text, join(folder, name), line)
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
}
