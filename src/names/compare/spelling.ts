/**
 * How a name is reduced to be compared and looked up. Three depths: `squeeze` keeps what was written, `plain` drops diacritics,
 * `consonantKey` and `soundKey` keep what survives most garbling.
 */
import { openSounds } from '../scripts/alphabet.ts'
import { romanize } from '../scripts/index.ts'

const asciiLetters = /^[A-Za-z]*$/

/** Letters and digits in lower case, romanized, diacritics kept (NFC), everything else left out: 'El Haddad' → 'elhaddad'. */
export function squeeze(text: string): string {
  if (asciiLetters.test(text)) return text.toLowerCase()
  // 'İ' in lower case is 'i' and a combining dot, which no other spelling has.
  const lower = text.toLowerCase().replaceAll('i̇', 'i').normalize('NFKC')
  return romanize(lower)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Letters without a decomposition, and the base letters they are typed as when a keyboard lacks them. */
const typedAs: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ə: 'a',
}

/** A squeezed name without diacritics: 'skłodowska' → 'sklodowska'. */
export function plain(squeezed: string): string {
  if (asciiLetters.test(squeezed)) return squeezed
  return squeezed
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđðþæœßıħŋə]/gu, (letter) => typedAs[letter] ?? letter)
}

/** Same sound in some spelling of some language → same class; 0 is a vowel, -1 is silent. Order: a–z. */
//                 a b  c d  e f  g h   i j  k l  m n  o p  q r  s t  u v  w x  y z
const classOf = [0, 1, 3, 2, 0, 4, 3, -1, 0, 0, 3, 5, 6, 6, 0, 1, 3, 7, 8, 2, 0, 4, 4, 3, 0, 8]
const SIBILANT = 8

/** Classes of the letters of a plain name; doubled and silent letters are gone, digits count as the letters they are mistaken for. */
function soundClasses(name: string): number[] {
  const classes: number[] = []
  for (let at = 0; at < name.length; at++) {
    const code = looksLike(name.charCodeAt(at)) - 97
    if (code < 0 || code > 25) continue
    const next = name.charCodeAt(at + 1) - 97
    let sound = classOf[code]!
    if (sound < 0) continue
    if (code === 2) {
      // c: hissed before e, i, y, and in 'ch' after s or t and in 'cz'; else k.
      if (next === 4 || next === 8 || next === 24 || next === 25) sound = SIBILANT
      else if (next === 7 && classes.at(-1) === 2) sound = SIBILANT
    } else if (code === 15 && next === 7) sound = 4
    else if (code === 23) {
      if (classes.at(-1) !== 3) classes.push(3)
      sound = SIBILANT
    } else if (code === 18 && next === 2 && name.charCodeAt(at + 2) === 104) {
      at += 2
    }
    if (classes.at(-1) !== sound) classes.push(sound)
  }
  return classes
}

/** Digits that scanning puts in the place of letters: 0 → o, 1 → l, 5 → s, 8 → b. */
function looksLike(code: number): number {
  if (code === 48) return 111
  if (code === 49) return 108
  if (code === 53) return 115
  return code === 56 ? 98 : code
}

/** Consonants only, a vowel where the name starts with one. Written in digits. */
export function consonantKey(name: string): string {
  let key = ''
  for (const [at, sound] of soundClasses(name).entries()) if (sound !== 0 || at === 0) key += sound
  return key
}

/** Consonants and the places of vowels. Written in digits. */
export function soundKey(name: string): string {
  return soundClasses(name).join('')
}

const openLetters = new RegExp(`(${openSounds.map(([letters]) => letters).join('|')})`, 'u')
const soundsOf = new Map(openSounds)

/** More readings than that are not tried. */
const MOST_READINGS = 48

/** Plain spellings, of different sounds, of a name that another script leaves open: 'ŕudŭviši' is read with l and with r. */
export function readingsOf(squeezed: string): string[] {
  let readings = ['']
  for (const piece of squeezed.split(openLetters)) {
    const sounds = soundsOf.get(piece) ?? [plain(piece)]
    const most = Math.max(1, Math.floor(MOST_READINGS / readings.length))
    readings = sounds.slice(0, most).flatMap((sound) => readings.map((reading) => reading + sound))
  }
  return readings
}

/** Which letters a plain name has, a bit each; what is no letter from a to z shares six more. */
export function lettersOf(name: string): number {
  let letters = 0
  for (let at = 0; at < name.length; at++) {
    const letter = name.charCodeAt(at) - 97
    letters |= 1 << (letter >= 0 && letter < 26 ? letter : 26 + (name.charCodeAt(at) % 6))
  }
  return letters >>> 0
}

/** How many letters only one of two names has, from their `lettersOf` (bits counted as in Hacker's Delight, figure 5-2). */
export function lettersApart(a: number, b: number): number {
  const apart = a ^ b
  let left = apart - ((apart >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Spellings of one name have most letters in common; 'Chruschtschow' and 'Khrushchev' differ in six. */
export function mostLettersApart(length: number): number {
  return Math.min(7, 2 + (length >> 1))
}
