import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkTranslation } from '../../src/engines/checks/index.ts'
import { numbersIn } from '../../src/engines/checks/numbers.ts'

describe('numbersIn', () => {
  test.each([
    ['12.345,6 Euro', 'de', ['12345.6']],
    ['12,345.6 euros', 'en', ['12345.6']],
    ['12 345,6 euros', 'fr', ['12345.6']],
    ['12’345.6 Franken', 'de', ['12345.6']],
    ['12,34,567 रुपये', 'hi', ['1234567']],
    ['3.5万人', 'zh-Hans', ['35000']],
    ['2亿', 'zh-Hans', ['200000000']],
    ['１２３人', 'ja', ['123']],
    ['١٢٣٫٥', 'ar', ['123.5']],
    ['१२३', 'hi', ['123']],
    ['3,5 Millionen', 'de', ['3500000']],
    ['3.5 million', 'en', ['3500000']],
    ['2 Milliarden', 'de', ['2000000000']],
    ['2 billion', 'en', ['2000000000']],
    ['2 Billionen', 'de', ['2000000000000']],
    ['3 mil millones y 4 mil', 'es', ['3000000000', '4000']],
    ['am 12.5.2024', 'de', ['12', '5', '2024']],
    ['2, 3 und 40', 'de', ['2', '3', '40']],
    ['1843', 'en', ['1843']],
    ['keine', 'de', []],
  ])('reads %s (%s)', (text, language, numbers) => {
    expect(numbersIn(text, language)).toEqual(numbers)
  })

  test('reads what Intl writes, in any language', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.constantFrom('de', 'en', 'fr', 'es', 'hi', 'ar-EG', 'zh-Hans', 'de-CH', 'pl'),
        (number, language) => {
          expect(numbersIn(new Intl.NumberFormat(language).format(number), language)).toEqual([String(number)])
        },
      ),
    )
  })

  test('ends, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void numbersIn(text, 'de')))
    expect(numbersIn('1.'.repeat(20_000), 'de').length).toBeGreaterThan(0)
  })
})

describe('checkTranslation', () => {
  test.each([
    ['Sie baute 1843 eine Maschine.', 'She built a machine in 1843.', []],
    ['Sie baute 1843 eine Maschine.', 'She built a machine.', ['number-missing']],
    ['Drei von 12 kamen.', 'Three out of twelve came.', []],
    ['35.000 Besucher kamen', '3.5万 visitors came', []],
    ['Die neue Brücke ist offen.', 'Die neue Brücke ist offen.', ['untranslated']],
    ['Ada Lovelace', 'Ada Lovelace', []],
    ['Er kam zu früh.', '', ['empty']],
    ['…', '', []],
    ['Das Museum war gut.', 'The museum was good good good good.', ['repetition']],
    ['Das war sehr, sehr, sehr, sehr schön.', 'It was very, very, very, very nice.', []],
    ['Mehr auf https://example.org/a?b=1.', 'More at https://example.org/a?b=1.', []],
    ['Mehr auf https://example.org/a.', 'More there.', ['url-missing']],
    ['Fragen an ada@example.org bitte.', 'Questions please.', ['url-missing']],
    ['Die Ausstellung im alten Museum am Fluss öffnet morgen.', 'Tomorrow.', ['length-ratio']],
  ])('finds in %j → %j: %j', (source, target, findings) => {
    expect(checkTranslation(source, target, 'de', 'en')).toEqual(findings)
  })

  test('weighs Chinese against letters', () => {
    const source = '他们昨天在河边的旧博物馆里看到了一个关于数学史的新展览。'
    expect(
      checkTranslation(
        source,
        'Yesterday they saw a new exhibition on the history of mathematics at the old museum by the river.',
        'zh-Hans',
        'en',
      ),
    ).toEqual([])
    expect(checkTranslation(source, 'A new exhibition.', 'zh-Hans', 'en')).toEqual(['length-ratio'])
  })

  test('ends, whatever the texts', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (source, target) => void checkTranslation(source, target, 'de', 'en'),
      ),
    )
    const started = performance.now()
    for (const piece of ['a', 'a ', 'ab ', 'a.', '.', '1', '1 ', '1.', '一', '一a', 'http://', 'a@', '@a.', '万']) {
      const long = piece.repeat(20_000)
      checkTranslation(long, `${long}x`, 'de', 'en')
      checkTranslation(`x ${long}`, 'y', 'zh-Hans', 'en')
    }
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

describe('what no translation looks like', () => {
  const source = 'Die neue Brücke über den Fluss ist seit gestern offen.'
  const right = 'The new bridge over the river has been open since yesterday.'
  test.each([
    ['the second half left', 'The new bridge über den Fluss ist seit gestern offen.', ['partly-untranslated']],
    ['U+FFFD', right.replace('i', '\uFFFD'), ['broken-character']],
    ['<unk>', right.replace('bridge', '⁇'), ['broken-character']],
    ['a tag', right.replace('new', '<b>new</b>'), ['markup']],
    ['an entity', right.replace(' ', '&nbsp;'), ['markup']],
    ['capitals', right.toUpperCase(), ['case']],
    ['small letters', right.toLowerCase(), ['case']],
    ['the end cut off', 'The new bridge over the river', ['end-mark']],
    ['a question', right.replace('.', '?'), ['end-mark']],
    ['an open bracket', right.replace('over', '(over'), ['brackets']],
    ['a word twice', right.replace('over', 'over over'), ['doubled-word']],
    ['another script', right.replace('river', 'река'), ['foreign-script']],
    ['nothing wrong', right, []],
  ])('%s', (_, target, codes) => {
    expect(checkTranslation(source, target, 'de', 'en')).toEqual(codes)
  })

  test('another language, where a detector is sure', () => {
    const detect = () => ({ language: 'es', confidence: 0.98 })
    const spanish = 'El nuevo puente sobre el río está abierto desde ayer.'
    expect(checkTranslation(source, spanish, 'de', 'en', { detect })).toEqual(['wrong-language'])
    expect(checkTranslation(source, spanish, 'de', 'en', { detect: () => ({ language: 'es', confidence: 0.5 }) })).toEqual([])
    expect(checkTranslation('Juan Pérez', 'Juan Pérez', 'de', 'en', { detect })).toEqual([])
  })

  test('the sentence beside', () => {
    const [first, second] = ['Marie Curie kam 1891 nach Paris.', 'Der Preis ging an Rutherford in Manchester.']
    const made = 'The prize went to Rutherford in Manchester.'
    expect(checkTranslation(first, made, 'de', 'en', { neighbours: [second] })).toContain('neighbour')
    expect(checkTranslation(second, made, 'de', 'en', { neighbours: [first] })).toEqual([])
  })

  test('what the source has itself is no fault', () => {
    expect(checkTranslation('Er sagte: <b>ja</b> (nein', 'He said: <b>yes</b> (no', 'de', 'en')).toEqual([])
  })
})
