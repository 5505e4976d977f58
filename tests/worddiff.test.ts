import fc from 'fast-check'
import { expect, it } from 'vitest'
import { diffWords } from '../src/worddiff.ts'

it('says which words stand in the place of which', () => {
  expect(diffWords('The cat sat here.', 'The dog sat there, too.')).toEqual([
    { text: 'The ' },
    { text: 'dog', base: 'cat' },
    { text: ' ' },
    { text: 'sat' },
    { text: ' ' },
    { text: 'there, too', base: 'here' },
    { text: '.' },
  ])
  expect(diffWords('a b', 'a')).toEqual([{ text: 'a' }, { text: '', base: ' b' }])
  expect(diffWords('same', 'same')).toEqual([{ text: 'same' }])
})

it('loses nothing of either text', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'word', ' ', '.', '😀', '한')).map((words) => words.join(''))
  fc.assert(
    fc.property(text, text, (base, other) => {
      const pieces = diffWords(base, other)
      expect(pieces.map(({ text }) => text).join('')).toBe(other)
      expect(pieces.map(({ text, base }) => base ?? text).join('')).toBe(base)
    }),
  )
})

it('gives up on details, not on time, where long texts have nothing in common', () => {
  const base = Array.from({ length: 20_000 }, (_, at) => `a${at}`).join(' ')
  const other = Array.from({ length: 20_000 }, (_, at) => `b${at}`).join(' ')
  expect(diffWords(base, other)).toEqual([{ text: other, base }])
})
