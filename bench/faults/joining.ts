/** A third worker that comes to a queue where two have done half: what it adds. */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Queue } from 'bullmq'
import type { ShardReport } from '../../src/run/queue/hand.ts'
import { RedisServer } from '../../tests/cli/redis.ts'
import { startServer } from '../../tests/cli/server.ts'
import { records, start, synoptic } from '../../tests/cli/synoptic.ts'
import { differences, openScene, resultsOf } from './scene.ts'

export interface JoiningResult {
  readonly shards: number
  /** Milliseconds the server takes for an answer: what the workers mostly wait for, as there are more of them than cores. */
  readonly delay: number
  /** Shards a minute of wall time, from the first that was done to the third worker's coming, and from its first one to the end. */
  readonly perMinuteOfTwo: number
  readonly perMinuteOfThree: number
  /** The second to the first; 1.5 is what a third can add to two. */
  readonly speedUp: number
  /** Of those that were done since its first one. */
  readonly shareOfThird: number
  /** Files with other bytes than those of a local run. */
  readonly differences: readonly string[]
}

export async function joinThirdWorker({
  shards,
  articles,
  delay,
}: Record<'shards' | 'articles' | 'delay', number>): Promise<JoiningResult> {
  await using scene = await openScene(shards, articles)
  await using server = await startServer(delay)
  await using redis = await RedisServer.start()
  const { cwd, expected } = scene
  const env = { LIBRETRANSLATE_URL: server.url }
  const hire = () => start(['worker', '--queue', redis.url, '--jobs', '1'], { cwd, env })
  const team = [hire(), hire()]
  const run = synoptic(['run', 'dump.jsonl', '-o', 'queued', '--queue', redis.url], { cwd, env })
  const client = redis.client()
  await doneAtLeast(client, shards / 2)
  const third = hire()
  const { code, stderr } = await run
  if (code !== 0) throw new Error(stderr)
  for (const { child } of [...team, third]) child.kill('SIGTERM')
  client.disconnect()
  const ended = (reports: readonly ShardReport[]): number[] =>
    reports.filter(({ outcome }) => outcome === 'done').map(({ time }) => Date.parse(time))
  const ofThird = ended(records<ShardReport>((await third.result).stdout))
  const ofOthers = (await Promise.all(team.map(({ result }) => result))).flatMap(({ stdout }) => ended(records<ShardReport>(stdout)))
  const joined = Math.min(...ofThird)
  const before = ofOthers.filter((time) => time < joined)
  const after = [...ofOthers, ...ofThird].filter((time) => time >= joined)
  const perMinuteOfTwo = perMinute(before)
  const perMinuteOfThree = perMinute(after)
  return {
    shards,
    delay,
    perMinuteOfTwo,
    perMinuteOfThree,
    speedUp: perMinuteOfThree / perMinuteOfTwo,
    shareOfThird: ofThird.length / after.length,
    differences: differences(await resultsOf(join(cwd, 'queued')), expected),
  }
}

async function doneAtLeast(client: ReturnType<RedisServer['client']>, count: number): Promise<void> {
  for (;;) {
    const [id] = (await client.hkeys('synoptic:orders')) as string[]
    if (id !== undefined) {
      const queue = new Queue(id, { connection: client, prefix: 'synoptic', skipMetasUpdate: true })
      if ((await queue.getCompletedCount()) >= count) return
    }
    await sleep(100)
  }
}

/** Of the times between the first and the last. */
function perMinute(times: readonly number[]): number {
  return ((times.length - 1) * 60_000) / (Math.max(...times) - Math.min(...times))
}
