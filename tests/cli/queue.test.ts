import { readdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { ShardReport } from '../../src/run/queue/hand.ts'
import type { QueueStatus } from '../../src/run/queue/status.ts'
import { hasRedis, RedisServer } from './redis.ts'
import { startServer } from './server.ts'
import { folderOf, records, root, snapshot, start, synoptic } from './synoptic.ts'

const sample = [join(root, 'input'), '--glossary', join(root, 'glossary')]
const small = { 'synoptic.config.json': JSON.stringify({ shardArticles: 2 }) }

/** What a run leaves, but for how long it took. */
async function resultsOf(output: string): Promise<Record<string, string>> {
  const { 'run.json': _times, ...results } = await snapshot(output)
  return results
}

interface RunningWorker extends AsyncDisposable {
  readonly pid: number
  readonly kill: (signal: NodeJS.Signals) => void
  readonly ended: ReturnType<typeof start>['result']
}

function startWorker(redis: RedisServer, cwd: string, env: Record<string, string> = {}, ...flags: string[]): RunningWorker {
  const { child, result } = start(['worker', '--queue', redis.url, '--jobs', '1', ...flags], { cwd, env })
  return {
    pid: child.pid!,
    kill: (signal) => child.kill(signal),
    ended: result,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL')
      await result
    },
  }
}

describe.skipIf(!hasRedis)('a run on a queue', () => {
  test('two workers make the same bytes as a local run, and say what they did; the queue is left empty', async () => {
    await using redis = await RedisServer.start()
    const cwd = await folderOf(small)
    // They may be there before the run, and stand elsewhere.
    await using first = startWorker(redis, await folderOf({}))
    await using second = startWorker(redis, await folderOf({}))
    const queued = await synoptic(['run', ...sample, '-o', 'queued', '--queue', redis.url], { cwd })
    expect([queued.code, queued.stderr]).toEqual([0, expect.stringContaining('read 14 = written 14')])
    await synoptic(['run', ...sample, '-o', 'local', '--jobs', '1'], { cwd })
    expect(await resultsOf(join(cwd, 'queued'))).toEqual(await resultsOf(join(cwd, 'local')))

    first.kill('SIGTERM')
    second.kill('SIGTERM')
    const ends = await Promise.all([first.ended, second.ended])
    expect(ends.map(({ code }) => code)).toEqual([0, 0])
    const reports = ends.flatMap(({ stdout }) => records<ShardReport>(stdout))
    expect(reports.map(({ shard }) => shard).sort()).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(reports.reduce((sum, { articles }) => sum + articles!, 0)).toBe(14)
    for (const { outcome, stages, host, error } of reports) {
      expect([outcome, error]).toEqual(['done', undefined])
      expect(Object.keys(stages!)).toEqual(['clean', 'detect', 'segment', 'link', 'translate', 'normalize', 'align'])
      expect(host).not.toBe('')
    }
    const client = redis.client()
    expect(await client.keys('*')).toEqual([])
    client.disconnect()
    const again = await synoptic(['run', ...sample, '-o', 'queued', '--queue', redis.url], { cwd })
    expect(again.stderr).toContain('7 of 7 shards were done already')
  })
})

/** Articles whose translation takes a slow server a while. */
function dump(articles: number): string {
  const sentences = (at: number): string => Array.from({ length: 10 }, (_, n) => `Der Bahnhof ${at} hat ${n + 20} Gleise.`).join(' ')
  return Array.from({ length: articles }, (_, at) => JSON.stringify({ id: `station-${at}`, text: sentences(at), language: 'de' })).join(
    '\n',
  )
}

async function statusOf(redis: RedisServer): Promise<QueueStatus | undefined> {
  const { stdout } = await synoptic(['run', '--status', '--json', '--queue', redis.url])
  return (JSON.parse(stdout) as QueueStatus[])[0]
}

/** Asks until `isSo`. */
async function until(redis: RedisServer, isSo: (status: QueueStatus) => boolean): Promise<QueueStatus> {
  for (;;) {
    const status = await statusOf(redis)
    if (status !== undefined && isSo(status)) return status
    await sleep(200)
  }
}

describe.skipIf(!hasRedis)('workers come and go', () => {
  test('a worker that is stopped puts back what it cannot finish, another joins and goes on from there; the status tells who has what', async () => {
    await using redis = await RedisServer.start()
    await using server = await startServer(20)
    // It falls silent in the middle of the first shard.
    server.holdAfter = 100
    const config = { shardArticles: 30 }
    const cwd = await folderOf({ 'dump.jsonl': dump(90), 'synoptic.config.json': JSON.stringify(config) })
    const env = { LIBRETRANSLATE_URL: server.url }
    await using first = startWorker(redis, cwd, env)
    const run = start(['run', 'dump.jsonl', '-o', 'out', '--queue', redis.url], { cwd, env })
    const status = await until(redis, ({ active }) => Object.keys(active).length > 0)
    expect(status).toMatchObject({ waiting: 2, done: 0, active: { [`${hostname()}:${first.pid}`]: 1 }, failed: [] })
    while (server.asked.length < 100) await sleep(50)

    first.kill('SIGTERM')
    const { code, stdout } = await first.ended
    expect([code, records<ShardReport>(stdout).map(({ outcome }) => outcome)]).toEqual([0, ['put back']])
    expect(await statusOf(redis)).toMatchObject({ waiting: 3, active: {} })

    server.holdAfter = undefined
    await using second = startWorker(redis, cwd, env)
    const { code: end, stderr } = await run.result
    expect([end, stderr]).toEqual([0, expect.stringContaining('read 90 = written 90 (0 pending)')])
    second.kill('SIGTERM')
    const reports = records<ShardReport>((await second.ended).stdout)
    expect(reports.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done'])
  })

  test('a worker of another version, glossary, engine or folder refuses, and says why; a run that is stopped leaves nothing waiting', async () => {
    await using redis = await RedisServer.start()
    const cwd = await folderOf({ ...small, 'other.csv': 'canonical\nUppsala\n' })
    const run = start(['run', ...sample, '-o', 'out', '--queue', redis.url], { cwd })
    const lonely = new Promise((resolve) =>
      run.child.stderr!.on('data', (text) => /nobody works at redis:/u.test(String(text)) && resolve(true)),
    )
    await until(redis, ({ waiting }) => waiting === 7)
    expect(await lonely).toBe(true)
    const refusal = async (env: Record<string, string>, ...flags: string[]) => {
      await using worker = startWorker(redis, cwd, env, ...flags)
      const { code, stderr } = await worker.ended
      return [code, stderr.split('\n').at(-2)]
    }
    expect(await refusal({}, '--glossary', 'other.csv')).toEqual([2, expect.stringMatching(/the glossary .* is not the one that is here/u)])
    expect(await refusal({}, '-o', 'elsewhere')).toEqual([2, expect.stringMatching(/elsewhere is not the folder .* with -o$/u)])
    expect(await refusal({ LIBRETRANSLATE_URL: 'http://127.0.0.1:9' })).toEqual([2, expect.stringContaining('unset LIBRETRANSLATE_URL')])
    const client = redis.client()
    const [[id, order]] = Object.entries(await client.hgetall('synoptic:orders')) as [[string, string]]
    await client.hset('synoptic:orders', id, JSON.stringify({ ...JSON.parse(order), version: '0.0.1' }))
    client.disconnect()
    expect(await refusal({})).toEqual([2, expect.stringContaining('is of version 0.0.1, this worker of')])

    run.child.kill('SIGINT')
    expect((await run.result).code).toBe(130)
    expect(await statusOf(redis)).toBeUndefined()
  })

  test('a shard that fails each time is given up and told, the others are done; the same command tries it again', async () => {
    await using redis = await RedisServer.start()
    const cwd = await folderOf(small)
    const args = ['run', ...sample, '-o', 'out', '--queue', redis.url]
    const run = start(args, { cwd })
    await until(redis, ({ waiting }) => waiting === 7)
    const folder = join(cwd, 'out/.synoptic/queue')
    const [waiting] = (await readdir(folder)).filter((name) => name !== 'order.json').sort()
    await writeFile(join(folder, waiting!), 'nonsense')
    await using worker = startWorker(redis, cwd)
    const { code, stderr } = await run.result
    expect([code, stderr]).toEqual([2, expect.stringMatching(/shard \d, .* given up: .*damaged/u)])
    expect(await statusOf(redis)).toMatchObject({ waiting: 0, done: 6, failed: [{ error: expect.stringContaining('damaged') }] })
    const again = await synoptic(args, { cwd })
    expect([again.code, again.stderr]).toEqual([0, expect.stringContaining('6 of 7 shards were done already')])
    worker.kill('SIGTERM')
    const failures = records<ShardReport>((await worker.ended).stdout).filter(({ outcome }) => outcome === 'failed')
    expect(failures.map(({ attempt }) => attempt)).toEqual([1, 2, 3])
    expect(failures[0]?.error).toContain('damaged')
  })
})

describe.skipIf(!hasRedis)('a queue that cannot be used', () => {
  test('each says why, and shows no password', async () => {
    await using redis = await RedisServer.start('right-password')
    const web = createServer((_, response) => response.end('hello'))
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
    const cases: [string, string][] = [
      ['redis://127.0.0.1:9', 'redis://127.0.0.1:9/0: no queue can be reached there: connect ECONNREFUSED'],
      [redis.url, 'wants a password: give it in the address, or in REDIS_PASSWORD'],
      [redis.url.replace('//', '//:wrong-password@'), 'refuses this user or password'],
      [`redis://127.0.0.1:${(web.address() as AddressInfo).port}`, 'no queue can be reached there'],
      ['http://:wrong-password@host', '--queue: expected redis://'],
      ['redis://:wrong-password@host/path', '--queue: expected redis://'],
    ]
    const cwd = await folderOf({})
    for (const [at, [url, message]] of cases.entries())
      for (const args of at > 0 ? [['worker']] : [['run', ...sample, '-o', 'out'], ['worker'], ['run', '--status']]) {
        const { code, stderr, stdout } = await synoptic([...args, '--queue', url], { cwd })
        expect([code, stderr], url).toEqual([2, expect.stringContaining(message)])
        expect(stderr + stdout).not.toMatch(/(right|wrong)-password/u)
      }
    web.close()
    const status = await synoptic(['run', '--status', '--queue', redis.url], { env: { REDIS_PASSWORD: 'right-password' } })
    expect([status.code, status.stdout]).toEqual([0, 'no run is at this queue\n'])
  })
})
