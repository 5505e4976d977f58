/**
 * All that is made of the finished corpus: its stories, then one pass over its shards, in order, through every sink; then the new files take
 * the old ones' places. So the results are the same whatever was done first, and a reader never sees half of them. Results that are made of the
 * same shards already, and stand as they were written, are left alone.
 */
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Format } from '../config.ts'
import { parseArticle } from '../write/corpus.ts'
import { openSinks, products, shardName } from '../write/index.ts'
import { linesOf, linkOrCopy } from './files.ts'
import { sha256 } from './plan.ts'
import { noteStanding, standsAsMade } from './standing.ts'
import type { AssembledShard } from './store.ts'
import { storiesOf } from './stories.ts'
import { version } from './version.ts'

export interface AssemblyOptions {
  readonly output: string
  /** All that the input was cut into, finished, in order. */
  readonly shards: readonly AssembledShard[]
  readonly formats: readonly Format[]
  /** Make them also where they stand already. @defaultValue false */
  readonly fresh?: boolean | undefined
  readonly signal: AbortSignal
}

export async function assemble({ output, shards, formats, fresh = false, signal }: AssemblyOptions): Promise<void> {
  const vouched = await Promise.all(shards.map(({ hash, store }) => store.vouched(hash)))
  const made = sha256(version, ...formats, '', ...vouched.map((shard) => JSON.stringify(shard)))
  if (!fresh && (await standsAsMade(output, made))) return
  const build = join(output, '.synoptic', 'build')
  await rm(build, { recursive: true, force: true })
  await mkdir(join(build, 'corpus'), { recursive: true })
  const sinks = openSinks(build, { formats, version, shards: shards.length })
  try {
    for await (const story of storiesOf(shards, signal)) await sinks.tell(story)
    for (const [index, { hash, store }] of shards.entries()) {
      const file = join(build, 'corpus', `${shardName(index)}.jsonl`)
      await linkOrCopy(store.linesFile(hash), file)
      let number = 0
      sinks.begin(index)
      for await (const line of linesOf(file)) {
        signal.throwIfAborted()
        number += 1
        await sinks.write(parseArticle(line, file, number))
      }
    }
    for (const shard of vouched) for (const record of shard?.rejected ?? []) await sinks.reject(record)
  } finally {
    await sinks.close()
  }
  await swap(build, output)
  await noteStanding(output, made)
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
