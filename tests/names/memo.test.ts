import { describe, expect, test } from 'vitest'
import { Recent } from '../../src/names/memo.ts'

describe('Recent', () => {
  const counting = (most: number) => {
    const made: string[] = []
    const recent = new Recent((kind: string, text: string) => {
      made.push(`${kind}:${text}`)
      return text.length
    }, most)
    return { made, recent }
  }

  test('makes a value once for each kind and text', () => {
    const { made, recent } = counting(100)
    expect([recent.of('de', 'abc'), recent.of('de', 'abc'), recent.of('en', 'abc')]).toEqual([3, 3, 3])
    expect(made).toEqual(['de:abc', 'en:abc'])
  })

  test('forgets the oldest first, and keeps what has room', () => {
    const { made, recent } = counting(20)
    for (const text of ['aaaaa', 'bbbbb', 'ccccc', 'bbbbb', 'aaaaa']) recent.of('x', text)
    expect(made).toEqual(['x:aaaaa', 'x:bbbbb', 'x:ccccc', 'x:aaaaa'])
  })

  test('a text too long to keep leaves the others', () => {
    const { made, recent } = counting(10)
    for (const text of ['short', 'very, very long', 'short']) recent.of('x', text)
    expect(made).toEqual(['x:short', 'x:very, very long'])
  })
})
