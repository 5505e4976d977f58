import { expect, test } from 'vitest'
import { Filter } from '../../src/names/filter.ts'

const words = Array.from({ length: 5000 }, (_, at) => `wort${at}`)

test('says of every word in it that it is', () => {
  const filter = Filter.of(words)
  expect(words.filter((word) => !filter.has(word))).toEqual([])
})

test('says so of no more than 6 of 1,000 others', () => {
  const filter = Filter.of(words)
  const others = Array.from({ length: 10_000 }, (_, at) => `mot${at}`).filter((word) => filter.has(word))
  expect(others.length).toBeLessThan(60)
})
