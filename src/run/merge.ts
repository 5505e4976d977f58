/** One output of runs that did a part of the shards each. */

import { join } from 'node:path'
import type { Config } from '../config.ts'
import { UsageError } from '../errors.ts'
import { Judgements } from '../glossary/index.ts'
import { assemble } from './assemble.ts'
import { checkOutput } from './check.ts'
import { startClocks } from './cpu.ts'
import { writeWhole } from './files.ts'
import { lock } from './lock.ts'
import { type Manifest, readManifest, writeManifest } from './manifest.ts'
import { keepSettings } from './settings.ts'
import { takeOverSkipped } from './skipped.ts'
import { type AssembledShard, ShardStore } from './store.ts'
import { type RunSummary, SummaryBuilder } from './summary.ts'

export interface MergeOptions {
  /** Outputs of runs, in any order. */
  readonly parts: readonly string[]
  readonly output: string
  readonly config: Config
  readonly signal: AbortSignal
  readonly notice: (message: string) => void
}

/**
 * Takes the shards over into `output` and makes the results of them, byte for byte those of one run over the whole input.
 * @throws UsageError when the parts are not of one input and one recipe, when a shard is missing or damaged, or the output cannot be written
 */
export async function merge({ parts, output, config, signal, notice }: MergeOptions): Promise<RunSummary> {
  const clocks = startClocks()
  const manifest = await commonManifest(parts)
  await checkOutput({ input: parts, output })
  await using _lock = await lock(output, notice)
  const store = new ShardStore(output, config)
  const summary = new SummaryBuilder()
  for (const [reason, count] of Object.entries(manifest.skipped)) summary.skip({ reason, count })
  const shards: AssembledShard[] = []
  const missing: number[] = []
  for (const [index, hash] of manifest.shards.entries()) {
    const completion = await takeOver(hash, parts, store, notice)
    if (completion === undefined) missing.push(index + 1)
    else summary.add(completion, false)
    shards.push({ hash, store })
    signal.throwIfAborted()
  }
  if (missing.length > 0) {
    const named = `${missing.slice(0, 10).join(', ')}${missing.length > 10 ? ', …' : ''}`
    throw new UsageError(
      `${missing.length} of ${shards.length} shards are in none of these folders (${named}); run the parts that have them`,
    )
  }
  await store.keepOnly(manifest.shards)
  await takeOverSkipped(parts[0]!, output)
  await writeManifest(output, { ...manifest, part: undefined })
  const judgements = new Judgements({ lines: manifest.judgements })
  await assemble({ output, shards, formats: config.formats, compress: config.compress, judgements, signal })
  await keepSettings(output, undefined)
  const result = summary.build({ ...config, input: parts, output }, clocks())
  await writeWhole(join(output, 'run.json'), [JSON.stringify(result, null, 2)])
  return result
}

/** Records a shard in `store`, from whichever part has it whole. */
async function takeOver(hash: string, parts: readonly string[], store: ShardStore, notice: (message: string) => void) {
  const own = await store.completion(hash)
  if (own !== undefined) return own
  for (const part of parts) {
    const from = new ShardStore(part)
    const completion = await from.completion(hash, (file) => notice(`${file}: damaged`))
    if (completion === undefined) continue
    await store.takeOver(from, hash)
    return completion
  }
  return undefined
}

/** What all parts were made of; they must agree. */
async function commonManifest(parts: readonly string[]): Promise<Manifest> {
  const manifests = await Promise.all(parts.map(readManifest))
  const [first] = manifests as [Manifest, ...Manifest[]]
  const other = manifests.findIndex(({ shards, version }) => version !== first.version || shards.join() !== first.shards.join())
  if (other > 0)
    throw new UsageError(`${parts[0]} and ${parts[other]} are not parts of one run: their input, settings, glossary or version differ`)
  return first
}
