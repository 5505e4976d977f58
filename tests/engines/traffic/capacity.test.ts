import { expect, test } from 'vitest'
import { clients } from '../../../bench/engines/clients.ts'
import { simulate } from '../../../bench/engines/simulated.ts'

test.each([1, 4, 16, 32])('a server with %i slots is used to nine tenths from its first text on, unconfigured', async (slots) => {
  const texts = 150 + 60 * slots
  const took = await simulate({ slots, requestMs: 0, textMs: 50 }, texts, clients.synoptic!)
  expect((texts * 50) / slots / took).toBeGreaterThan(0.88)
})

test.each([
  [1, 1],
  [2, 0.8],
  [8, 0.6],
])(
  'a server of %i slots whose requests cost more than their texts takes no longer than for fifty after fifty, times %d',
  async (slots, part) => {
    const server = { slots, requestMs: 100, textMs: 3 }
    const fifties = await simulate(server, 400, clients['batches of 50']!)
    expect(await simulate(server, 400, clients.synoptic!)).toBeLessThanOrEqual(part * fifties)
  },
)

test('where requests cost much more than their texts these go by the hundred, though one waits for the other from the beginning', async () => {
  const server = { slots: 1, requestMs: 100, textMs: 3 }
  expect(await simulate(server, 4000, clients.synoptic!)).toBeLessThan(0.85 * (await simulate(server, 4000, clients['batches of 50']!)))
})
