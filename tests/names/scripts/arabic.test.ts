import { expect, test } from 'vitest'
import { romanize } from '../../../src/names/scripts/index.ts'
import { findMentions } from '../../../src/stages/link/index.ts'
import { glossaryOf } from '../../glossary/make.ts'

test.each([
  ['عمر', 'āmr'],
  ['علي', 'ālī'],
  ['ابن', 'ibn'],
  ['ابنبطوطه', 'ibnbtūtā'],
  ['نیچه', 'nīčā'],
  ['شاه', 'šāh'],
  ['عبدالله', 'ābdāllh'],
  ['الخيام', 'khīām'],
])('%s is written %s', (arabic, latin) => {
  expect(romanize(arabic)).toBe(latin)
})

test('names that start with ain are found, with the article and in one word', () => {
  const glossary = glossaryOf(
    { canonical: 'Gamal Abdel Nasser', kind: 'person', given: 'Gamal', family: 'Abdel Nasser' },
    'Omar Khayyam',
    'Ibn Battuta',
  )
  const text = 'ألقى جمال عبد الناصر خطابه. كتبت الصحف عبدالناصر. قرأ عمر الخيام كتابا.'
  expect(findMentions(text, 'ar', glossary).map(({ surface }) => surface)).toEqual(['جمال عبد الناصر', 'عبدالناصر', 'عمر الخيام'])
})

test('words between two that sound like names are no middle names', () => {
  expect(findMentions('الروسي والسوفيتي منذ سبعينيات القرن', 'ar', glossaryOf('Ryuichi Sakamoto'))).toEqual([])
  expect(findMentions('أحد علماء حملته نسخها', 'ar', glossaryOf('Hideyo Noguchi'))).toEqual([])
})
