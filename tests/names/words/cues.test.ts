import { describe, expect, test } from 'vitest'
import { cuesOf } from '../../../src/names/words/cues.ts'

describe('what stands beside names', () => {
  test('is each language’s own', () => {
    expect(cuesOf('de').title.has('bundeskanzlerin')).toBe(true)
    expect(cuesOf('pl').title.has('bundeskanzlerin')).toBe(false)
    expect(cuesOf('hu').after.has('utca')).toBe(true)
    expect(cuesOf('it').after.has('út')).toBe(false)
    expect(cuesOf('sv').locative.has('i')).toBe(true)
    expect(cuesOf('pl').locative.has('i')).toBe(false)
  })

  test('English prizes and firms are named everywhere, English small words are not', () => {
    expect(cuesOf('pl').after.has('award')).toBe(true)
    expect(cuesOf('hu').indefinite.has('a')).toBe(false)
  })

  test('of a language that is not known, all count', () => {
    expect(cuesOf('und').before.has('rue')).toBe(true)
    expect(cuesOf('und').locative.size).toBe(0)
  })

  test('a region changes nothing', () => {
    expect(cuesOf('de-AT').title).toEqual(cuesOf('de').title)
  })
})
