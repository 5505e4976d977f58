import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultDetector } from '../../../src/stages/detect/index.ts'
import { findPassages } from '../../../src/stages/detect/passages.ts'
import { cutPieces } from '../../../src/stages/detect/pieces.ts'
import { samples } from './samples.ts'

const detector = defaultDetector()
const german =
  'Die alte Brücke wurde im letzten Winter repariert. Am Montag fuhren die ersten Züge wieder über den Fluss, und viele Leute standen am Ufer und sahen zu.'

/** The passages of `text`, as language and words. */
function passages(text: string, main: string): [string, string][] {
  return findPassages(text, main, detector).map(({ start, end, language }) => [language, text.slice(start, end).trim()])
}

describe('pieces', () => {
  it('are cut after sentences, at lines and at quotation marks', () => {
    const text = 'Er kam. „Wer da?“ Niemand.\nEnde'
    expect(cutPieces(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Er kam. ',
      '„',
      'Wer da?',
      '“',
      ' Niemand.\n',
      'Ende',
    ])
  })

  it('tile any text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', ' ', '"', '„', '“', '»', '.', '?', '\n', '。', 'ы')), (letters) => {
        const text = letters.join('')
        const pieces = cutPieces(text)
        expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
        for (const { start, end } of pieces) expect(end).toBeGreaterThan(start)
      }),
    )
  })
})

describe('passages', () => {
  it.each([
    ['„', '“'],
    ['«\u00a0', '\u00a0»'],
    ['"', '"'],
    ['“', '”'],
  ])('find a quote between %s and %s', (open, close) => {
    const quote = 'We have worked on this bridge for a very long time, and nobody should doubt that it is safe.'
    const text = `${german} Der Ingenieur sagte: ${open}${quote}${close} Danach ging er nach Hause und schlief bis zum nächsten Morgen.`
    const found = passages(text, 'de')
    expect(found.map(([language]) => language)).toEqual(['de', 'en', 'de'])
    expect(found[1]![1]).toContain(quote.slice(0, -1))
  })

  it('find a foreign block', () => {
    const [, sentence] = samples.find(([language]) => language === 'pl')!
    expect(passages(`${german}\n\n${sentence}\n\n${german}`, 'de').map(([language]) => language)).toEqual(['de', 'pl', 'de'])
  })

  it('find a language in another script', () => {
    const [, sentence] = samples.find(([language]) => language === 'zh-Hans')!
    expect(passages(`${german}\n\n${sentence}`, 'de')).toEqual([
      ['de', german],
      ['zh-Hans', sentence],
    ])
  })

  it.each([
    [
      'de',
      'Am Abend lasen Jean-Luc Dupont und Giovanni Bianchi aus „Le Petit Jardin“ vor. Maria da Silva und Wojciech Nowak spielten „La Paloma“.',
    ],
    [
      'en',
      'The mayor of Saint-Étienne met Jürgen Müller-Schmidt in Ústí nad Labem. They visited the “Stadtmuseum” and the church of São João.',
    ],
    ['ru', 'Компания выпустила новую версию «Microsoft Windows» в среду. Её уже проверили в Москве и в Казани, сообщает «Example News».'],
    ['es', 'El grupo «The Beatles» tocó en Múnich. Después, John Smith y Anna Kowalska viajaron a Århus con Per Sørensen.'],
  ])('leave foreign names and titles in %s alone', (language, text) => {
    expect(passages(text, language)).toEqual([[language, text]])
  })

  it('leave what is in no language to its neighbours', () => {
    const text = `${german}\n\n2024-05-17 12:30\n\nhttps://example.org/a/b/c\n\n${german}`
    expect(passages(text, 'de')).toEqual([['de', text]])
  })

  it('cover any text from start to end, in order, and no two neighbours share a language', () => {
    const parts = fc.oneof(
      fc.constantFrom(...samples.map(([, sentence]) => sentence)),
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('\n\n', ' “', '” ', '«', '»', '"'),
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (list) => {
        const text = list.join(' ')
        const { language } = detector.detect(text)
        const found = findPassages(text, language, detector)
        let end = 0
        for (const [index, passage] of found.entries()) {
          expect(passage.start).toBe(end)
          expect(passage.end).toBeGreaterThan(passage.start)
          expect(passage.language).not.toBe(found[index + 1]?.language)
          end = passage.end
        }
        expect(end).toBe(text.length)
      }),
      { numRuns: 60 },
    )
  })
})
