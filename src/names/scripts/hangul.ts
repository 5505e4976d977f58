import type { Script } from './script.ts'

const initials = 'g kk n d tt ŕ m ḃ pp s ss  j jj č k t ṗ h'.split(' ')
const vowels = 'a ae ya ye ə e yə ye o wa wae oe yo u wə we wi yu ŭ ŭi i'.split(' ')
const finals = [
  '', 'k', 'k', 'k', 'n', 'n', 'n', 't', 'l', 'k', 'm', 'p', 'l', 'l', 'p', 'l', 'm', 'p', 'p', 's', 's', 'ng', 't', 't', 'k', 't', 'p', 't',
] // biome-ignore format: a table reads better in rows

/** A syllable is known by its number: initial · 588 + vowel · 28 + final (Unicode Standard, 3.12). */
function spellHangul(text: string): string {
  return text.normalize('NFC').replace(/[가-힣]/gu, (syllable) => {
    const number = syllable.charCodeAt(0) - 0xac00
    return initials[Math.floor(number / 588)]! + vowels[Math.floor((number % 588) / 28)]! + finals[number % 28]!
  })
}

export const hangul: Script = {
  name: 'hangul',
  blocks: [
    [0x1100, 0x11ff],
    [0x3130, 0x318f],
    [0xa960, 0xa97f],
    [0xac00, 0xd7ff],
  ],
  capitals: false,
  spaces: true,
  romanize: spellHangul,
}
