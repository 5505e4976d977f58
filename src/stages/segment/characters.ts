/** Classes of characters: what the scanner stops at, and what may follow a sentence. */

/** What a UTF-16 code unit is to the scanner. Anything it passes over is `none`. */
export const Mark = { none: 0, stop: 1, ask: 2, full: 3, open: 4, close: 5, quote: 6, bullet: 7 } as const
export type Mark = (typeof Mark)[keyof typeof Mark]

/** Ends a sentence or an abbreviation, a number, a file name: the context decides. */
const stops = '.…'
/** Ends a sentence unless it goes on in lower case. */
const asks = '?!‼⁇⁈⁉⸮'
/**
 * Ends a sentence wherever it stands. Unicode 15 Sentence_Terminal=Yes, without the ones above and below and without scripts no longer in use:
 * Armenian, Arabic, Urdu, Syriac, Devanagari, Tibetan, Burmese, Ethiopic, Khmer, Mongolian, Chinese and Japanese, full and half width.
 */
const fulls = '։፡؟۔܀܁܂।॥།༎။፧።፨៕។᠃᠉。｡！？．꓿꘎꘏꛳꛷꡶꡷꧈꧉꫰꫱꯫︒﹒﹖﹗'
const opens = '([{（［｛【〔〖「『《〈｢'
const closes = ')]}）］｝】〕〗」』》〉｣'
const quotes = '"\'“”„‟‘’‚‛«»‹›`´'
const bullets = '•‣◦⁃●▪■'

export function marks(extra: Readonly<Record<string, Mark>> = {}): Uint8Array {
  const table = new Uint8Array(0x10000)
  const lists: readonly (readonly [string, Mark])[] = [
    [stops, Mark.stop],
    [asks, Mark.ask],
    [fulls, Mark.full],
    [opens, Mark.open],
    [closes, Mark.close],
    [quotes, Mark.quote],
    [bullets, Mark.bullet],
    ...Object.entries(extra),
  ]
  for (const [characters, mark] of lists) for (const character of characters) table[character.charCodeAt(0)] = mark
  return table
}

/** What a code unit is within and after a word. Surrogates count as letters without case. */
export const Kind = { lower: 1, upper: 2, letter: 3, mark: 4, digit: 5, space: 6, format: 7, other: 8 } as const
export type Kind = (typeof Kind)[keyof typeof Kind]

const kinds = new Uint8Array(0x10000)

/**
 * The kind of the code unit at `index`; `space` beyond the text, so that an end looks like a gap.
 *
 * General categories of assigned letters do not change between Unicode versions in any way seen here, unlike the rules of UAX 29.
 */
export function kindAt(text: string, index: number): Kind {
  const code = text.charCodeAt(index)
  if (Number.isNaN(code)) return Kind.space
  const known = kinds[code]!
  if (known !== 0) return known as Kind
  const kind = classify(String.fromCharCode(code))
  kinds[code] = kind
  return kind
}

function classify(character: string): Kind {
  // U+0085 is white space to Unicode, not to JavaScript.
  if (/[\s\u0085]/.test(character)) return Kind.space
  if (/[\p{Cf}\u200b]/u.test(character)) return Kind.format
  if (/[\p{Lu}\p{Lt}]/u.test(character)) return Kind.upper
  // Georgian has capitals only for whole words: its letters begin sentences as they are.
  if (/\p{Script=Georgian}/u.test(character)) return Kind.letter
  if (/\p{Ll}/u.test(character)) return Kind.lower
  if (/[\p{L}\p{Cs}]/u.test(character)) return Kind.letter
  // Degree and numero signs are part of words: 'N°', '№'.
  if (/[\p{M}°№]/u.test(character)) return Kind.mark
  if (/\p{Nd}/u.test(character)) return Kind.digit
  return Kind.other
}

export function isLetter(kind: Kind): boolean {
  return kind === Kind.lower || kind === Kind.upper || kind === Kind.letter
}

/** Letters, marks, digits, and format characters within: what a word is made of. */
export function isWordPart(kind: Kind): boolean {
  return kind <= Kind.digit || kind === Kind.format
}

export function isSpace(text: string, index: number): boolean {
  return kindAt(text, index) === Kind.space
}

/** First index at or after `index` that holds no white space, at most `end`. */
export function skipSpaces(text: string, index: number, end: number): number {
  while (index < end && isSpace(text, index)) index++
  return index
}
