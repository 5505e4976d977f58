import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ShardReport } from '../../src/run/queue/hand.ts'
import { hasRedis, RedisServer } from './redis.ts'
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

describe.skipIf(!hasRedis)('a run on a queue', { timeout: 240_000 }, () => {
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

describe.skipIf(!hasRedis)('a queue that cannot be used', { timeout: 60_000 }, () => {
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
