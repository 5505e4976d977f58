/** The corpus of a finished run, to be read again. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Aligned } from '../article.ts'
import { FileError, messageOf } from '../errors.ts'
import { parseArticle } from '../write/corpus.ts'
import { placedLinesOf } from './lines.ts'

/** The articles of an output's corpus, compressed or not, in order. @throws FileError where there is none, or where a line is not an article of it */
export async function* corpusOf(output: string): AsyncGenerator<Aligned> {
  const folder = join(output, 'corpus')
  const expected = 'expected the folder of a finished run, with articles in corpus/*.jsonl or *.jsonl.gz'
  const names = await readdir(folder).catch((cause) => {
    throw new FileError(output, 0, `${expected}: ${messageOf(cause)}`, 0, { cause })
  })
  const files = names.filter((name) => /\.jsonl(\.gz)?$/.test(name)).sort()
  if (files.length === 0) throw new FileError(output, 0, expected)
  for (const name of files) {
    const file = join(folder, name)
    let number = 0
    try {
      for await (const { line } of placedLinesOf(file)) {
        number += 1
        yield parseArticle(line, file, number)
      }
    } catch (thrown) {
      if (thrown instanceof FileError) throw thrown
      throw new FileError(file, number + 1, messageOf(thrown), 0, { cause: thrown })
    }
  }
}
