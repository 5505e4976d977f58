import { describe, expect, test } from 'vitest'
import { baseLanguage, parseLanguage, sentenceJoiner, serves } from '../src/language.ts'

describe('parseLanguage', () => {
  test.each([
    ['EN', 'en'],
    ['deu', 'de'],
    ['pt_br', 'pt-BR'],
    ['zh-TW', 'zh-Hant'],
    ['zh-CN', 'zh-Hans'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['zh', 'zh'],
    ['no', 'nb'],
    ['sr-latn', 'sr-Latn'],
    ['iw', 'he'],
    ['und', 'und'],
    [' fr ', 'fr'],
  ])('%s is %s', (tag, expected) => {
    expect(parseLanguage(tag)).toBe(expected)
  })

  test.each(['english', '', 'd', 'de_', 'über', 'a b', '../de'])('%j is no tag', (tag) => {
    expect(parseLanguage(tag)).toBeUndefined()
  })

  test('a parsed tag parses to itself', () => {
    for (const tag of ['pt-BR', 'zh-Hans', 'sr-Cyrl', 'nb', 'de-CH-1996']) expect(parseLanguage(tag)).toBe(tag)
  })
})

test('a regional variety serves who asked for the language, another script does not', () => {
  expect(serves('en-GB', 'en')).toBe(true)
  expect(serves('en', 'en')).toBe(true)
  expect(serves('en', 'en-GB')).toBe(false)
  expect(serves('zh-Hans', 'zh-Hant')).toBe(false)
})

test('Chinese, Japanese and Thai put nothing between sentences', () => {
  expect(['zh-Hans', 'ja', 'th'].map(sentenceJoiner)).toEqual(['', '', ''])
  expect(['de', 'ko', 'ar'].map(sentenceJoiner)).toEqual([' ', ' ', ' '])
})

test('baseLanguage', () => {
  expect(baseLanguage('pt-BR')).toBe('pt')
  expect(baseLanguage('de')).toBe('de')
})
