import { expect, test } from 'vitest'
import { spellThai } from '../../../src/names/scripts/thai.ts'
import { findMentions } from '../../../src/stages/link/index.ts'
import { glossaryOf } from '../../glossary/make.ts'

test.each([
  ['ไอน์สไตน์', 'ainstain'],
  ['ดาร์วิน', 'darvin'],
  ['นิโคลา', 'nikola'],
  ['เทสลา', 'tesla'],
  ['ตอลสตอย', 'tolstoj'],
  ['มูราคามิ', 'murakami'],
  ['อกาธา', 'akata'],
  ['คริสตี', 'kristi'],
])('%s is spelt %s', (thai, latin) => {
  expect(spellThai(thai)).toBe(latin)
})

const glossary = glossaryOf('Charles Darwin', 'Nikola Tesla', 'Mo Yan')

test('a name is found where no space parts it from the words around it, and is left in its script', () => {
  const text = 'หนังสือของชาลส์ ดาร์วินขายดี ดาร์วินเดินทางห้าปี และนิโคลา เทสลาไม่ได้อ่าน'
  expect(findMentions(text, 'th', glossary).map(({ surface, canonical, action }) => [surface, canonical, action])).toEqual([
    ['ชาลส์ ดาร์วิน', 'Charles Darwin', 'keep'],
    ['ดาร์วิน', 'Charles Darwin', 'keep'],
    ['นิโคลา เทสลา', 'Nikola Tesla', 'keep'],
  ])
})

test('words that run into each other are no given and family name', () => {
  expect(findMentions('เขายังมีเวลาอย่างน้อยสองวัน', 'th', glossary)).toEqual([])
})
