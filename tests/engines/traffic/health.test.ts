import { describe, expect, test } from 'vitest'
import { Health, type Waiting } from '../../../src/engines/traffic/health.ts'
import { EngineError } from '../../../src/errors.ts'
import { fakeClock } from '../fakes.ts'

const gone = new EngineError('unreachable', 'gone (ECONNREFUSED)')

function open(waitMs: number) {
  const clock = fakeClock()
  const told: (Waiting | undefined)[] = []
  const health = new Health({ waitMs, onWait: (waiting) => told.push(waiting) }, clock)
  /** Fails, each time when it may be asked again. */
  const fail = (times: number, error = gone): void => {
    for (let at = 0; at < times; at += 1) {
      clock.pass(Math.max(0, health.nextAt - clock.now()))
      health.failed(error, clock.now())
    }
  }
  return { clock, told, health, fail }
}

describe('a server', () => {
  test('is away after four failures in a row; then one request at a time finds out, ever more rarely', () => {
    const { clock, told, health, fail } = open(600_000)
    fail(3)
    expect(health.most).toBe(Number.POSITIVE_INFINITY)
    fail(1)
    expect(health.most).toBe(1)
    expect(told).toEqual([{ reason: 'gone (ECONNREFUSED)', leftMs: expect.any(Number) }])
    const pauses = Array.from({ length: 6 }, () => {
      const pause = health.nextAt - clock.now()
      fail(1)
      return pause
    })
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 8000, 8000])
  })

  test('that comes back is used as before', () => {
    const { told, health, fail } = open(600_000)
    fail(9)
    health.succeeded()
    expect([health.most, health.nextAt]).toEqual([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
    expect(told.at(-1)).toBeUndefined()
  })

  test('is given up when the time is over, not before; and tried anew by one request after half a minute', () => {
    const { clock, health, fail } = open(90_000)
    while (health.givenUp === undefined) fail(1)
    expect(clock.now()).toBeGreaterThanOrEqual(90_000)
    expect(clock.now()).toBeLessThan(91_000)
    clock.pass(30_000)
    expect([health.givenUp, health.most]).toEqual([undefined, 1])
    health.failed(gone, clock.now())
    expect(health.givenUp).toBe(gone)
    clock.pass(30_000)
    expect(health.givenUp).toBeUndefined()
    health.succeeded()
    expect(health.most).toBe(Number.POSITIVE_INFINITY)
  })

  test('is not waited for at all, if so asked', () => {
    const { clock, health, fail } = open(0)
    fail(4)
    expect(health.givenUp).toBe(gone)
    expect(clock.now()).toBeLessThan(2000)
  })

  test('failures of what was sent before it was known to be away do not lengthen the pause', () => {
    const { clock, health, fail } = open(600_000)
    fail(4)
    const next = health.nextAt
    for (let at = 0; at < 30; at += 1) health.failed(gone, clock.now() - 1)
    expect(health.nextAt).toBe(next)
  })
})

describe('what asking again does not change', () => {
  test('a wrong key is known at once, and for good', () => {
    const { clock, health, fail } = open(600_000)
    fail(1, new EngineError('unauthorized', 'no'))
    clock.pass(1e9)
    expect(health.givenUp?.code).toBe('unauthorized')
  })

  test('an address where no such server is, after four answers that make no sense', () => {
    const { health, fail } = open(600_000)
    fail(4, new EngineError('bad-answer', 'a page'))
    expect(health.givenUp?.code).toBe('bad-answer')
  })

  test.each(['unauthorized', 'bad-answer'] as const)('%s of a server that answered before is an outage like others', (code) => {
    const { health, fail } = open(600_000)
    health.succeeded()
    fail(8, new EngineError(code, 'a proxy'))
    expect([health.givenUp, health.most]).toEqual([undefined, 1])
  })
})
