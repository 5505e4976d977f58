/** What a run was made of, for `assemble` to put its parts together. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Format } from '../config.ts'
import { UsageError } from '../errors.ts'
import type { LoggedJudgement } from '../glossary/index.ts'
import { writeWhole } from './files.ts'

/** One of several processes that share a run's shards: every `count`th shard from `index`. */
export interface Part {
  /** 1 to `count`. */
  readonly index: number
  readonly count: number
}

export interface Manifest {
  readonly version: string
  readonly formats: readonly Format[]
  /** What was passed over while reading, by reason. */
  readonly skipped: Readonly<Record<string, number>>
  /** What people said of names: some of it concerns what is done when the parts are put together. */
  readonly judgements: readonly LoggedJudgement[]
  /** Hashes of all shards of the input, in order. */
  readonly shards: readonly string[]
  /** What of them was done; undefined for all. */
  readonly part?: Part | undefined
}

/** @param shard 0-based */
export function isOfPart(shard: number, { index, count }: Part): boolean {
  return shard % count === index - 1
}

export function ofPart<T>(shards: readonly T[], part: Part): T[] {
  return shards.filter((_, index) => isOfPart(index, part))
}

function fileIn(output: string): string {
  return join(output, '.synoptic', 'run.json')
}

export async function writeManifest(output: string, manifest: Manifest): Promise<void> {
  await writeWhole(fileIn(output), [JSON.stringify(manifest)])
}

/** @throws UsageError when no run has ended in `output` */
export async function readManifest(output: string): Promise<Manifest> {
  try {
    return JSON.parse(await readFile(fileIn(output), 'utf8')) as Manifest
  } catch (cause) {
    throw new UsageError(`${output}: no finished run is there; expected the output of \`synoptic run --shard I/N\``, { cause })
  }
}
