import { describe, expect, test } from 'vitest'
import { functionWordsOf, languagesOfFunctionWord } from '../../../src/names/words/function-words.ts'
import { isKnown, isWord } from '../../../src/names/words/lexicon.ts'
import { knownName } from '../../../src/names/words/persons.ts'

describe('words of a language', () => {
  test.each([
    ['en', 'center'],
    ['de', 'Haus'],
    ['de', 'gehen'],
    ['pl', 'Przed'],
    ['lv', 'tikai'],
    ['ru', 'время'],
    ['sr-Cyrl', 'само'],
    ['vi', 'người'],
    ['hi', 'लेकिन'],
  ])('%s has %s', (language, word) => {
    expect(isWord(word, language)).toBe(true)
  })

  test.each([
    ['pl', 'gehen'],
    ['de', 'Rutherford'],
    ['en', 'Banach'],
    ['ru', 'Резерфорд'],
    ['ar', 'محمد'],
    ['und', 'time'],
  ])('%s has no %s', (language, word) => {
    expect(isWord(word, language)).toBe(false)
  })

  test('a name that English newspapers have is known, and is no word', () => {
    expect([isKnown('Rutherford'), isWord('Rutherford', 'en')]).toEqual([true, false])
  })
})

describe('function words', () => {
  test('of languages that were listed and of those that were only read', () => {
    expect(functionWordsOf('de').has('obwohl')).toBe(true)
    expect(functionWordsOf('lv').has('kas')).toBe(true)
    expect(functionWordsOf('pl').has('kas')).toBe(false)
    expect(functionWordsOf('und').size).toBe(0)
  })

  test('tell their languages', () => {
    expect(languagesOfFunctionWord('Przez')).toEqual(['pl'])
    expect(languagesOfFunctionWord('Röntgen')).toEqual([])
  })
})

test('names that people bear', () => {
  expect(knownName('Giulia')).toEqual({ given: true, family: false })
  expect(knownName('Kowalski')).toMatchObject({ family: true })
  expect(knownName('Хоффманн')).toMatchObject({ given: false })
  expect(knownName('Rutherfxrd')).toEqual({ given: false, family: false })
})
