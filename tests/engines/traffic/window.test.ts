import { describe, expect, test } from 'vitest'
import { Window } from '../../../src/engines/traffic/window.ts'

interface Server {
  /** Requests worked on at once; the others wait. */
  readonly slots: number
  readonly requestMs: number
  readonly textMs: number
  /** Each answer takes up to so many times longer. @defaultValue 0 */
  readonly noise?: number
  /** Milliseconds the client stands still in every 500: answers meanwhile are seen at the end of it. @defaultValue 0 */
  readonly stall?: number
  /** What a request takes when `busy` are worked on, to what it takes alone. @defaultValue 1 */
  readonly slower?: (busy: number) => number
}

/** Milliseconds a server takes for `count` texts that are all there from the beginning, the moment `start`. */
function simulate(server: Server, count: number, window = new Window(), start = 0): number {
  const { slots, requestMs, textMs, noise = 0, stall = 0, slower = () => 1 } = server
  let seed = 7
  const random = (): number => {
    seed = (seed * 48271) % 2147483647
    return seed / 2147483647
  }
  const free = Array.from({ length: slots }, () => start)
  const underWay: { texts: number; sentAt: number; answeredAt: number; full: boolean }[] = []
  let queued = count
  let now = start
  for (;;) {
    while (queued > 0 && underWay.length < window.requests) {
      const texts = Math.min(queued, window.texts(queued))
      const slot = free.indexOf(Math.min(...free))
      const busy = free.filter((until) => until > now).length + 1
      const end = Math.max(now, free[slot]!) + (requestMs + textMs * texts) * slower(busy) * (1 + noise * random())
      free[slot] = end
      queued -= texts
      underWay.push({ texts, sentAt: now, answeredAt: end % 500 < stall ? end - (end % 500) + stall : end, full: false })
      underWay.at(-1)!.full = underWay.length >= window.requests
    }
    if (underWay.length === 0) return now - start
    underWay.sort((a, b) => a.answeredAt - b.answeredAt)
    const answered = underWay.shift()!
    now = answered.answeredAt
    window.answered({ ...answered, latency: now - answered.sentAt })
  }
}

const share = (server: Server, texts: number): number => (texts * server.textMs) / server.slots / simulate(server, texts)

describe('a server that works on so many requests at once', () => {
  test.each([1, 2, 4, 8, 16, 32, 60])('is used to nine tenths with %i slots', (slots) => {
    expect(share({ slots, requestMs: 0, textMs: 50 }, 150 + 60 * slots)).toBeGreaterThan(0.88)
  })

  test.each([1, 4, 16, 32])('also when answers take unequally long, and the client stands still now and then, %i slots', (slots) => {
    const server = { slots, requestMs: 0, textMs: 50, noise: 0.5, stall: 60 }
    // Half the noise is the server's own time.
    expect(share(server, 600 * slots) * 1.25).toBeGreaterThan(0.85)
  })

  test('is not given three times as much as it works on', () => {
    const window = new Window()
    simulate({ slots: 8, requestMs: 10, textMs: 50, noise: 0.2 }, 20_000, window)
    expect(window.requests).toBeLessThanOrEqual(24)
  })
})

test('requests that cost more than their texts are made few', () => {
  // Batches of 50, one after the other, take 2000.
  expect(simulate({ slots: 8, requestMs: 100, textMs: 3, noise: 0.1 }, 400)).toBeLessThan(1200)
  expect(simulate({ slots: 1, requestMs: 100, textMs: 3, noise: 0.1 }, 2000)).toBeLessThan(1.2 * 40 * (100 + 50 * 3) * 1.05)
})

test('a server that gets slower with each request is used as far as more come back', () => {
  // So many texts a second at most: 200; with 4 requests 57, with 16 123.
  const took = simulate({ slots: 64, requestMs: 0, textMs: 50, slower: (busy) => 1 + busy / 10 }, 4000)
  expect(4000 / (took / 1000)).toBeGreaterThan(90)
})

test('a server that has become faster, or slower, is found out', () => {
  const window = new Window()
  let now = 0
  const then = (slots: number, textMs: number, texts: number): number => {
    now += simulate({ slots, requestMs: 0, textMs }, texts, window, now)
    return window.requests
  }
  const few = then(2, 20, 4000)
  expect(few).toBeLessThan(8)
  expect(then(24, 20, 20_000)).toBeGreaterThan(20)
  expect(then(24, 80, 20_000)).toBeGreaterThan(20)
  expect(then(2, 80, 6000)).toBeLessThan(few + 8)
})

test('never more than may be', () => {
  const window = new Window(3)
  simulate({ slots: 32, requestMs: 0, textMs: 5 }, 2000, window)
  expect(window.requests).toBeLessThanOrEqual(3)
})
