import { describe, expect, test } from 'vitest'
import { germanic } from '../../../src/stages/segment/languages/germanic.ts'
import type { LanguageData } from '../../../src/stages/segment/languages/language-data.ts'
import { other } from '../../../src/stages/segment/languages/other.ts'
import { romance } from '../../../src/stages/segment/languages/romance.ts'
import { slavic } from '../../../src/stages/segment/languages/slavic.ts'

const kinds = ['inner', 'numbered', 'either', 'closing'] as const
const all = Object.entries<LanguageData>({ ...germanic, ...romance, ...slavic, ...other })
const words = (text = '') => text.split(/\s+/).filter((word) => word !== '')

describe.each(all)('data of %s', (_, data) => {
  test('each abbreviation stands once, in one list, without its last full stop, and can be found', () => {
    const list = kinds.flatMap((kind) => words(data[kind]))
    expect(list.filter((word, index) => list.indexOf(word) !== index)).toEqual([])
    expect(list.filter((word) => !/^[\p{L}\p{M}\p{N}°№]+(?:\.[\p{L}\p{M}\p{N}°№]+)*$/u.test(word))).toEqual([])
  })

  test('starters and dates are in lower case and stand once', () => {
    for (const list of [words(data.starters), words(data.dates), words(data.beforeOrdinal)]) {
      expect(list.filter((word, index) => list.indexOf(word) !== index || word !== word.toLowerCase())).toEqual([])
    }
  })

  test('no short form is also a word that opens sentences', () => {
    const starters = new Set(words(data.starters))
    const closed = [...words(data.inner), ...words(data.closing)]
    expect(closed.filter((word) => word.length > 1 && starters.has(word))).toEqual([])
  })
})
