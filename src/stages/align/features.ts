/** Scripts written without spaces: their words cannot be seen, so characters and pairs of characters stand for them. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Tibetan}\\p{Script=Hangul}'
const TOKEN = new RegExp(
  `(?<unspaced>[${UNSPACED}ー]+)|(?<number>\\p{Nd}+)|(?<word>(?:(?![${UNSPACED}])[\\p{L}\\p{M}])+)|(?<mark>[!?:;()"%&])`,
  'gu',
)

const WORD = 1
const PREFIX = 0.7
const TRIGRAM = 0.25
const NUMBER = 3
const MARK = 0.5

/** What a line says, as features and how much each counts before its rarity does; a feature may come up several times. */
export function* features(line: string): Generator<readonly [feature: string, weight: number]> {
  const text = fold(line)
  for (const { groups } of text.matchAll(TOKEN)) {
    const { unspaced, number, word, mark } = groups!
    if (word !== undefined) yield* wordFeatures(word)
    else if (unspaced !== undefined) yield* unspacedFeatures(unspaced)
    else if (number !== undefined) yield [`#${number}`, NUMBER]
    else yield [`.${mark}`, MARK]
  }
}

function* wordFeatures(word: string): Generator<readonly [string, number]> {
  yield [`w${word}`, WORD]
  yield [`p${word.slice(0, 4)}`, PREFIX]
  const padded = `^${word}$`
  for (let at = 0; at + 3 <= padded.length; at++) yield [padded.slice(at, at + 3), TRIGRAM]
}

function* unspacedFeatures(run: string): Generator<readonly [string, number]> {
  const characters = [...run]
  for (const [at, character] of characters.entries()) {
    yield [`c${character}`, PREFIX]
    if (at > 0) yield [`d${characters[at - 1]}${character}`, WORD]
  }
}

/** Lower case, without the accents of Latin, Greek and Cyrillic letters: MT and typists drop them. */
function fold(line: string): string {
  return line
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
}
