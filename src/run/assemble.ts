/**
 * All that is made of the finished corpus: one pass over its shards, in order, through every sink; then the new files take
 * the old ones' places. So the results are the same whatever was done first, and a reader never sees half of them.
 */
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Rejected } from '../article.ts'
import type { Format } from '../config.ts'
import { parseArticle } from '../write/corpus.ts'
import { openSinks, products } from '../write/index.ts'
import { linesOf } from './files.ts'
import { version } from './version.ts'

export interface AssemblyOptions {
  readonly output: string
  /** In order. */
  readonly corpusFiles: readonly string[]
  readonly rejected: AsyncIterable<Rejected> | Iterable<Rejected>
  readonly formats: readonly Format[]
  readonly signal: AbortSignal
}

export async function assemble({ output, corpusFiles, rejected, formats, signal }: AssemblyOptions): Promise<void> {
  const build = join(output, '.synoptic', 'build')
  await rm(build, { recursive: true, force: true })
  await mkdir(build, { recursive: true })
  const sinks = openSinks(build, { formats, version })
  try {
    for (const file of corpusFiles) {
      let number = 0
      for await (const line of linesOf(file)) {
        signal.throwIfAborted()
        number += 1
        await sinks.write(parseArticle(line, file, number))
      }
    }
    for await (const record of rejected) await sinks.reject(record)
  } finally {
    await sinks.close()
  }
  await swap(build, output)
}

/** Each product moves into place by a rename; one that this run no longer makes goes. */
async function swap(build: string, output: string): Promise<void> {
  const old = join(output, '.synoptic', 'old')
  await rm(old, { recursive: true, force: true })
  await mkdir(old, { recursive: true })
  for (const product of products) {
    if (await exists(join(output, product))) await rename(join(output, product), join(old, product))
    if (await exists(join(build, product))) await rename(join(build, product), join(output, product))
  }
  await rm(old, { recursive: true, force: true })
  await rm(build, { recursive: true, force: true })
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
