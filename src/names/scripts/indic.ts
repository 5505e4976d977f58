import type { Script } from './script.ts'

/**
 * Scripts of India have their letters in the same places of their blocks (after ISCII, Unicode Standard, 12.1): all are read by the table of
 * Devanagari, moved there. A consonant is followed by a, unless another vowel's sign or a virama follows.
 */
const letters: Record<string, string> = {
  अ: 'a', आ: 'a', इ: 'i', ई: 'i', उ: 'u', ऊ: 'u', ऋ: 'ri', ए: 'e', ऐ: 'ai', ओ: 'o', औ: 'au', ऑ: 'o', क: 'k', ख: 'kh', ग: 'g', घ: 'gh', ङ: 'n',
  च: 'č', छ: 'č', ज: 'j', झ: 'j', ञ: 'n', ट: 't', ठ: 't', ड: 'd', ढ: 'd', ण: 'n', त: 't', थ: 'th', द: 'd', ध: 'dh', न: 'n', प: 'p', फ: 'ṗ', ब: 'b',
  भ: 'bh', म: 'm', य: 'y', र: 'r', ल: 'l', व: 'v', श: 'š', ष: 'š', स: 's', ह: 'h', 'ा': 'a', 'ि': 'i', 'ी': 'i', 'ु': 'u', 'ू': 'u', 'े': 'e', 'ै': 'ai',
  'ो': 'o', 'ौ': 'au', 'ॉ': 'o', 'ं': 'n', 'ँ': 'n', '्': '', 'ः': '', '़': '', 'ृ': 'ri',
  // With a dot below; short vowels and consonants of the south.
  'क़': 'q', 'ख़': 'kh', 'ग़': 'gh', 'ज़': 'z', 'फ़': 'f', 'ड़': 'r', 'ढ़': 'r', ऎ: 'e', ऒ: 'o', 'ॆ': 'e', 'ॊ': 'o', ऱ: 'r', ऩ: 'n', ऴ: 'l', ळ: 'l', ऍ: 'e', 'ॅ': 'e',
} // biome-ignore format: a table reads better in rows

const DEVANAGARI = 0x0900
const BLOCK = 0x80

/** Where a script has its letters, and how it treats the a that no letter writes. */
function indic(name: string, first: number, extra: Readonly<Record<string, string>> = {}): Script {
  return {
    name,
    blocks: [[first, first + BLOCK - 1]],
    capitals: false,
    spaces: true,
    romanize: (text) => {
      const ownLetters = text.normalize('NFC').match(/\u09af\u09bc|./gsu) ?? []
      return spellIndic(ownLetters.map((letter) => extra[letter] ?? moved(letter, first)).join(''))
    },
  }
}

function moved(letter: string, first: number): string {
  const place = letter.charCodeAt(0) - first
  return place >= 0 && place < BLOCK ? String.fromCharCode(DEVANAGARI + place) : letter
}

/** The a that no letter writes, until it is known which of them are spoken. */
const INHERENT = '\u0001'

/** The a of a last consonant is not spoken, the others mostly are; those that are not between vowels cost little (Ohala 1983). */
function spellIndic(text: string): string {
  const spelt = text.normalize('NFC').replace(/([क-हऱऩऴळ]़?)(?![\u093e-\u094d\u0962\u0963़])/gu, `$1${INHERENT}`)
  let out = ''
  for (const [letter] of spelt.matchAll(/[क-ढफ]़|./gsu)) out += letters[letter] ?? (letter >= '\u0900' && letter <= '\u097f' ? '' : letter)
  return out.replace(/(?<=.)\u0001$/u, '').replaceAll(INHERENT, 'a')
}

export const devanagari = indic('devanagari', DEVANAGARI)
export const bengali = indic('bengali', 0x0980, { ৎ: 'त्', য: 'ज', য়: 'य' })
export const gurmukhi = indic('gurmukhi', 0x0a00, { 'ੰ': 'ं', 'ੱ': '' })
export const gujarati = indic('gujarati', 0x0a80)
export const oriya = indic('oriya', 0x0b00, { ୟ: 'य' })
/** No Tamil word begins with r or l: இராமானுஜன். */
const tamilScript = indic('tamil', 0x0b80, { ச: 'स' })
export const tamil: Script = { ...tamilScript, romanize: (text) => tamilScript.romanize(text.replace(/^[இஉஅ](?=[ரறல])/u, '')) }
export const telugu = indic('telugu', 0x0c00)
export const kannada = indic('kannada', 0x0c80)
export const malayalam = indic('malayalam', 0x0d00, { ൻ: 'न्', ർ: 'र्', ൽ: 'ल्', ൾ: 'ल्', ൺ: 'ण्', ൿ: 'क्' })
