import { expect, test } from 'vitest'
import { Pace } from '../../../src/engines/traffic/pace.ts'
import { fakeClock } from '../fakes.ts'

/** A server that takes `texts` in any `windowMs`, asked in batches of `batch` by who obeys `pace`. @returns refusals */
async function serve(
  pace: Pace,
  clock: ReturnType<typeof fakeClock>,
  limit: { texts: number; windowMs: number; retryAfter?: boolean },
  total: number,
  batch: number,
) {
  const accepted: { at: number; texts: number }[] = []
  let refusals = 0
  for (let done = 0; done < total; ) {
    const room = pace.room(0)
    if (room < 1) {
      expect(pace.nextAt).toBeGreaterThan(clock.now())
      clock.pass(pace.nextAt - clock.now())
      continue
    }
    const texts = Math.min(batch, room, total - done)
    const sentAt = clock.now()
    const live = accepted.filter(({ at }) => at + limit.windowMs > clock.now())
    const used = live.reduce((sum, each) => sum + each.texts, 0)
    clock.pass(10)
    if (used + texts > limit.texts) {
      refusals += 1
      pace.refused(texts, sentAt, limit.retryAfter ? live[0]!.at + limit.windowMs - clock.now() : undefined)
    } else {
      accepted.push({ at: sentAt, texts })
      pace.accepted(texts, sentAt)
      done += texts
    }
  }
  return refusals
}

test.each([
  [100, 5],
  [100, 3],
  [80, 1],
  [20, 4],
])('a limit of %i a minute, which the server does not tell, is learnt from two refusals and used to the full', async (texts, batch) => {
  const clock = fakeClock()
  const pace = new Pace(clock)
  // The first window is left with less room than a batch.
  expect(await serve(pace, clock, { texts, windowMs: 60_000 }, 4 * texts - batch, batch)).toBeLessThanOrEqual(2)
  expect(pace.limit).toEqual({ texts, windowMs: 60_000 })
  // Three windows and a little are the least there is.
  expect(clock.now()).toBeLessThan(3 * 60_000 * 1.05)
})

test('a limit that says when to come back is learnt from three refusals', async () => {
  const clock = fakeClock()
  const pace = new Pace(clock)
  expect(await serve(pace, clock, { texts: 30, windowMs: 10_000, retryAfter: true }, 600, 5)).toBeLessThanOrEqual(4)
  expect(pace.limit?.texts).toBeGreaterThanOrEqual(25)
})

test.each([undefined, 1000])('a refusal now and then, by chance, does not slow down what comes after (Retry-After: %s)', (retryAfter) => {
  const clock = fakeClock()
  const pace = new Pace(clock)
  let sent = 0
  let refusals = 0
  while (sent < 5000) {
    if (pace.room(0) < 1) {
      clock.pass(pace.nextAt - clock.now())
      continue
    }
    const texts = Math.min(5, pace.room(0))
    const sentAt = clock.now()
    clock.pass(20)
    sent += texts
    if (sent % 487 < texts) {
      refusals += 1
      pace.refused(texts, sentAt, retryAfter)
    } else pace.accepted(texts, sentAt)
  }
  expect(refusals).toBeGreaterThan(8)
  // Twenty seconds of work, and a second or two of rest for each refusal.
  expect(clock.now()).toBeLessThan(20_000 * 2.5)
})

test.each([[[1000]], [[undefined, 1000]], [[undefined, undefined, 1000]]])('nor do many, of several kinds (Retry-After: %j)', (kinds) => {
  const clock = fakeClock()
  const pace = new Pace(clock)
  let refusals = 0
  for (let requests = 13, done = 0; done < 5000; requests += 1) {
    clock.pass(Math.max(0, pace.nextAt - clock.now()))
    const texts = Math.max(1, Math.min(5, pace.room(0)))
    const sentAt = clock.now()
    clock.pass(20)
    if (requests % 20 > 0) {
      pace.accepted(texts, sentAt)
      done += texts
    } else {
      pace.refused(texts, sentAt, kinds[refusals % kinds.length])
      refusals += 1
    }
  }
  expect(refusals).toBeGreaterThan(40)
  // Twenty seconds of work, and a second or two of rest for each refusal; it was twenty minutes where chance had confirmed a limit.
  expect(clock.now()).toBeLessThan(20_000 + refusals * 2000)
})

test('after a refusal that was none a second later one request goes at a time, until more has come through than before', () => {
  const clock = fakeClock()
  const pace = new Pace(clock)
  for (let texts = 0; texts < 100; texts += 5) {
    clock.pass(2500)
    pace.accepted(5, clock.now() - 100)
  }
  pace.refused(5, clock.now() - 100, undefined)
  clock.pass(1500)
  // The server's minute has ended: it takes them, as another hundred.
  pace.accepted(5, clock.now() - 100)
  expect(pace.room(0)).toBeGreaterThan(0)
  expect(pace.room(5)).toBe(0)
  pace.accepted(111, clock.now())
  expect(pace.room(5)).toBeGreaterThan(0)
})

test('what is tried beyond a limit that was learnt goes alone, so that it costs one refusal', () => {
  const clock = fakeClock()
  const pace = new Pace(clock)
  pace.accepted(20, clock.now())
  pace.refused(1, clock.now(), 10_000)
  expect(pace.limit?.texts).toBe(20)
  clock.pass(21_000)
  expect(pace.room(0)).toBe(20)
  expect(pace.room(15)).toBe(5)
  expect(pace.room(20)).toBe(0)
  pace.accepted(20, clock.now())
  expect(pace.limit?.texts).toBe(30)
  expect(pace.room(0)).toBe(1)
  expect(pace.room(1)).toBe(0)
})

test('one refused volley counts once, and what was accepted beside it counts as room', () => {
  const clock = fakeClock()
  const pace = new Pace(clock)
  pace.accepted(90, 0)
  clock.pass(100)
  for (let at = 0; at < 4; at += 1) pace.refused(5, 50, undefined)
  pace.accepted(5, 50)
  clock.pass(1000)
  pace.refused(1, clock.now(), undefined)
  expect(pace.limit).toEqual({ texts: 95, windowMs: 60_000 })
})

test('while there is doubt as many texts as were refused ask, alone', () => {
  const clock = fakeClock()
  const pace = new Pace(clock)
  pace.refused(5, 0, undefined)
  expect(pace.room(0)).toBe(0)
  clock.pass(1000)
  expect([pace.room(0), pace.room(1)]).toEqual([5, 0])
})

test('a ban makes slower', () => {
  const clock = fakeClock()
  const pace = new Pace(clock)
  pace.accepted(50, 0)
  pace.banned()
  expect(pace.limit).toEqual({ texts: 40, windowMs: 60_000 })
})

test('requests that break off on their way do not hide that a limit is near', () => {
  const clock = fakeClock()
  const pace = new Pace(clock)
  const limit = 101
  let [counted, refusals] = [0, 0]
  const underWay: number[] = []
  for (let done = 0; done < 600 && refusals === 0; ) {
    while (pace.room(underWay.length) >= 1 && underWay.length < 40) underWay.push(pace.sent(1))
    const sentAt = clock.now()
    clock.pass(10)
    for (const request of underWay.splice(0)) {
      const isLost = request <= 3
      if (!isLost) counted += 1
      const isAccepted = !isLost && counted <= limit
      if (isAccepted) {
        pace.accepted(1, sentAt)
        done += 1
      } else if (!isLost) {
        refusals += 1
        pace.refused(1, sentAt, undefined)
      }
      pace.settled(request, 1, isAccepted)
    }
  }
  expect(refusals).toBeGreaterThan(0)
  expect(refusals).toBeLessThanOrEqual(2)
})

test('requests beyond a usual limit that come to nothing are followed by others, until one comes through', () => {
  const clock = fakeClock()
  const pace = new Pace(clock)
  pace.settled(pace.sent(30), 30, true)
  for (let failures = 0; failures < 5; failures += 1) {
    const room = pace.room(0)
    expect(room).toBeGreaterThan(0)
    pace.settled(pace.sent(room), room, false)
  }
  pace.settled(pace.sent(1), 1, true)
  expect(pace.room(0)).toBeGreaterThan(1)
})

test('no more than two requests go beyond a usual limit, however large, and they go as far as the next', () => {
  const pace = new Pace(fakeClock())
  const filling = pace.sent(30)
  expect(pace.room(30)).toBe(30)
  const first = pace.sent(20)
  expect(pace.room(50)).toBe(10)
  const second = pace.sent(10)
  expect(pace.room(60)).toBe(0)
  pace.settled(filling, 30, true)
  pace.settled(first, 20, true)
  expect(pace.room(10)).toBe(0)
  pace.settled(second, 10, true)
  // The next limit is reached: the next two find out about that.
  expect(pace.room(0)).toBe(40)
})
