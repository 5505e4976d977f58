/** Hiragana by rows of a, i, u, e, o, with the consonant that most of a row have. */
const rows: readonly (readonly [consonant: string, kana: string])[] = [
  ['', 'あいうえお'], ['k', 'かきくけこ'], ['g', 'がぎぐげご'], ['s', 'さしすせそ'], ['z', 'ざじずぜぞ'], ['t', 'たちつてと'], ['d', 'だぢづでど'], ['n', 'なにぬねの'],
  ['h', 'はひふへほ'], ['b', 'ばびぶべぼ'], ['p', 'ぱぴぷぺぽ'], ['m', 'まみむめも'], ['y', 'や　ゆ　よ'], ['r', 'らりるれろ'], ['w', 'わゐ　ゑを'],
] // biome-ignore format: a table reads better in rows

/** Kunrei (ISO 3602) writes a row with one consonant. */
const letters = new Map<string, string>([
  ...rows.flatMap(([consonant, kana]) => [...kana].map((letter, at): [string, string] => [letter, consonant + 'aiueo'.charAt(at)])),
  ...Object.entries({ ぢ: 'zi', づ: 'zu', を: 'o', ゐ: 'i', ゑ: 'e', ん: 'n', ゔ: 'vu' }),
])
const small: Readonly<Record<string, string>> = { ゃ: 'ya', ゅ: 'yu', ょ: 'yo', ぁ: 'a', ぃ: 'i', ぅ: 'u', ぇ: 'e', ぉ: 'o' }

/** What Hepburn writes as it sounds. */
const heard: readonly (readonly [kunrei: RegExp, hepburn: string])[] = [
  [/sy(?=[auo])/gu, 'sh'],
  [/si/gu, 'shi'],
  [/ty(?=[auo])/gu, 'ch'],
  [/ti/gu, 'chi'],
  [/tu/gu, 'tsu'],
  [/zy(?=[auo])/gu, 'j'],
  [/zi/gu, 'ji'],
  [/hu/gu, 'fu'],
  [/tch|cch/gu, 'tch'],
]

/** How the same long vowel is written: left short, with a macron or a circumflex, as in kana, with an h. */
const longVowels: readonly (readonly [o: string, u: string])[] = [
  ['o', 'u'],
  ['ō', 'ū'],
  ['ô', 'û'],
  ['ou', 'uu'],
  ['oh', 'u'],
]

/** A reading in hiragana as names are spelt in Latin letters, squeezed: 'そうせき' → 'soseki', 'sōseki', 'souseki' … */
export function spellingsOfKana(kana: string): readonly string[] {
  let kunrei = ''
  let doubled = false
  for (const letter of kana) {
    if (letter === 'っ') doubled = true
    else if (letter === 'ー') kunrei += kunrei.slice(-1)
    else if (small[letter] !== undefined) kunrei = kunrei.slice(0, -1) + small[letter]
    else {
      const syllable = letters.get(letter) ?? ''
      kunrei += (doubled ? syllable.charAt(0) : '') + syllable
      doubled = false
    }
  }
  const found = new Set<string>()
  for (const [o, u] of longVowels) {
    const long = kunrei.replace(/o[uo]/gu, o).replace(/uu/gu, u)
    found.add(long)
    const hepburn = heard.reduce((text, [from, to]) => text.replace(from, to), long).replace(/t(?=ch)|c(?=ch)/gu, 't')
    found.add(hepburn).add(hepburn.replace(/n(?=[bmp])/gu, 'm'))
  }
  return [...found]
}
