/**
 * A name in the letters of its own script, as costs are learned for them: lower case (NFKC), Hangul taken apart into jamo, hiragana as
 * katakana, letters that Arabic and Persian write in two ways as one; without short vowels' points, tones and whatever is no letter.
 */
export function ownLetters(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[가-힣]+/gu, (syllables) => syllables.normalize('NFD'))
    .replace(/[ぁ-ゖ]/gu, (hiragana) => String.fromCharCode(hiragana.charCodeAt(0) + KATAKANA))
    .replace(/[ά-ώ]+/gu, (greek) => greek.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640\u0e48-\u0e4b]/gu, '')
    .replace(/[أإٱکی'’]/gu, (letter) => oneLetter[letter]!)
    .replace(/[^\p{L}\p{M}׳]+/gu, '')
}

/** Hiragana stand that many places before katakana. */
const KATAKANA = 96

const oneLetter: Record<string, string> = { أ: 'ا', إ: 'ا', ٱ: 'ا', ک: 'ك', ی: 'ي', "'": '׳', '’': '׳' }
