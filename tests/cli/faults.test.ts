/** A little of each campaign of bench/faults; bench/results has the last full ones. */
import { describe, expect, test } from 'vitest'
import { damageFiles } from '../../bench/faults/damage.ts'
import { fuzz } from '../../bench/faults/fuzz.ts'
import { joinThirdWorker } from '../../bench/faults/joining.ts'
import { killLocalRuns } from '../../bench/faults/kills.ts'
import { killWorkers } from '../../bench/faults/workers.ts'
import { hasRedis } from './redis.ts'

describe('campaigns', () => {
  test('a local run killed at random moments leaves the bytes of one that was not', async () => {
    expect(await killLocalRuns(4, 4)).toMatchObject({ kills: 4, wrong: 0, differences: [] })
  })

  test('damaged files are healed or told', async () => {
    const { damages, healed, told, wrong } = await damageFiles(9, 3, 3)
    expect(wrong).toEqual([])
    expect(Object.values(damages).reduce((sum, count) => sum + count, 0)).toBe(9)
    expect(healed + told.length).toBe(3)
  })

  test('hostile inputs are refused with a reason or come through, in time', async () => {
    const { faults, inputs, validCsv } = await fuzz(1500, 1_000_001)
    expect(faults).toEqual([])
    expect(Object.values(inputs)).toEqual([500, 500, 500])
    expect(validCsv).toBeGreaterThan(0.5)
  })

  test.skipIf(!hasRedis)('workers killed, and Redis too: nothing lost, nothing twice, all recovered', async () => {
    const result = await killWorkers({ kills: 2, redisKills: 1, shards: 12, articles: 20, pause: 4000 })
    expect(result).toMatchObject({ redisKills: 1, lost: 0, twice: 0, differences: [] })
    expect(result.kills).toBeGreaterThan(0)
  })

  test.skipIf(!hasRedis)('a third worker comes when half is done, and the bytes are those of a local run', async () => {
    const result = await joinThirdWorker({ shards: 8, articles: 10, delay: 500 })
    expect(result).toMatchObject({ shards: 8, differences: [] })
  })
})
