import { type Script, spell } from './script.ts'

/** Short vowels are left out, as in Arabic. */
const letters: Record<string, string> = {
  א: 'ā', ב: 'b', ג: 'g', ד: 'd', ה: 'h', ו: 'ū', ז: 'z', ח: 'h', ט: 't', י: 'ī', כ: 'k', ך: 'k', ל: 'l', מ: 'm', ם: 'm', נ: 'n', ן: 'n', ס: 's',
  ע: 'ā', פ: 'ṗ', ף: 'f', צ: 'ts', ץ: 'ts', ק: 'k', ר: 'r', ש: 'š', ת: 't', '׳': '',
} // biome-ignore format: a table reads better in rows

/** A geresh, or an apostrophe in its place, makes another sound of the letter before it. */
const pairs: Record<string, string> = { 'צ׳': 'č', 'ץ׳': 'č', 'ג׳': 'j', 'ז׳': 'ž', 'ת׳': 'th', וו: 'v', יי: 'ī' }

/** Signs of vowels and of cantillation. */
const points = /[\u0591-\u05c7]/gu

export const hebrew: Script = {
  name: 'hebrew',
  blocks: [[0x0590, 0x05ff]],
  capitals: false,
  spaces: true,
  romanize: (text) => spell(text.replace(points, '').replace(/['’]/gu, '׳'), letters, pairs),
}
