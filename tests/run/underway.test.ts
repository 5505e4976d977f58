import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { underWay } from '../../src/run/underway.ts'

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

test('results stand in the order of the items, whatever was ready first', async () => {
  const made = await underWay(
    upTo(50),
    () => 1,
    10,
    async (item) => {
      await sleep((item * 7) % 5)
      return item * 2
    },
  )
  expect(made).toEqual(upTo(50).map((item) => item * 2))
})

test('many small ones are under way at once, few large ones, one that is too large alone', async () => {
  const sizes = [...upTo(60).map(() => 1), 40, 40, 500, 1]
  let size = 0
  let most = 0
  let alone = 0
  await underWay(
    sizes,
    (own) => own,
    50,
    async (own) => {
      size += own
      most = Math.max(most, own === 500 ? 0 : size)
      if (own === 500) alone = size
      await sleep(2)
      size -= own
    },
  )
  expect(most).toBe(50)
  expect(alone).toBe(500)
})

test('what the first asks for comes before the last begins', async () => {
  const begun: number[] = []
  let atAnswer = 0
  await underWay(
    upTo(100),
    () => 1,
    100,
    async (item) => {
      begun.push(item)
      if (item === 0) {
        await new Promise((resolve) => setImmediate(resolve))
        atAnswer = begun.length
      }
    },
  )
  expect(atAnswer).toBeLessThan(5)
})

test('a failure ends it, when what had begun is done', async () => {
  const done: number[] = []
  const work = async (item: number): Promise<void> => {
    await sleep(1)
    if (item === 3) throw new Error('three')
    await sleep(5)
    done.push(item)
  }
  await expect(underWay(upTo(1000), () => 1, 4, work)).rejects.toThrow('three')
  expect(done.slice(0, 3)).toEqual([0, 1, 2])
  expect(done.length).toBeLessThan(10)
})
