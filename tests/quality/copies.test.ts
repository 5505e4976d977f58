/**
 * What is left of copied pages must not fall below what was measured (`npm run bench -- clean copies`). The model was trained on these: this says that
 * cleaning works as it did, not how well it does on others.
 */
import { expect, test } from 'vitest'
import { cleanCopies, readCopies } from '../../bench/clean/copies.ts'
import { scoreCopies } from '../../bench/clean/score.ts'

test('copied pages', async () => {
  const copies = readCopies('tune')
  const decisions = await cleanCopies(copies)
  const { precision, recall, byKind, byLanguage, lost, traps } = scoreCopies(copies, ({ id }) => decisions.get(id)!)
  expect(precision).toBeGreaterThanOrEqual(0.99)
  expect(recall).toBeGreaterThanOrEqual(0.92)
  for (const kind of ['cookies', 'donation', 'comments', 'share']) {
    const { right, of } = byKind.get(kind)!
    expect(right / of, kind).toBeGreaterThanOrEqual(0.9)
  }
  for (const [language, { right, of }] of byLanguage) expect(right / of, language).toBeGreaterThanOrEqual(0.85)
  expect(lost).toBeLessThanOrEqual(0.003)
  expect(traps.right).toBeGreaterThanOrEqual(traps.of - 1)
})

test.each([
  ['sets/blind', 0.94],
  ['sets/third', 0.96],
] as const)('copied pages of other hands: %s', async (hand, least) => {
  const copies = readCopies('tune', hand)
  const decisions = await cleanCopies(copies)
  const { precision, recall, lost, traps } = scoreCopies(copies, ({ id }) => decisions.get(id)!)
  expect(precision).toBeGreaterThanOrEqual(0.99)
  expect(recall).toBeGreaterThanOrEqual(least)
  expect(lost).toBeLessThanOrEqual(0.004)
  expect(traps.right).toBe(traps.of)
})
