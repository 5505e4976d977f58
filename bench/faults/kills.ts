/** A local run, killed at any moment again and again: what it leaves must be what an undisturbed run leaves. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { start, synoptic } from '../../tests/cli/synoptic.ts'
import { differences, openScene, randomNumbers, resultsOf } from './scene.ts'

export interface KillsResult {
  readonly kills: number
  /** Outputs that were completed, each after some of the kills. */
  readonly completed: number
  /** Of them, those with other bytes than the undisturbed one. */
  readonly wrong: number
  readonly differences: readonly string[]
}

/** @param kills with SIGKILL, at random moments of a run and of the runs that go on from it */
export async function killLocalRuns(kills: number, shards: number, seed = 1): Promise<KillsResult> {
  await using scene = await openScene(shards, 10)
  const { cwd, env, expected, duration } = scene
  const random = randomNumbers(seed)
  const found: string[] = []
  let completed = 0
  let wrong = 0
  const args = ['run', 'dump.jsonl', '-o', 'killed', '--jobs', '2']
  const check = async (): Promise<void> => {
    const differing = differences(await resultsOf(join(cwd, 'killed')), expected)
    completed += 1
    if (differing.length > 0) wrong += 1
    found.push(...differing)
    await rm(join(cwd, 'killed'), { recursive: true })
  }
  for (let done = 0; done < kills; ) {
    const { child, result } = start(args, { cwd, env })
    await Promise.race([sleep(random() * duration), result])
    child.kill('SIGKILL')
    const { signal } = await result
    if (signal === 'SIGKILL') done += 1
    else await check()
  }
  const { code, stderr } = await synoptic(args, { cwd, env })
  if (code !== 0) throw new Error(stderr)
  await check()
  return { kills, completed, wrong, differences: found }
}
