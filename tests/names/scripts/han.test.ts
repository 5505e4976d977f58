import { expect, test } from 'vitest'
import { foldHan, spellingsOfHan } from '../../../src/names/scripts/han.ts'
import { findMentions } from '../../../src/stages/link/index.ts'
import { glossaryOf } from '../../glossary/make.ts'

test('simplified, traditional and Japanese forms are one', () => {
  expect(foldHan('澤沢泽')).toBe('泽泽泽')
  expect(foldHan('錢學森')).toBe(foldHan('钱学森'))
})

test.each([
  ['胡', 'family', 'hu'],
  ['适', 'given', 'shih'],
  ['振寧', 'given', 'chenning'],
  ['李', 'family', 'rhee'],
  ['陳', 'family', 'chan'],
  ['仇', 'family', 'qiu'],
  ['单', 'family', 'shan'],
  ['金', 'family', 'kim'],
] as const)('%s as a %s name is spelt %s', (text, part, spelt) => {
  expect(spellingsOfHan(text, part)).toContain(spelt)
})

test('a character that is nobody’s family name is read as none', () => {
  expect(spellingsOfHan('矛', 'family')).toEqual([])
})

const glossary = glossaryOf('Hu Shih', 'Yang Chen-Ning', 'Mao Dun', 'Mo Yan')

test('a Chinese name is found by any romanization, family name first', () => {
  expect(findMentions('胡適讀過楊振寧的信。', 'zh-Hant', glossary).map(({ surface, canonical }) => [surface, canonical])).toEqual([
    ['胡適', 'Hu Shih'],
    ['楊振寧', 'Yang Chen-Ning'],
  ])
})

test('words read like a name are none', () => {
  expect(findMentions('护士说这里没有矛盾，这默契是胡来。', 'zh', glossary)).toEqual([])
})
