import { describe, expect, test } from 'vitest'
import { isFeminine, isGivenName, isOtherName, shortens, translates } from '../../../src/names/words/given-names.ts'

describe('given names', () => {
  test('what a language makes of a name', () => {
    expect(translates('Izaak', 'Isaac', 'pl')).toBe(true)
    expect(translates('Лев', 'Leo', 'ru')).toBe(true)
    expect(translates('Hans', 'Johann', 'de')).toBe(false)
  })

  test('a name is another when no row joins them', () => {
    expect(isOtherName('Alfred', 'Albert')).toBe(true)
    expect(isOtherName('Grace', 'Carmen')).toBe(true)
    expect(isOtherName('Edith', 'Ruth')).toBe(true)
    expect(isOtherName('Henry', 'Henri')).toBe(false)
    expect(isOtherName('Robert', 'Rupert')).toBe(false)
  })

  test('names that only one of several rows joins are one: Wikidata has them together', () => {
    expect(isOtherName('Pjotr', 'Piotr')).toBe(false)
    expect(isOtherName('Joseph', 'Yosef')).toBe(false)
  })

  test('short forms', () => {
    expect(shortens('Bill', 'William')).toBe(true)
    expect(shortens('Bill', 'Henry')).toBe(false)
  })

  test('who bears it', () => {
    expect(isFeminine('Carmen')).toBe(true)
    expect(isFeminine('Andrea')).toBe(true)
    expect(isFeminine('Joshua')).toBe(false)
    expect(isFeminine('Nikolaus')).toBe(false)
    expect(isFeminine('Ludmila')).toBe(true)
  })

  test('known as one, in any script', () => {
    expect(isGivenName('Ludwik')).toBe(true)
    expect(isGivenName('Иван')).toBe(true)
    expect(isGivenName('Table')).toBe(false)
  })
})
