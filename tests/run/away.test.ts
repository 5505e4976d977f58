import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { whyAway } from '../../src/run/away.ts'
import { fakeClock, fakeServer } from '../engines/fakes.ts'

const { signal } = new AbortController()

/** An address where nobody listens. */
async function nowhere(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}`
}

test('a server that nobody answers for is away, and that is told', async () => {
  const given: string[] = []
  const url = await nowhere()
  const reason = await whyAway({ engines: ['libretranslate'], url, waitMs: 0, onGiveUp: (why) => given.push(why) }, signal)
  expect(reason).toMatch(/cannot be reached \(ECONNREFUSED\)/u)
  expect(given).toEqual([reason])
})

test('one that serves, one that refuses, and the built-in engine are there', async () => {
  await using serving = await fakeServer()
  await using refusing = await fakeServer({ languages: 'nonsense' })
  const url = await nowhere()
  expect(await whyAway({ engines: ['libretranslate'], url: serving.url, waitMs: 0 }, signal)).toBeUndefined()
  expect(await whyAway({ engines: ['libretranslate'], url: refusing.url, waitMs: 0 }, signal)).toBeUndefined()
  expect(await whyAway({ engines: ['libretranslate', 'bergamot'], url, waitMs: 0 }, signal)).toBeUndefined()
  expect(
    await whyAway(
      { engines: ['libretranslate'], routes: { 'de-en': ['apertium'] }, url, apertium: { url: serving.url }, waitMs: 0 },
      signal,
    ),
  ).toBeUndefined()
})

test('it is waited for, and that is told', async () => {
  const waits: (number | undefined)[] = []
  const clock = fakeClock()
  const options = { engines: ['libretranslate'], url: await nowhere(), waitMs: 12_000 } as const
  const reason = await whyAway({ ...options, onWait: (waiting) => waits.push(waiting?.leftMs) }, signal, clock)
  expect(reason).toMatch(/cannot be reached/u)
  expect(waits).toEqual([12_000, 7000, 2000, undefined])
  expect(clock.waits).toEqual([5000, 5000, 2000])
})
