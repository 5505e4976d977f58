import { describe, expect, it } from 'vitest'
import { inLanguage, languageName } from '../../../src/write/report/language.ts'

describe('languageName', () => {
  it.each([
    ['de', 'German'],
    ['zh-Hant', 'Traditional Chinese'],
    ['en-x-own', 'English'],
    ['und', 'unknown language'],
    ['no tag', 'no tag'],
    ['qfz', 'qfz'],
  ])('of %s is %s', (tag, name) => {
    expect(languageName(tag)).toBe(name)
  })
})

describe('inLanguage', () => {
  it.each([
    ['de', 'de', 'ltr'],
    ['ar', 'ar', 'rtl'],
    ['he', 'he', 'rtl'],
    ['fa', 'fa', 'rtl'],
    ['ckb', 'ckb', 'rtl'],
    ['az-Arab', 'az-Arab', 'rtl'],
    ['ks-Deva', 'ks-Deva', 'ltr'],
    ['und', '', 'auto'],
    ['"><b>', '&quot;&gt;&lt;b&gt;', 'auto'],
  ])('sets language and direction for %s', (tag, lang, dir) => {
    expect(inLanguage(tag).markup).toBe(`lang="${lang}" dir="${dir}"`)
  })
})
