/** A local run, killed at any moment again and again: what it leaves must be what an undisturbed run leaves. */
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { start, synoptic } from '../../tests/cli/synoptic.ts'
import { randomNumbers } from '../random.mjs'
import { differences, openScene, resultsOf } from './scene.ts'

const phases = ['before the first shard', 'shards', 'assembly'] as const
type Phase = (typeof phases)[number]

export interface KillsResult {
  readonly kills: number
  /** What the killed were doing. */
  readonly during: Readonly<Record<Phase, number>>
  /** Outputs that were completed, each after up to three kills. */
  readonly completed: number
  /** Of them, those with other bytes than the undisturbed one. */
  readonly wrong: number
  readonly differences: readonly string[]
}

/** @param kills with SIGKILL, at random moments of a run and of the runs that go on from it */
export async function killLocalRuns(kills: number, shards: number, seed = 1): Promise<KillsResult> {
  await using scene = await openScene(shards, 10)
  const { cwd, env, expected, duration } = scene
  const output = join(cwd, 'killed')
  const random = randomNumbers(seed)
  const during: Record<Phase, number> = { 'before the first shard': 0, shards: 0, assembly: 0 }
  const found: string[] = []
  let done = 0
  let completed = 0
  let wrong = 0
  while (done < kills) {
    for (let left = 1 + Math.floor(random() * 3); left > 0 && done < kills; left -= 1) {
      const { child, result } = start(args, { cwd, env })
      await Promise.race([sleep(random() * duration), result])
      child.kill('SIGKILL')
      if ((await result).signal !== 'SIGKILL') continue
      done += 1
      during[phaseOf(output)] += 1
    }
    const { code, stderr } = await synoptic(args, { cwd, env })
    if (code !== 0) throw new Error(stderr)
    const differing = differences(await resultsOf(output), expected)
    completed += 1
    if (differing.length > 0) wrong += 1
    found.push(...differing)
    await rm(output, { recursive: true })
  }
  return { kills: done, during, completed, wrong, differences: found }
}

const args = ['run', 'dump.jsonl', '-o', 'killed', '--jobs', '2']

function phaseOf(output: string): Phase {
  if (existsSync(join(output, '.synoptic/build')) || existsSync(join(output, '.synoptic/old'))) return 'assembly'
  return existsSync(join(output, '.synoptic/shards')) ? 'shards' : 'before the first shard'
}
