import { describe, expect, test } from 'vitest'
import { isRespelt } from '../../../src/names/compare/respelt.ts'

describe('names written as they sound', () => {
  test.each([
    ['sr', 'Šekspir', 'Shakespeare'],
    ['sr', 'Ajnštajn', 'Einstein'],
    ['lv', 'Ņūton', 'Newton'],
    ['lt', 'Šekspyr', 'Shakespeare'],
    ['az', 'Eynşteyn', 'Einstein'],
    ['az', 'Hacıbəyov', 'Hajibeyov'],
    ['uz', 'Shekspir', 'Shakespeare'],
    ['sq', 'Hygo', 'Hugo'],
  ])('%s writes %s for any %s', (language, written, name) => {
    expect(isRespelt(written, name, language)).toBe(true)
  })

  test.each([
    ['de', 'Tschechow', 'Chekhov'],
    ['fr', 'Tchékhov', 'Chekhov'],
    ['hu', 'Dosztojevszkij', 'Dostoevsky'],
    ['tr', 'Çehov', 'Chekhov'],
    ['ca', 'Txékhov', 'Chekhov'],
    ['nb', 'Sjostakovitsj', 'Shostakovich'],
  ])('%s writes %s for %s, which is Cyrillic', (language, written, name) => {
    expect(isRespelt(written, name, language)).toBe(true)
  })

  test.each([
    ['cs', 'Darvin', 'Darwin'],
    ['pl', 'Rezerford', 'Rutherford'],
    ['sr', 'Einstien', 'Einstein'],
    ['az', 'Nyutonn', 'Newton'],
    ['lt', 'Rutherfurd', 'Rutherford'],
    ['sr', 'Rontgen', 'Röntgen'],
    ['en', 'Tchekov', 'Chekhov'],
  ])('in %s %s is %s misspelt', (language, written, name) => {
    expect(isRespelt(written, name, language)).toBe(false)
  })
})
