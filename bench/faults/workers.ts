/** A run on a queue whose workers are killed again and again, and whose Redis is killed once. */
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Queue } from 'bullmq'
import type { ShardReport } from '../../src/run/queue/hand.ts'
import { RedisServer } from '../../tests/cli/redis.ts'
import { records, start, synoptic } from '../../tests/cli/synoptic.ts'
import { randomNumbers } from '../random.mjs'
import { differences, openScene, resultsOf } from './scene.ts'

export interface WorkersResult {
  readonly shards: number
  /** Of workers, with SIGKILL, with a shard in hand. */
  readonly kills: number
  readonly redisKills: number
  /** Seconds from a kill until somebody else had each shard of the killed, or it was done. */
  readonly recoverySeconds: readonly number[]
  /** Articles that the output lacks, and that it has more than once. */
  readonly lost: number
  readonly twice: number
  /** Shards that were done more than once: by who was killed before he could say so, and by who came after. */
  readonly repeated: number
  /** Files with other bytes than those of a local run. */
  readonly differences: readonly string[]
}

interface Options {
  readonly kills: number
  readonly redisKills: number
  readonly shards: number
  readonly articles: number
  /** Milliseconds between two kills, at most. */
  readonly pause: number
  readonly seed?: number
}

export async function killWorkers({ kills, redisKills, shards, articles, pause, seed = 1 }: Options): Promise<WorkersResult> {
  await using scene = await openScene(shards, articles)
  await using redis = await RedisServer.start()
  const { cwd, env, expected } = scene
  const random = randomNumbers(seed)
  const reports: Promise<string>[] = []
  const team = new Map<number, ReturnType<typeof start>>()
  const hire = (): void => {
    const worker = start(['worker', '--queue', redis.url, '--jobs', '1'], { cwd, env })
    team.set(worker.child.pid!, worker)
    reports.push(worker.result.then(({ stdout }) => stdout))
  }
  hire()
  hire()
  const run = synoptic(['run', 'dump.jsonl', '-o', 'queued', '--queue', redis.url], { cwd, env })
  let running = true
  run.finally(() => {
    running = false
  })
  const client = redis.client()
  client.on('error', () => {})
  const recoverySeconds: number[] = []
  const recoveries: Promise<unknown>[] = []
  let killed = 0
  let redisKilled = 0
  while (running && (killed < kills || redisKilled < redisKills)) {
    await sleep(pause * (0.5 + random() / 2))
    if (redisKilled < redisKills && killed >= kills / 2) {
      await redis.kill()
      await sleep(1000)
      await redis.restart()
      redisKilled += 1
      continue
    }
    const [id] = (await client.hkeys('synoptic:orders')) as string[]
    if (id === undefined) continue
    const queue = new Queue(id, { connection: client, prefix: 'synoptic', skipMetasUpdate: true })
    queue.on('error', () => {})
    const inHand = (await queue.getActive()).filter(({ processedBy }) => team.has(Number(processedBy?.split(':').at(-1))))
    const victim = inHand[Math.floor(random() * inHand.length)]
    if (victim === undefined || !running) continue
    const pid = Number(victim.processedBy!.slice(hostname().length + 1))
    const worker = team.get(pid)!
    team.delete(pid)
    worker.child.kill('SIGKILL')
    await worker.result
    const since = performance.now()
    killed += 1
    hire()
    // Done in between, it was not in hand any more.
    recoveries.push(
      recovered(queue, victim.id!, victim.processedBy!).then((isRecovered) => isRecovered && recoverySeconds.push(seconds(since))),
    )
  }
  const { code, stderr } = await run
  if (code !== 0) throw new Error(stderr)
  await Promise.all(recoveries)
  for (const { child } of team.values()) child.kill('SIGTERM')
  const done = (await Promise.all(reports)).flatMap((text) => records<ShardReport>(text)).filter(({ outcome }) => outcome === 'done')
  client.disconnect()
  const results = await resultsOf(join(cwd, 'queued'))
  const ids = Object.keys(results)
    .filter((path) => path.startsWith('corpus/'))
    .flatMap((path) => records<{ id: string }>(results[path]!).map(({ id }) => id))
  return {
    shards,
    kills: killed,
    redisKills: redisKilled,
    recoverySeconds: recoverySeconds.map((each) => Math.round(each * 10) / 10).sort((a, b) => a - b),
    lost: shards * articles - new Set(ids).size,
    twice: ids.length - new Set(ids).size,
    repeated: done.length - new Set(done.map(({ hash }) => hash)).size,
    differences: differences(results, expected),
  }
}

/** Waits until the job is another's, or done. @returns whether it was still the killed one's at first */
async function recovered(queue: Queue, id: string, by: string): Promise<boolean> {
  for (let first = true; ; first = false) {
    const job = await queue.getJob(id).catch(() => undefined)
    const isHis = job?.processedBy === by && (await job.isActive().catch(() => true))
    if (!isHis && !(await waits(queue, id))) return !first
    await sleep(100)
  }
}

async function waits(queue: Queue, id: string): Promise<boolean> {
  const state = await queue.getJobState(id).catch(() => 'waiting')
  return state === 'waiting' || state === 'delayed'
}

function seconds(since: number): number {
  return (performance.now() - since) / 1000
}
