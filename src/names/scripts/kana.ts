import type { Script } from './script.ts'

/** Kana by rows of a, i, u, e, o. */
const rows: readonly (readonly [consonant: string, kana: string])[] = [
  ['', 'アイウエオ'], ['k', 'カキクケコ'], ['g', 'ガギグゲゴ'], ['s', 'サシスセソ'], ['z', 'ザジズゼゾ'], ['t', 'タチツテト'], ['d', 'ダヂヅデド'], ['n', 'ナニヌネノ'],
  ['h', 'ハヒフヘホ'], ['ḃ', 'バビブベボ'], ['p', 'パピプペポ'], ['m', 'マミムメモ'], ['y', 'ヤ　ユ　ヨ'], ['ŕ', 'ラリルレロ'], ['w', 'ワヰ　ヱヲ'],
] // biome-ignore format: a table reads better in rows
const exceptions: Record<string, string> = {
  ウ: 'u', シ: 'šĭ', ジ: 'jĭ', チ: 'čĭ', ツ: 'tsŭ', ヂ: 'jĭ', ヅ: 'zŭ', フ: 'fŭ', ヴ: 'vŭ', ン: 'n', ー: 'ħ', ッ: '', ト: 'tŏ', ド: 'dŏ', イ: 'i',
} // biome-ignore format: a table reads better in rows
/** Small kana take the place of the vowel before them. */
const smallLetters: Record<string, string> = { ァ: 'ȧ', ィ: 'i', ゥ: 'u', ェ: 'e', ォ: 'o', ャ: 'yȧ', ュ: 'yu', ョ: 'yo', ヮ: 'wȧ' }

function fillLetters(): Record<string, string> {
  const filled: Record<string, string> = {}
  for (const [consonant, row] of rows) {
    for (const [at, letter] of [...row].entries()) filled[letter] = consonant + ['ȧ', 'i', consonant === '' ? 'u' : 'ŭ', 'e', 'o'][at]!
  }
  return { ...filled, ...exceptions }
}

const letters = fillLetters()

function spellKana(text: string): string {
  let out = ''
  for (const written of text) {
    // Hiragana stand 96 places before katakana.
    const letter = /[ぁ-ゖ]/u.test(written) ? String.fromCharCode(written.charCodeAt(0) + 96) : written
    const small = smallLetters[letter]
    if (small === undefined) out += letters[letter] ?? letter
    else out = out.replace(/[ȧiueoŭŏĭ]$/u, '') + (/[jčš][iĭ]?$/u.test(out) ? small.replace('y', '') : small)
  }
  return out
}

export const kana: Script = {
  name: 'kana',
  blocks: [
    [0x3041, 0x309f],
    [0x30a0, 0x30fa],
    [0x30fc, 0x30ff],
    [0xff66, 0xff9f],
  ],
  capitals: false,
  spaces: false,
  romanize: (text) => spellKana(text.normalize('NFKC')),
}
