import { type Script, spell } from './script.ts'

/**
 * Short vowels are left out. A vowel letter may be long or stand for a consonant: ā, ī and ū leave that open, and a word without other vowels
 * is compared by its consonants.
 */
const letters: Record<string, string> = {
  ا: 'ā', أ: 'ā', إ: 'ī', آ: 'ā', ٱ: 'ā', ى: 'ā', ب: 'b', ت: 't', ث: 'th', ج: 'ǧ', ح: 'h', خ: 'kh', د: 'd', ذ: 'dh', ر: 'r', ز: 'z', س: 's', ش: 'š',
  ص: 's', ض: 'd', ط: 't', ظ: 'z', ع: '', غ: 'gh', ف: 'f', ق: 'q', ك: 'k', ل: 'l', م: 'm', ن: 'n', ه: 'h', و: 'ū', ي: 'ī', ة: 'ā', ء: '', ؤ: 'ū',
  ئ: 'ī', پ: 'p', چ: 'č', ژ: 'ž', ڤ: 'v', گ: 'g', ک: 'k', ی: 'ī', ـ: '',
  // Urdu, Pashto, Kurdish, Uyghur.
  ٹ: 't', ڈ: 'd', ڑ: 'r', ں: 'n', ھ: 'h', ہ: 'h', ۂ: 'h', ۃ: 'ā', ے: 'ī', ۓ: 'ī', ې: 'e', ە: 'a', ۆ: 'o', ۇ: 'u', ۈ: 'u', ۋ: 'v', ێ: 'e', ڕ: 'r', ڵ: 'l', ڭ: 'ng',
} // biome-ignore format: a table reads better in rows

/** Signs of short vowels and of doubling. */
const points = /[\u064b-\u065f\u0670]/gu
/** What a name starts with more often than with anything else that is written so, and how that is spelt. */
const openings: readonly (readonly [written: RegExp, spelt: string])[] = [
  [/^[اإ]بن/u, 'ibn'],
  [/^بن(?=.{3})/u, 'bin'],
  [/^[أا]بو(?=.{2})/u, 'abu'],
  // Ain is no consonant elsewhere, but a vowel stands with it.
  [/^ع(?![اوي])/u, 'ā'],
]
/** A last ه that carries a vowel: نیچه, بطوطه; not in الله, شاه. */
const silentHa = /(?<=..[^اويیلآ])ه$/u

/** The article, before a name long enough to be one without it. */
const article = /^ال(?=.{3})/u

function spellArabic(text: string): string {
  const bare = text.normalize('NFKC').replace(points, '').replace(article, '').replace(silentHa, 'ة')
  return spell(
    openings.reduce((spelt, [written, latin]) => spelt.replace(written, latin), bare),
    letters,
  )
}

export const arabic: Script = {
  name: 'arabic',
  blocks: [
    [0x0600, 0x06ff],
    [0x0750, 0x077f],
    [0xfb50, 0xfdff],
    [0xfe70, 0xfefe],
  ],
  capitals: false,
  spaces: true,
  romanize: spellArabic,
}
