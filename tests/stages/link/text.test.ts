import { describe, expect, test } from 'vitest'
import { findMentions, rewrite } from '../../../src/stages/link/index.ts'
import { glossaryOf } from '../../glossary/make.ts'

const glossary = glossaryOf('Paul Klee', 'Klaus Hofmann', 'Wilhelm Röntgen', 'Orhan Pamuk', 'Gösta Mittag-Leffler', 'Robert Koch')

const surfaces = (text: string, language: string) => findMentions(text, language, glossary).map(({ surface }) => surface)
const normalized = (text: string, language: string) => rewrite(text, findMentions(text, language, glossary))

describe('a sentence knows nothing of the one before it', () => {
  test.each([
    ['en', 'Paul Klee came. It seats 1,800. Klee painted it.', ['Paul Klee', 'Klee']],
    ['en', 'Paul Klee came. It was built in 1937. Klee painted it.', ['Paul Klee', 'Klee']],
    ['it', 'C’è un museo. Hofmann dipinse molto.', ['Hofmann']],
    ['de', 'Da steht ein Theater. Hofmann spielt dort. Er wohnt im Hotel. Röntgen malt.', ['Hofmann', 'Röntgen']],
    ['en', 'They met in the bar. Hofmann painted it.', ['Hofmann']],
    ['pl', 'Szli przez plac. Hofmann malował.', ['Hofmann']],
    ['fr', 'Voici ce que voit Paul Klee dans la rue. Klee peint.', ['Paul Klee', 'Klee']],
  ])('%s: %s', (language, text, expected) => {
    expect(surfaces(text, language)).toEqual(expected)
  })

  test.each([
    ['pl', 'Mieszkał przy ul. Hofmann.', []],
    ['en', 'He drove 40 Hofmann.', []],
  ])('an abbreviation ends none: %s: %s', (language, text, expected) => {
    expect(surfaces(text, language)).toEqual(expected)
  })
})

describe('fathers and sons are told by words of generation alone', () => {
  test.each([
    ['fr', 'Paul Klee, fils de musicien, peint.', ['Paul Klee']],
    ['fr', 'Paul Klee fils peint.', []],
    ['fr', 'Paul Klee, père de Felix, peint.', ['Paul Klee']],
    ['es', 'Paul Klee, hijo de un músico, pinta.', ['Paul Klee']],
    ['de', 'Paul Klee, Sohn eines Musikers, malt.', ['Paul Klee']],
    ['en', 'Paul Klee, Jr., paints.', []],
    ['en', 'Paul Klee Jr. paints.', []],
    ['de', 'Paul Klee der Jüngere malt.', []],
  ])('%s: %s', (language, text, expected) => {
    expect(surfaces(text, language)).toEqual(expected)
  })
})

describe('small words before a name in full', () => {
  test.each([
    ['fr', 'Le prix est allé à Orhan Pamuk.'],
    ['fr', 'À Orhan Pamuk, merci.'],
    ['tr', 'Ayşe ve Orhan Pamuk geldi.'],
    ['pl', 'Jan i Orhan Pamuk grali.'],
  ])('%s: %s', (language, text) => {
    expect(surfaces(text, language)).toEqual(['Orhan Pamuk'])
  })
})

describe('names over the end of a line', () => {
  test('are found whole and kept', () => {
    expect(findMentions('Here Wilhelm Rönt-\ngen slept.', 'en', glossary)).toMatchObject([
      { span: { start: 5, end: 22 }, surface: 'Wilhelm Rönt-\ngen', action: 'keep' },
    ])
    expect(normalized('Here Gösta Mittag-\nLeffler slept.', 'en')).toBe('Here Gösta Mittag-\nLeffler slept.')
  })

  test('are written whole where they are rewritten', () => {
    expect(normalized('Here Wilhelm Rönnt-\ngen slept.', 'en')).toBe('Here Wilhelm Röntgen slept.')
    expect(normalized('O Wilhelmie Rönt-\ngenie. Wilhelma Rönnt-\ngena.', 'pl')).toContain('O Wilhelmie Rönt-\ngenie.')
    expect(normalized('Wilhelm Röntgen. Rönnt-\ngena czytano.', 'pl')).toBe('Wilhelm Röntgen. Röntgena czytano.')
  })
})

describe('what is no running text stays as it is', () => {
  test.each([
    'Paul Klee. See https://example.org/Hoffmann/Klaus_Hoffmann and www.hoffmann.de.',
    'Klaus Hofmann. Write to klaus.hoffmann@example.org or @KlausHoffmann, `Klaus Hoffmann`.',
    'Klaus Hofmann. ```\nKlaus Hoffmann\n```',
    'Klaus Hofmann. #KlausHoffmann #Hoffmann',
  ])('%s', (text) => {
    expect(normalized(text, 'en')).toBe(text)
  })

  test('a hashtag may name somebody', () => {
    expect(findMentions('See #KlausHofmann', 'en', glossary)).toMatchObject([{ surface: 'KlausHofmann', action: 'keep' }])
  })

  test('a name in an address makes it no word of the text', () => {
    expect(surfaces('Paul Klee spoke. See http://example.org/klee now. Klee left.', 'en')).toEqual(['Paul Klee', 'Klee'])
  })
})

describe('where capitals do not tell names', () => {
  test.each([
    ['en', 'the german doctor robert koch slept. koch dreamt', ['robert koch', 'koch']],
    ['en', 'THE GERMAN DOCTOR ROBERT KOCH VISITED BERLIN. LATER KOCH SLEPT', ['ROBERT KOCH', 'KOCH']],
    ['ru', 'немецкий врач роберт кох спал', ['роберт кох']],
    ['en', 'my cousin anna hofmann slept. then anna left', []],
    ['de', 'der koch ist gut. ich mag klee', []],
  ])('%s: %s', (language, text, expected) => {
    expect(surfaces(text, language)).toEqual(expected)
  })

  test('what is rewritten stays in lower case', () => {
    expect(normalized('so wilhelm röntgen slept. röntgenn dreamt', 'en')).toBe('so wilhelm röntgen slept. röntgen dreamt')
  })

  test('a family name that is a word is nobody where nobody is named', () => {
    const words = glossaryOf('Theresa May', 'Stephen King')
    expect(findMentions('may is a good month, the king said', 'en', words)).toEqual([])
    expect(findMentions('finally reading stephen king', 'en', words)).toMatchObject([{ surface: 'stephen king', action: 'keep' }])
  })
})

test('another syllable is another name in Vietnamese, whatever its marks', () => {
  const sonAndOthers = glossaryOf({ canonical: 'Trịnh Công Sơn', kind: 'person', given: 'Công Sơn', family: 'Trịnh' })
  const found = (text: string) => findMentions(text, 'vi', sonAndOthers).map(({ surface }) => surface)
  expect(found('Họa sĩ Trịnh Cung là bạn của Trịnh Công Sơn.')).toEqual(['Trịnh Công Sơn'])
  expect(found('Nghe Trinh Cong Son hát.')).toEqual(['Trinh Cong Son'])
})
