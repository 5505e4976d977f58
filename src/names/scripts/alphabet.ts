/**
 * The letters that other scripts are written with here, beside a–z: one for each sound that a script leaves open, so that all romanizations
 * of a name are compared at once ('šč' of щ is near 'shch', 'schtsch', 'chtch' and 'szcz'). No standard's transliteration for people to read.
 * compare/ knows what each may stand for; a script file writes no others.
 */
export const alphabet: Readonly<Record<string, string>> = {
  š: 'sh, of any language: š, sh, sch, ch, sz, ş',
  č: 'ch: č, ch, tsch, cz, ç; in loans also k, ts',
  ž: 'zh: ž, zh, j; in loans also a vowel',
  đ: 'Serbian đ: đ, dj',
  ć: 'Serbian ć',
  ə: 'a vowel between e, o and u: Armenian ը, Korean ㅓ, Thai เ◌อ',
  ā: 'alef, a vowel sign: any a, e or o, long or short',
  ī: 'yod, ya: i, y, e, ei, ay',
  ū: 'vav, waw: u, o, w, v',
  ǧ: 'Arabic jim: j, g, dj',
  ṗ: 'p or f: Hebrew pe, Georgian and Korean p, Hindi ph',
  ḃ: 'b or v: kana b, Korean b',
  ŕ: 'l or r: kana r, Korean ㄹ at the start of a syllable, Chinese l',
  ĺ: 'l, r or nothing: Chinese 尔',
  ḥ: 'h, g, kh or nothing: Chinese h',
  ǰ: 'Chinese j before i: ji, gi, ki, zi',
  ȧ: 'a of kana, which also stands for er, or and other dull vowels',
  ħ: 'what draws out a vowel of kana: a second vowel, or an r after it',
  ŭ: 'u that may only carry a consonant: kana and Korean',
  ŏ: 'o that may only carry a consonant: kana to and do',
  ĭ: 'i that may only carry a consonant: kana shi, chi, ji',
}

/** Letters, alone or together, that leave open which sound is meant, and a spelling in a–z of each sound it may be. Longer ones stand first. */
export const openSounds: readonly (readonly [letters: string, sounds: readonly string[]])[] = [
  ['ts', ['ts', 's']],
  ['č', ['k', 's', 'ts']],
  ['š', ['s', 'k']],
  ['ž', ['s', 'a']],
  ['ǰ', ['k', 's', 'a']],
  ['ǧ', ['k', 'a']],
  ['ĺ', ['l', 'r', '']],
  ['ŕ', ['l', 'r']],
  ['ḥ', ['', 'k']],
  ['ṗ', ['p', 'f']],
  ['ḃ', ['b', 'v']],
  ['ȧħ', ['a', 'ar']],
  ['ȧ', ['a', 'ar']],
  ['oħ', ['o', 'or']],
  ['ū', ['u', 'v']],
]
