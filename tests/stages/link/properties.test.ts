import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findMentions, moveSpans, restore, rewrite } from '../../../src/stages/link/index.ts'
import { glossaryOf } from '../../glossary/make.ts'

const glossary = glossaryOf(
  'Marie Skłodowska-Curie',
  'Pierre Curie',
  'Henri Becquerel',
  { canonical: 'Ernest Rutherford', kind: 'person', forms: { ru: 'Эрнест Резерфорд' } },
  'Justus von Liebig',
  { canonical: 'Tu Youyou', kind: 'person', given: 'Youyou', family: 'Tu', not: ['Tutu'] },
  { canonical: 'Göttingen', kind: 'place', variants: ['Gottinga'], forms: { ru: 'Гёттинген' } },
)

const pieces = fc.constantFrom(
  ...'Marie Marya Skłodowska Sklodovska - Curie Kurie Curies Pierre Piere Henri Henry Becquerel Bequerel Bekerel Ernest Rutherford Rutherfurd RUTHERFORD Justus von Liebig Libig Tu Youyou Tutu Göttingen Goettingen Gottinga J. M. , . ’s the The a Der Street \n \n\n Эрнест Резерфорд Резерфорту Гёттинген Геттингена фон Кюри Кюрри ραδερφορντ Ράδερφορντ ארנסט ורתרפורד إرنست رذرفورد وكوري 卢瑟福 居里 · 玛丽 屠呦呦 ラザフォード ・ キュリー は 러더퍼드가 Rutherfordová Kurie Curiem Jr. II 40 1905'.split(
    ' ',
  ),
)
const sentences = fc.array(pieces, { maxLength: 25 }).map((words) => words.join(' '))
const languages = fc.constantFrom('en', 'de', 'pl', 'cs', 'fi', 'hu', 'ru', 'tr', 'ar', 'he', 'zh', 'ja', 'ko', 'und')
const unicode = fc.string({ unit: 'binary', maxLength: 60 })

test('rewriting twice changes nothing more', () => {
  fc.assert(
    fc.property(sentences, languages, (text, language) => {
      const once = rewrite(text, findMentions(text, language, glossary))
      expect(rewrite(once, findMentions(once, language, glossary))).toBe(once)
    }),
    { numRuns: 400 },
  )
})

test('a rewrite can be undone, and nothing else can be taken for it', () => {
  fc.assert(
    fc.property(fc.oneof(sentences, unicode), languages, (text, language) => {
      const mentions = findMentions(text, language, glossary)
      const after = rewrite(text, mentions)
      expect(restore(after, mentions)).toBe(text)
      if (after !== text) expect(() => restore(text.replaceAll(/\p{L}/gu, '.'), mentions)).toThrow(RangeError)
    }),
    { numRuns: 400 },
  )
})

test('spans slice to their surface, in order, and all else stays', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        sentences,
        unicode,
        fc.tuple(sentences, unicode).map(([a, b]) => a + b),
      ),
      languages,
      (text, language) => {
        const mentions = findMentions(text, language, glossary)
        let last = 0
        let kept = ''
        for (const { span, surface, suffix, replacement, action, confidence } of mentions) {
          expect(span.start).toBeGreaterThanOrEqual(last)
          expect(text.slice(span.start, span.end)).toBe(surface)
          expect(text.slice(span.end, span.end + suffix.length)).toBe(suffix)
          expect(action === 'keep').toBe(replacement === surface)
          expect(confidence).toBeGreaterThan(0)
          expect(confidence).toBeLessThanOrEqual(1)
          kept += text.slice(last, span.start) + (action === 'rewrite' ? replacement : surface)
          last = span.end
        }
        expect(rewrite(text, mentions)).toBe(kept + text.slice(last))
      },
    ),
    { numRuns: 400 },
  )
})

test('spans that tile a text tile its rewrite', () => {
  fc.assert(
    fc.property(sentences, fc.array(fc.nat(200)), (text, cuts) => {
      const mentions = findMentions(text, 'en', glossary)
      const bounds = [0, ...cuts.map((cut) => cut % (text.length + 1)).toSorted((a, b) => a - b), text.length]
      const spans = bounds.slice(1).map((end, at) => ({ start: bounds[at]!, end }))
      const after = rewrite(text, mentions)
      expect(
        moveSpans(spans, mentions)
          .map(({ start, end }) => after.slice(start, end))
          .join(''),
      ).toBe(after)
    }),
  )
})
