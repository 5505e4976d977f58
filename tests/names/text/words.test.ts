import { describe, expect, test } from 'vitest'
import { splitWords } from '../../../src/names/text/words.ts'

const texts = (text: string) => splitWords(text).map((word) => word.text)

describe('words', () => {
  test.each([
    ['Wilhelm Rönt-\ngen slept.', ['Wilhelm', 'Röntgen', 'slept']],
    ['Wilhelm Rönt-\r\n  gen slept.', ['Wilhelm', 'Röntgen', 'slept']],
    ['Wilhelm Rönt\u00adgen slept.', ['Wilhelm', 'Röntgen', 'slept']],
    ['Mittag-\nLeffler', ['Mittag', 'Leffler']],
    ['Ein-\n\nzeln', ['Ein', 'zeln']],
    ['so -\nund so', ['so', 'und', 'so']],
  ])('%j', (text, expected) => {
    expect(texts(text)).toEqual(expected)
  })

  test('a word over the end of a line spans the break', () => {
    const [, word] = splitWords('Wilhelm Rönt-\ngen slept.')
    expect(word).toMatchObject({ start: 8, end: 17, text: 'Röntgen', gap: 'space' })
  })

  test('a compound over the end of a line has its hyphen', () => {
    expect(splitWords('Mittag-\nLeffler')[1]?.gap).toBe('hyphen')
  })
})

describe('addresses and code are no words', () => {
  test.each([
    'https://example.org/wiki/Paul_Klee?Rudolf=Koch#Curie',
    'www.paulklee.ch/Koch',
    'Paul.Klee@example.org',
    '@PaulKlee',
    '@paul.klee',
    '`new Klee(Koch)`',
    '```\nKlee = Koch\n```',
    'Klee.de',
    'zentrum.klee.com',
    'r/PaulKlee',
  ])('%s', (address) => {
    expect(texts(`See ${address} today`)).toEqual(['See', 'today'])
    expect(texts(`(${address})`)).toEqual([])
  })

  test('what follows an address does not belong to what stands before it', () => {
    expect(splitWords('Paul @koch Klee').map(({ gap }) => gap)).toEqual(['break', 'break'])
  })

  test.each([['Klee.Koch came'], ['a@ Klee'], ['and/or Klee'], ['5`Klee'], ['Fwd.: Klee']])('%s has words', (text) => {
    expect(texts(text)).toContain('Klee')
  })

  test('the words of a hashtag are words, and known for what they are', () => {
    const words = splitWords('Now #KlausHofmann and #Klaus_Hofmann')
    expect(words.map(({ text, hashtag }) => (hashtag ? `#${text}` : text))).toEqual([
      'Now',
      '#Klaus',
      '#Hofmann',
      'and',
      '#Klaus',
      '#Hofmann',
    ])
    expect(words.map(({ gap }) => gap)).toEqual(['break', 'break', 'joined', 'space', 'break', 'joined'])
  })
})
