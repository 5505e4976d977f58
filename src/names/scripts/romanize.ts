import { pinyin } from './han.ts'
import { spellThai } from './thai.ts'

/**
 * Other scripts in Latin letters, one letter or digraph a sound. Not a standard's transliteration for people to read: the letters are those
 * that `sounds` of the distance knows how other languages spell (щ → šč, which is near 'shch', 'schtsch', 'chtch' and 'szcz'), so that all
 * romanization schemes are compared at once.
 */

const cyrillic: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', ё: 'e', є: 'je', ж: 'ž', з: 'z', и: 'i', і: 'i', ї: 'ji', й: 'j', к: 'k', л: 'l', м: 'm',
  н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ў: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'č', ш: 'š', щ: 'šč', ъ: '', ы: 'y', ь: '', э: 'e',
  ю: 'ju', я: 'ja', ђ: 'đ', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'ć', џ: 'dž', ѓ: 'gj', ќ: 'kj', ѕ: 'dz', ә: 'a', ғ: 'g', қ: 'k', ң: 'ng', ө: 'o', ұ: 'u',
  ү: 'u', һ: 'h', ѣ: 'e', ѳ: 'f', ѵ: 'i',
} // biome-ignore format: a table reads better in rows

const greek: Record<string, string> = {
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'x', ο: 'o', π: 'p', ρ: 'r', σ: 's',
  ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'kh', ψ: 'ps', ω: 'o',
} // biome-ignore format: a table reads better in rows

/** Two Greek letters that write one sound. */
const greekPairs: Record<string, string> = {
  ου: 'u', μπ: 'b', ντ: 'nt', γκ: 'g', γγ: 'ng', γχ: 'nkh', τσ: 'ts', τζ: 'tz', αι: 'ai', ει: 'i', οι: 'i', υι: 'i', αυ: 'av', ευ: 'ev', γι: 'ji', γε: 'je', σσ: 's',
} // biome-ignore format: a table reads better in rows

/**
 * Scripts that leave short vowels out. A vowel letter may be long or stand for a consonant: ā, ī and ū are known to the distance as such, and
 * a word without other vowels is compared by its consonants.
 */
const arabic: Record<string, string> = {
  ا: 'ā', أ: 'ā', إ: 'ī', آ: 'ā', ٱ: 'ā', ى: 'ā', ب: 'b', ت: 't', ث: 'th', ج: 'ǧ', ح: 'h', خ: 'kh', د: 'd', ذ: 'dh', ر: 'r', ز: 'z', س: 's', ش: 'š',
  ص: 's', ض: 'd', ط: 't', ظ: 'z', ع: '', غ: 'gh', ف: 'f', ق: 'q', ك: 'k', ل: 'l', م: 'm', ن: 'n', ه: 'h', و: 'ū', ي: 'ī', ة: 'ā', ء: '', ؤ: 'ū',
  ئ: 'ī', پ: 'p', چ: 'č', ژ: 'ž', ڤ: 'v', گ: 'g', ک: 'k', ی: 'ī', ـ: '',
} // biome-ignore format: a table reads better in rows

const hebrew: Record<string, string> = {
  א: 'ā', ב: 'b', ג: 'g', ד: 'd', ה: 'h', ו: 'ū', ז: 'z', ח: 'h', ט: 't', י: 'ī', כ: 'k', ך: 'k', ל: 'l', מ: 'm', ם: 'm', נ: 'n', ן: 'n', ס: 's',
  ע: 'ā', פ: 'ṗ', ף: 'f', צ: 'ts', ץ: 'ts', ק: 'k', ר: 'r', ש: 'š', ת: 't', '׳': '',
} // biome-ignore format: a table reads better in rows

/** A geresh, or an apostrophe in its place, makes another sound of the letter before it. */
const hebrewPairs: Record<string, string> = { 'צ׳': 'č', 'ץ׳': 'č', 'ג׳': 'j', 'ז׳': 'ž', וו: 'v', יי: 'ī' }

const georgian: Record<string, string> = {
  ა: 'a', ბ: 'b', გ: 'g', დ: 'd', ე: 'e', ვ: 'v', ზ: 'z', თ: 't', ი: 'i', კ: 'k', ლ: 'l', მ: 'm', ნ: 'n', ო: 'o', პ: 'p', ჟ: 'ž', რ: 'r', ს: 's',
  ტ: 't', უ: 'u', ფ: 'ṗ', ქ: 'k', ღ: 'gh', ყ: 'q', შ: 'š', ჩ: 'č', ც: 'ts', ძ: 'dz', წ: 'ts', ჭ: 'č', ხ: 'kh', ჯ: 'j', ჰ: 'h',
} // biome-ignore format: a table reads better in rows

const armenian: Record<string, string> = {
  ա: 'a', բ: 'b', գ: 'g', դ: 'd', ե: 'e', զ: 'z', է: 'e', ը: 'ə', թ: 't', ժ: 'ž', ի: 'i', լ: 'l', խ: 'kh', ծ: 'ts', կ: 'k', հ: 'h', ձ: 'dz', ղ: 'gh',
  ճ: 'č', մ: 'm', յ: 'j', ն: 'n', շ: 'š', ո: 'o', չ: 'č', պ: 'p', ջ: 'j', ռ: 'r', ս: 's', վ: 'v', տ: 't', ր: 'r', ց: 'ts', ւ: 'v', փ: 'ṗ', ք: 'k',
  և: 'ev', օ: 'o', ֆ: 'f',
} // biome-ignore format: a table reads better in rows

/** A consonant is followed by a, unless another vowel's sign or a virama follows. */
const devanagari: Record<string, string> = {
  अ: 'a', आ: 'a', इ: 'i', ई: 'i', उ: 'u', ऊ: 'u', ऋ: 'ri', ए: 'e', ऐ: 'ai', ओ: 'o', औ: 'au', ऑ: 'o', क: 'k', ख: 'kh', ग: 'g', घ: 'gh', ङ: 'n',
  च: 'č', छ: 'č', ज: 'j', झ: 'j', ञ: 'n', ट: 't', ठ: 't', ड: 'd', ढ: 'd', ण: 'n', त: 't', थ: 'th', द: 'd', ध: 'dh', न: 'n', प: 'p', फ: 'ṗ', ब: 'b',
  भ: 'bh', म: 'm', य: 'y', र: 'r', ल: 'l', व: 'v', श: 'š', ष: 'š', स: 's', ह: 'h', 'ा': 'a', 'ि': 'i', 'ी': 'i', 'ु': 'u', 'ू': 'u', 'े': 'e', 'ै': 'ai',
  'ो': 'o', 'ौ': 'au', 'ॉ': 'o', 'ं': 'n', 'ँ': 'n', '्': '', 'ः': '', '़': '', 'ृ': 'ri',
} // biome-ignore format: a table reads better in rows

/** Kana by rows of a, i, u, e, o. ŭ, ŏ and ĭ may only carry a consonant; ŕ is r or l; ȧ may be er; ħ draws out a vowel, as r does elsewhere. */
const kanaRows: readonly (readonly [consonant: string, kana: string])[] = [
  ['', 'アイウエオ'], ['k', 'カキクケコ'], ['g', 'ガギグゲゴ'], ['s', 'サシスセソ'], ['z', 'ザジズゼゾ'], ['t', 'タチツテト'], ['d', 'ダヂヅデド'], ['n', 'ナニヌネノ'],
  ['h', 'ハヒフヘホ'], ['ḃ', 'バビブベボ'], ['p', 'パピプペポ'], ['m', 'マミムメモ'], ['y', 'ヤ　ユ　ヨ'], ['ŕ', 'ラリルレロ'], ['w', 'ワヰ　ヱヲ'],
] // biome-ignore format: a table reads better in rows
const kanaExceptions: Record<string, string> = {
  ウ: 'u', シ: 'šĭ', ジ: 'jĭ', チ: 'čĭ', ツ: 'tsŭ', ヂ: 'jĭ', ヅ: 'zŭ', フ: 'fŭ', ヴ: 'vŭ', ン: 'n', ー: 'ħ', ッ: '', ト: 'tŏ', ド: 'dŏ', イ: 'i',
} // biome-ignore format: a table reads better in rows
/** Small kana take the place of the vowel before them. */
const smallKana: Record<string, string> = { ァ: 'ȧ', ィ: 'i', ゥ: 'u', ェ: 'e', ォ: 'o', ャ: 'yȧ', ュ: 'yu', ョ: 'yo' }

function fillKana(): Record<string, string> {
  const kana: Record<string, string> = {}
  for (const [consonant, row] of kanaRows) {
    for (const [at, letter] of [...row].entries()) kana[letter] = consonant + ['ȧ', 'i', consonant === '' ? 'u' : 'ŭ', 'e', 'o'][at]!
  }
  return { ...kana, ...kanaExceptions }
}

const kana = fillKana()

function spellKana(text: string): string {
  let out = ''
  for (const written of text) {
    // Hiragana stand 96 places before katakana.
    const letter = /[ぁ-ゖ]/u.test(written) ? String.fromCharCode(written.charCodeAt(0) + 96) : written
    const small = smallKana[letter]
    if (small === undefined) out += kana[letter] ?? letter
    else out = out.replace(/[ȧiueoŭŏĭ]$/u, '') + (/[jčš][iĭ]?$/u.test(out) ? small.replace('y', '') : small)
  }
  return out
}

/** Syllables of Hangul, from their number: initial · 588 + vowel · 28 + final (Unicode Standard, 3.12). ŭ, ĭ and ŕ as in kana; ə is eo; ṗ is p or f. */
const hangulInitials = 'g kk n d tt ŕ m ḃ pp s ss  j jj č k t ṗ h'.split(' ')
const hangulVowels = 'a ae ya ye ə e yə ye o wa wae oe yo u wə we wi yu ŭ ŭi i'.split(' ')
const hangulFinals = [
  '', 'k', 'k', 'k', 'n', 'n', 'n', 't', 'l', 'k', 'm', 'p', 'l', 'l', 'p', 'l', 'm', 'p', 'p', 's', 's', 'ng', 't', 't', 'k', 't', 'p', 't',
] // biome-ignore format: a table reads better in rows

function spellHangul(text: string): string {
  return text.normalize('NFC').replace(/[가-힣]/gu, (syllable) => {
    const number = syllable.charCodeAt(0) - 0xac00
    return hangulInitials[Math.floor(number / 588)]! + hangulVowels[Math.floor((number % 588) / 28)]! + hangulFinals[number % 28]!
  })
}

function spellDevanagari(text: string): string {
  const spelt = text.replace(/([क-ह]़?)(?![ा-ौ्ृॉ़])/gu, '$1अ')
  return spell(spelt, devanagari).replace(/([^aeiou])a$/u, '$1')
}

const scripts: readonly (readonly [script: RegExp, write: (text: string) => string])[] = [
  [/\p{Script=Cyrillic}/u, (text) => spell(text, cyrillic)],
  [/\p{Script=Greek}/u, (text) => spell(text.normalize('NFD').replace(greekMarks, ''), greek, greekPairs)],
  [
    /\p{Script=Arabic}/u,
    (text) =>
      spell(
        text
          .normalize('NFKC')
          .replace(/[\u064b-\u065f\u0670]/gu, '')
          .replace(/^ال(?=.{3})/u, ''),
        arabic,
      ),
  ],
  [/\p{Script=Hebrew}/u, (text) => spell(text.replace(/[\u0591-\u05c7]/gu, '').replace(/['’]/gu, '׳'), hebrew, hebrewPairs)],
  [/\p{Script=Georgian}/u, (text) => spell(text, georgian)],
  [/\p{Script=Armenian}/u, (text) => spell(text, armenian)],
  [/\p{Script=Devanagari}/u, spellDevanagari],
  [/\p{Script=Thai}/u, spellThai],
  [/\p{Script=Hangul}/u, spellHangul],
  [/[\p{Script=Katakana}\p{Script=Hiragana}]/u, (text) => spellKana(pinyin(text))],
  [/\p{Script=Han}/u, pinyin],
]

/** Accents, breathings, the dialytika: they change no sound that a name is known by. */
const greekMarks = /[\u0300\u0301\u0342-\u0345\u0308\u0313\u0314]/gu

function spell(text: string, letters: Record<string, string>, pairs: Record<string, string> = {}): string {
  let out = ''
  for (let at = 0; at < text.length; at++) {
    const pair = pairs[text.slice(at, at + 2)]
    if (pair !== undefined) {
      out += pair
      at++
    } else {
      const letter = text.charAt(at)
      out += letters[letter] ?? letter
    }
  }
  return out
}

/** `text`, in lower case, with every letter of a script known here in Latin letters; other characters stay. */
export function romanize(text: string): string {
  for (const [script, write] of scripts) if (script.test(text)) return write(text)
  return text
}
