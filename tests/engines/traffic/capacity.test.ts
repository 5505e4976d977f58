import { expect, test } from 'vitest'
import { clients } from '../../../bench/engines/clients.ts'
import { simulate } from '../../../bench/engines/simulated.ts'

test.each([1, 4, 16, 32])('a server with %i slots is used to nine tenths from its first text on, unconfigured', async (slots) => {
  const texts = 150 + 60 * slots
  const took = await simulate({ slots, requestMs: 0, textMs: 50 }, texts, clients.synoptic!)
  expect((texts * 50) / slots / took).toBeGreaterThan(0.88)
})

test('a server whose requests cost more than their texts is asked in batches, which take less time than fifty after fifty', async () => {
  const server = { slots: 8, requestMs: 100, textMs: 3 }
  expect(await simulate(server, 400, clients.synoptic!)).toBeLessThan(0.8 * (await simulate(server, 400, clients['batches of 50']!)))
})
