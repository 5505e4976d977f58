/**
 * How well names are repaired in translations, on the project's own sentence pairs, must not fall below what was measured
 * (`bench/names/pairs.ts`). A floor stands a name or so below the figure.
 */
import { expect, test } from 'vitest'
import { loadPairs, scorePairs, withDoubles, withoutSource } from '../../bench/names/pair-score.ts'

const { pairs, glossary } = await loadPairs('tune')

test('garbled names are repaired by what the source says, more than by the text alone', async () => {
  const both = await scorePairs(pairs, glossary)
  const alone = await scorePairs(pairs.map(withoutSource), glossary)
  expect(both.repaired / both.garbled).toBeGreaterThanOrEqual(0.825)
  expect(both.right / both.rewrites).toBeGreaterThanOrEqual(0.99)
  expect(both.traps).toBeLessThanOrEqual(1)
  expect((both.repaired - alone.repaired) / both.garbled).toBeGreaterThanOrEqual(0.12)
})

test('people a letter from those the source names are not taken for them', async () => {
  const { rewrites, right } = await scorePairs(pairs, withDoubles(glossary))
  expect(right / rewrites).toBeGreaterThanOrEqual(0.98)
})
