import { expect, test } from 'vitest'
import { alphabet } from '../../../src/names/scripts/alphabet.ts'
import { isSyllable, romanize, sameScript, scriptOf } from '../../../src/names/scripts/index.ts'

test.each([
  ['Curie', 'latin'],
  ['Ŕézö', 'latin'],
  ['Пушкин', 'cyrillic'],
  ['Ὅμηρος', 'greek'],
  ['ابن', 'arabic'],
  ['הרצל', 'hebrew'],
  ['टैगोर', 'devanagari'],
  ['ঠাকুর', 'bengali'],
  ['காந்தி', 'tamil'],
  ['รัก', 'thai'],
  ['ბაგრატი', 'georgian'],
  ['Հայ', 'armenian'],
  ['김', 'hangul'],
  ['カント', 'kana'],
  ['さくら', 'kana'],
  ['々木', 'han'],
  ['𠮷田', 'han'],
  ['2. «Пётр', 'cyrillic'],
])('%s is %s', (text, name) => {
  expect(scriptOf(text)?.name).toBe(name)
})

test('digits and signs are of no script', () => {
  expect(scriptOf('12-3 · ’')).toBeUndefined()
})

test('a name in two scripts is written down stretch by stretch', () => {
  expect(romanize('радио fm')).toBe('radio fm')
  expect(romanize('鲁迅さん')).toBe('luxunsȧn')
})

test('a name goes only into a text of its script', () => {
  expect(sameScript('Marie', 'Skłodowska')).toBe(true)
  expect(sameScript('Мария', 'Marie')).toBe(false)
})

test('syllables are words where no spaces stand between words', () => {
  expect(['鲁', 'ลำ', 'カント', '김', 'lu'].map(isSyllable)).toEqual([true, true, false, false, false])
})

/** Every letter of the blocks named, one by one. */
function lettersOf(...blocks: readonly (readonly [number, number])[]): string[] {
  return blocks
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)))
    .filter((letter) => /\p{Ll}|\p{Lo}/u.test(letter))
}

test('letters are written in a–z and the alphabet alone', () => {
  const known = new RegExp(`^[a-z${Object.keys(alphabet).join('')}]*$`, 'u')
  const letters = lettersOf(
    [0x430, 0x44f],
    [0x3b1, 0x3c9],
    [0x621, 0x63a],
    [0x641, 0x64a],
    [0x5d0, 0x5ea],
    [0x10d0, 0x10f0],
    [0x561, 0x587],
    [0x905, 0x939],
  )
  const kana = lettersOf([0x3041, 0x3094], [0x30a1, 0x30f4], [0xac00, 0xac80], [0xe01, 0xe2e])
  expect([...letters, ...kana].filter((letter) => !known.test(romanize(letter).replace(/\p{M}/gu, '')))).toEqual([])
})

test.each([
  ['রবীন্দ্রনাথ', 'rabindranath'],
  ['গান্ধী', 'gandhi'],
  ['রায়', 'ray'],
  ['महात्मा', 'mahatma'],
  ['ज़ाकिर', 'zakir'],
  ['குரோசாவா', 'kurosava'],
  ['காந்தி', 'kanti'],
  ['గాంధీ', 'gandhi'],
  ['ગાંધી', 'gandhi'],
  ['ಗಾಂಧಿ', 'gandhi'],
  ['ഗാന്ധി', 'gandhi'],
  ['ਗਾਂਧੀ', 'gandhi'],
])('%s of India is read %s', (text, spelt) => {
  expect(romanize(text)).toBe(spelt)
})
