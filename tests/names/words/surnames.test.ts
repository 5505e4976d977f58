import { expect, test } from 'vitest'
import { isKoreanSurname, koreanSpellings } from '../../../src/names/words/surnames.ts'
import { findMentions } from '../../../src/stages/link/index.ts'
import { glossaryOf } from '../../glossary/make.ts'

test('the family name of a Korean is spelt in several ways, and stands first', () => {
  expect(koreanSpellings('박')).toEqual(['park', 'pak', 'bak'])
  expect(koreanSpellings('이승만').map((spelt) => spelt.slice(0, 4))).toContain('rhee')
  expect(koreanSpellings('셰익스피어')).toEqual([])
  expect(isKoreanSurname('Rhee')).toBe(true)
  expect(isKoreanSurname('Nietzsche')).toBe(false)
})

const glossary = glossaryOf('Syngman Rhee', 'Bong Joon-ho', 'Charles de Gaulle', 'Margaret Thatcher', 'Yang Chen-Ning', 'Immanuel Kant')

const surfaces = (text: string) => findMentions(text, 'ko', glossary).map(({ surface }) => surface)

test.each([
  ['1948년에 이승만이 대통령이 되었다.', ['이승만']],
  ['샤를 드골의 회고록과 이마누엘 칸트라는 표기도 있다.', ['샤를 드골', '이마누엘 칸트']],
])('particles and the order of the glossary do not hide a Korean name: %s', (text, expected) => {
  expect(surfaces(text)).toEqual(expected)
})

test.each([
  ['비행기는 샤를 드골 공항에 내렸다.', []],
  ['남편 데니스 대처는 사업가였다.', []],
  ['전쟁 중에 글을 남겼다.', []],
])('things, others of the name and words of the language are none: %s', (text, expected) => {
  expect(surfaces(text)).toEqual(expected)
})
