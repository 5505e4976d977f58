import type { Script } from './script.ts'

/**
 * Thai in Latin letters, by sound: after the Royal Institute's rules of transcription (RTGS 1999), but with the silent letters of foreign names,
 * which say how they are written elsewhere: ไอน์สไตน์ is 'ainstain'.
 */
const consonants: Record<string, string> = {
  ก: 'k', ข: 'k', ฃ: 'k', ค: 'k', ฅ: 'k', ฆ: 'k', ง: 'ng', จ: 'č', ฉ: 'č', ช: 'č', ซ: 's', ฌ: 'č', ญ: 'j', ฎ: 'd', ฏ: 't', ฐ: 't', ฑ: 't',
  ฒ: 't', ณ: 'n', ด: 'd', ต: 't', ถ: 't', ท: 't', ธ: 't', น: 'n', บ: 'b', ป: 'p', ผ: 'p', ฝ: 'f', พ: 'p', ฟ: 'f', ภ: 'p', ม: 'm', ย: 'j', ร: 'r',
  ฤ: 'ri', ล: 'l', ว: 'v', ศ: 's', ษ: 's', ส: 's', ห: 'h', ฬ: 'l', อ: '', ฮ: 'h',
} // biome-ignore format: a table reads better in rows

const vowels: Record<string, string> = {
  '\u0e30': 'a', '\u0e31': 'a', '\u0e32': 'a', '\u0e33': 'am', '\u0e34': 'i', '\u0e35': 'i', '\u0e36': 'u', '\u0e37': 'u', '\u0e38': 'u', '\u0e39': 'u',
} // biome-ignore format: a table reads better in rows

/** A consonant, or two that are spoken as one. */
const onset = '((?:[กขคตทปผพฟบดส][รลว](?![\\u0e30-\\u0e39\\u0e47-\\u0e4b]))|[ก-ฮ])'

/** Vowels written around the consonants they follow; those of more signs first. */
const around: readonly (readonly [pattern: RegExp, sound: string])[] = [
  ['เ@\u0e35ย', 'ia'],
  ['เ@\u0e37อ', 'ua'],
  ['เ@าะ', 'o'],
  ['เ@า', 'ao'],
  ['เ@อะ?', 'ə'],
  ['เ@\u0e34', 'ə'],
  ['เ@ะ?', 'e'],
  ['แ@ะ?', 'e'],
  ['โ@ะ?', 'o'],
  ['[ใไ]@ย?', 'ai'],
  ['@\u0e31ว', 'ua'],
  ['@รร(?=[ก-ฮ])', 'a'],
  ['([ก-ฮ])อ(?![\u0e30-\u0e39เ-ไ])', 'o'],
].map(([pattern = '', sound = '']) => [new RegExp(pattern.replace('@', onset), 'gu'), `$1<${sound}>`])

/** Tone marks and the like, which change no letter; a mark that silences a letter takes the vowel under it along. */
const marks = /[\u0e34\u0e38]?\u0e4c|[\u0e47-\u0e4e]/gu

/** `text`, a stretch of Thai letters, in Latin ones. */
export function spellThai(text: string): string {
  let spelt = text
    .replace(/^อ(?=[ก-ฮ])/u, 'อะ')
    .replace(/ห(?=[งญณนมยรลว])/gu, '')
    .replace(marks, '')
  for (const [pattern, sound] of around) spelt = spelt.replace(pattern, sound)
  return spelt.replace(/[<>]/gu, '').replace(/[\u0e00-\u0e7f]/gu, (letter) => consonants[letter] ?? vowels[letter] ?? '')
}

/**
 * Where a syllable of Thai may begin, which writes no spaces between words: at a vowel that is written before its consonant, at a consonant
 * with a vowel above, below or after it, unless two consonants share the vowel before them: ใหม่.
 */
export const thaiSyllable = /(?=[เ-ไ])|(?<![เ-ไ])(?<![เ-ไ][กขคตทปผพฟบดสห](?=[รลวงญณนมย]))(?=[ก-ฮ][\u0e30-\u0e39\u0e47-\u0e4b])/u

export const thai: Script = {
  name: 'thai',
  blocks: [[0x0e00, 0x0e7f]],
  capitals: false,
  spaces: false,
  romanize: spellThai,
}
