import { describe, expect, test } from 'vitest'
import { type Lemma, lemmas } from '../../../src/names/inflect/endings.ts'
import { sameForm } from '../../../src/names/inflect/form.ts'

/** The reading of `word` whose nominative is `text`. */
function reading(word: string, text: string, language: string): Lemma {
  const found = lemmas(word, language).find((lemma) => lemma.text === text)
  if (found === undefined) throw new Error(`${word}: ${lemmas(word, language).map((lemma) => lemma.text)}`)
  return found
}

describe('readings', () => {
  test.each([
    ['lv', 'Jūrmalā', 'Jūrmala'],
    ['lv', 'Raiņa', 'Rainis'],
    ['lt', 'Čiurlionio', 'Čiurlionis'],
    ['lt', 'Tolstojaus', 'Tolstojus'],
    ['pl', 'Toruniu', 'Toruń'],
    ['pl', 'Szymborskiej', 'Szymborska'],
    ['cs', 'Čapkovi', 'Čapek'],
    ['sk', 'Košíc', 'Košíc'],
    ['sr', 'Ankari', 'Ankara'],
    ['hr', 'Tesli', 'Tesla'],
    ['ru', 'Ахматовой', 'Ахматова'],
    ['uk', 'Києві', 'Київ'],
    ['is', 'Vigdísar', 'Vigdís'],
    ['hy', 'Աբովյանի', 'Աբովյան'],
    ['ka', 'თბილისში', 'თბილისი'],
    ['tr', 'Ankaradan', 'Ankara'],
    ['az', 'Nyutonun', 'Nyuton'],
    ['kk', 'Ньютонның', 'Ньютон'],
    ['hu', 'Newtonnal', 'Newton'],
    ['fi', 'Aallon', 'Aalto'],
    ['et', 'Darwinile', 'Darwin'],
    ['eu', 'Darwinek', 'Darwine'],
    ['sq', 'Ernestit', 'Ernest'],
    ['ro', 'Titanicului', 'Titanic'],
    ['mk', 'Шекспировиот', 'Шекспировиот'],
    ['de', 'Einsteins', 'Einstein'],
  ])('%s %s', (language, word, lemma) => {
    expect(lemmas(word, language).map(({ text }) => text)).toContain(lemma)
  })

  test('the likeliest comes first after the word itself', () => {
    expect(lemmas('Banacha', 'pl').slice(0, 2)).toMatchObject([
      { text: 'Banacha', ending: '', probability: 1 },
      { text: 'Banach', ending: 'a', added: true },
    ])
  })

  test('a foreign name is left when the ending that the language gives it is taken off', () => {
    expect(lemmas('Keplers', 'lv')).toContainEqual(expect.objectContaining({ text: 'Kepler', adapted: true, added: false }))
    expect(lemmas('Keplera', 'lv')).toContainEqual(expect.objectContaining({ text: 'Kepler', adapted: true, added: false }))
    expect(lemmas('Šekspyro', 'lt')).toContainEqual(expect.objectContaining({ text: 'Šekspyr', adapted: true }))
  })

  test.each(['vi', 'id', 'th', 'ja'])('%s does not inflect', (language) => {
    expect(lemmas('Nguyễns', language)).toHaveLength(1)
  })
})

/** A name misspelt in some case, as whose form it is read; what it should be; what the text should have, less an ending that was only added. */
describe('the form of another name', () => {
  test.each([
    ['pl', 'Szimborskiej', 'Szimborska', 'Szymborska', 'Szymborskiej'],
    ['pl', 'Banaha', 'Banah', 'Banach', 'Banach'],
    ['pl', 'Torunia', 'Toruń', 'Poznań', 'Poznania'],
    ['lv', 'Rāiņa', 'Rāinis', 'Rainis', 'Raiņa'],
    ['lv', 'Jurmalā', 'Jurmala', 'Jūrmala', 'Jūrmalā'],
    ['lt', 'Čurlionio', 'Čurlionis', 'Čiurlionis', 'Čiurlionio'],
    ['cs', 'Čappka', 'Čappek', 'Čapek', 'Čapka'],
    ['sk', 'Bratyslave', 'Bratyslava', 'Bratislava', 'Bratislave'],
    ['hr', 'Tessle', 'Tessla', 'Tesla', 'Tesle'],
    ['sr', 'Beogradda', 'Beogradd', 'Beograd', 'Beograd'],
    ['ru', 'Ахматавой', 'Ахматава', 'Ахматова', 'Ахматовой'],
    ['uk', 'Одесси', 'Одесса', 'Одеса', 'Одеси'],
    ['is', 'Vigdýsar', 'Vigdýs', 'Vigdís', 'Vigdís'],
    ['tr', 'Ankkarada', 'Ankkara', 'Ankara', 'Ankara'],
    ['hu', 'Nevtonnal', 'Nevton', 'Newton', 'Newton'],
    ['fi', 'Nurmmen', 'Nurmmi', 'Nurmi', 'Nurmen'],
    ['sl', 'Ljubliani', 'Ljubliana', 'Ljubljana', 'Ljubljani'],
    ['ka', 'ტბილისის', 'ტბილისი', 'თბილისი', 'თბილისი'],
  ])('%s %s', (language, word, lemma, wanted, form) => {
    expect(sameForm(reading(word, lemma, language), wanted, language)).toBe(form)
  })

  test.each([
    ['what a language makes of a foreign name', 'lv', 'Keplara', 'Keplar', 'Kepler'],
    ['an ending the name cannot have', 'ru', 'Толстова', 'Толстов', 'Толстой'],
    ['a vowel after a vowel', 'pl', 'Dostojewskiego', 'Dostojewski', 'Hugo'],
  ])('none: %s', (_what, language, word, lemma, wanted) => {
    expect(sameForm(reading(word, lemma, language), wanted, language)).toBeUndefined()
  })
})
