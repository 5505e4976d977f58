/**
 * The results of a finished corpus: its stories, which mend names in some articles, then one pass over its shards, in order, through every sink;
 * then the new files take the old ones' places. So the results are the same whatever was done first, and a reader never sees half of them.
 */
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Format } from '../config.ts'
import type { Judgements } from '../glossary/index.ts'
import type { Skipped } from '../read/index.ts'
import { restoreArticle } from '../write/corpus.ts'
import { openSinks, products, shardName } from '../write/index.ts'
import { linkOrCopy, writeWhole } from './files.ts'
import { isCompressed, linesOf, placedLinesOf } from './lines.ts'
import { MendedLines } from './mended.ts'
import type { AssembledShard, Vouched } from './store.ts'
import { storiesOf } from './stories.ts'
import { version } from './version.ts'

export interface AssemblyOptions {
  readonly output: string
  /** All that the input was cut into, finished, in order. */
  readonly shards: readonly AssembledShard[]
  readonly formats: readonly Format[]
  /** Whether the corpus is compressed. @defaultValue false */
  readonly compress?: boolean | undefined
  /** In force; what they say of names that one version mends in another is obeyed here. */
  readonly judgements: Judgements
  /** Whether engines are set side by side when the results are there. @defaultValue false */
  readonly compare?: boolean | undefined
  /** Names of the glossary, read when they are needed. @defaultValue none is known but those that are mentioned */
  readonly names?: (() => Promise<readonly string[]>) | undefined
  /** Make them also where they stand already. @defaultValue false */
  readonly fresh?: boolean | undefined
  readonly signal: AbortSignal
}

export async function makeResults(
  { output, shards, formats, compress = false, compare = false, judgements, names, signal }: AssemblyOptions,
  {
    vouched,
    skipped,
  }: { /** Of each of the shards. */ readonly vouched: readonly (Vouched | undefined)[]; readonly skipped: readonly Skipped[] },
): Promise<void> {
  const build = join(output, '.synoptic', 'build')
  await rm(build, { recursive: true, force: true })
  await mkdir(join(build, 'corpus'), { recursive: true })
  const sinks = openSinks(build, { formats, version, shards: shards.length, names: await names?.(), engines: compare })
  try {
    await using mended = await MendedLines.open(build)
    for await (const told of storiesOf(shards, judgements, signal)) {
      await sinks.tell(told.story)
      for (const { hash, start, article } of told.mended) await mended.add(hash, start, article)
    }
    for (const [index, { hash, store }] of shards.entries()) {
      const file = join(build, 'corpus', `${shardName(index)}.jsonl${compress ? '.gz' : ''}`)
      const stored = store.linesFile(hash)
      if (mended.has(hash)) await writeWhole(file, mended.of(hash, placedLinesOf(stored)), { compress })
      else if ((await isCompressed(stored)) === compress) await linkOrCopy(stored, file)
      else await writeWhole(file, linesOf(stored), { compress })
      let number = 0
      sinks.begin(index)
      for await (const line of linesOf(file)) {
        signal.throwIfAborted()
        number += 1
        await sinks.write(restoreArticle(line, file, number))
      }
    }
    for (const shard of vouched) for (const record of shard?.rejected ?? []) await sinks.reject(record)
    for (const each of skipped) sinks.skip(each)
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
