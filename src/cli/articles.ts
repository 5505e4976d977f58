/** What the commands share that look at articles one by one: read them, run the first stages, say what was rejected. */
import type { Article, Rejected } from '../article.ts'
import { isEncoding, notAnEncoding } from '../config.ts'
import { place, UsageError } from '../errors.ts'
import { read } from '../read/index.ts'
import type { Pipeline } from '../stage.ts'
import { interrupted } from './interrupt.ts'
import type { ReadingFlags } from './reading.ts'
import { tell } from './text.ts'

/** Each article of `files` through `stages`. What is rejected is told on stderr and makes the exit code 1. */
export async function* articles<Out extends Article>(
  files: readonly string[],
  stages: Pipeline<Article, Out>,
  { encoding, field }: ReadingFlags = {},
): AsyncGenerator<Out> {
  if (encoding !== undefined && !isEncoding(encoding)) throw new UsageError(`--encoding: ${notAnEncoding(encoding)}`)
  for await (const item of read(files, interrupted, { encoding, fields: field })) {
    if (item.kind === 'rejected') {
      reject(item.rejected)
      continue
    }
    const outcome = await stages.run(item.article, interrupted)
    if (outcome.kind === 'done') yield outcome.article
    else reject(outcome.rejected)
  }
}

function reject({ origin, stage, code, detail }: Rejected): void {
  tell(`${place(origin)}: rejected by ${stage} (${code}): ${detail}`)
  process.exitCode = 1
}
