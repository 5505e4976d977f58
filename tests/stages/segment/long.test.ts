import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitSentences } from '../../../src/stages/segment/index.ts'

test('a sentence without end comes in pieces, between words', () => {
  const text = 'The quick brown fox jumps over the lazy dog and '.repeat(500).trim()
  const pieces = splitSentences(text, 'en').map(({ start, end }) => text.slice(start, end))
  expect(pieces.length).toBeGreaterThan(4)
  expect(pieces.join(' ')).toBe(text)
})

test('where there are no spaces, whole characters', () => {
  const text = '𠮷e\u0301'.repeat(6000)
  const pieces = splitSentences(text, 'zh').map(({ start, end }) => text.slice(start, end))
  expect(pieces.join('')).toBe(text)
  for (const piece of pieces) expect(piece).toMatch(/^(?![\p{M}\uDC00-\uDFFF])/u)
})

test('nothing but white space is lost, however long it is', () => {
  const part = fc.tuple(fc.constantFrom('a', ' ', 'word ', '\u0301', '漢', '😀', '\u3000'), fc.integer({ min: 1, max: 4000 }))
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const text = parts.map(([unit, times]) => unit.repeat(times)).join('')
      let before = 0
      for (const { start, end } of splitSentences(text, 'en')) {
        expect(text.slice(before, start).trim()).toBe('')
        expect(end - start).toBeLessThanOrEqual(5000)
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
        before = end
      }
      expect(text.slice(before).trim()).toBe('')
    }),
    { numRuns: 60 },
  )
})
