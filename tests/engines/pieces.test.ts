import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { piecesOf } from '../../src/engines/pieces.ts'

describe('piecesOf', () => {
  test('cuts between sentences, clauses and lines, and nowhere else', () => {
    const textsOf = (text: string, limit: number) => piecesOf(text, limit)?.map((piece) => piece.text)
    expect(textsOf('One. Two. Three.', 9)).toEqual(['One. Two.', 'Three.'])
    expect(textsOf('他来了。他走了。', 4)).toEqual(['他来了。', '他走了。'])
    expect(textsOf('first line\nsecond line', 12)).toEqual(['first line', 'second line'])
    expect(textsOf('he came; she went', 9)).toEqual(['he came;', 'she went'])
    expect(textsOf('no place to cut', 9)).toBeUndefined()
    expect(textsOf('Short. A sentence that is too long.', 9)).toBeUndefined()
  })

  test('loses nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'ü', '🌉', ' ', '.', '。', '\n', ';') }),
        fc.integer({ min: 1, max: 12 }),
        (text, limit) => {
          const pieces = piecesOf(text.trim(), limit)
          if (pieces === undefined) return
          expect(pieces.map((piece) => piece.text + piece.gap).join('')).toBe(text.trim())
          for (const piece of pieces) expect([...piece.text].length).toBeLessThanOrEqual(limit)
        },
      ),
    )
  })
})
