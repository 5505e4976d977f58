import { expect, test } from 'vitest'
import type { Detected } from '../../src/article.ts'
import { type Selection, select } from '../../src/stages/select.ts'

const article = { language: 'zh-Hans', text: '十个汉字的一句话而已' } as Detected
const taken = (selection: Selection) => select(selection).run(article, { signal: new AbortController().signal, warn: () => {} })

test.each([[{ languages: [], minChars: 0 }], [{ languages: ['de', 'zh'], minChars: 10 }], [{ languages: ['zh-Hans'], minChars: 0 }]])(
  '%j lets it through as it is',
  (selection) => {
    expect(taken(selection)).toBe(article)
  },
)

test.each([
  [{ languages: ['zh-Hant', 'z'], minChars: 0 }, "in 'zh-Hans'; asked for were zh-Hant, z"],
  [{ languages: [], minChars: 11 }, '10 characters after cleaning; asked for were 11'],
])('%j does not', (selection, message) => {
  expect(() => taken(selection)).toThrow(message)
})
