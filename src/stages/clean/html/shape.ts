/**
 * What a text looks like in any script: how long it is, how its sentences end, how many capitals and digits it has.
 */
export interface TextShape {
  /** UTF-16 code units. */
  readonly length: number
  /** Characters, an ideograph or syllable counted as the two or three letters that it takes elsewhere. */
  readonly size: number
  /** Runs between white space; of scripts without spaces, every two characters. */
  readonly words: number
  /** Marks that end a sentence, and that part its clauses. */
  readonly ends: number
  readonly commas: number
  readonly digits: number
  readonly capitals: number
  /** Ends as a sentence does. */
  readonly closed: boolean
  /** Begins with a small letter. */
  readonly opensLow: boolean
}

const SPACE = 1
const ENDS = 2
const COMMA = 4
const DIGIT = 8
const CAPITAL = 16
const WIDE = 32
const SMALL = 64
const QUOTE = 128

/** An ideograph says about as much as this many letters: mean length of parallel texts in FLORES-200. */
const WIDTH = 2.5

let kinds: Uint8Array | undefined

function kindsOfUnits(): Uint8Array {
  if (kinds !== undefined) return kinds
  const found = new Uint8Array(65_536)
  const tests: readonly (readonly [number, RegExp])[] = [
    [SPACE, /\s/u],
    [ENDS, /[\p{Sentence_Terminal}…]/u],
    [COMMA, /[,;:،؛、，；：]/u],
    [DIGIT, /\p{Nd}/u],
    [CAPITAL, /\p{Lu}/u],
    [WIDE, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u],
    [SMALL, /\p{Ll}/u],
    [QUOTE, /["'”’»)\]」』›]/u],
  ]
  for (let unit = 0; unit < found.length; unit += 1) {
    const char = String.fromCharCode(unit)
    for (const [bit, pattern] of tests) if (pattern.test(char)) found[unit]! |= bit
  }
  kinds = found
  return found
}

export function shapeOf(text: string): TextShape {
  const table = kindsOfUnits()
  let wide = 0
  let spaces = 0
  let ends = 0
  let commas = 0
  let digits = 0
  let capitals = 0
  for (let at = 0; at < text.length; at += 1) {
    const kind = table[text.charCodeAt(at)]!
    if (kind === 0 || kind === SMALL) continue
    if (kind & SPACE) spaces += 1
    if (kind & WIDE) wide += 1
    if (kind & ENDS) ends += 1
    if (kind & COMMA) commas += 1
    if (kind & DIGIT) digits += 1
    if (kind & CAPITAL) capitals += 1
  }
  let last = text.length - 1
  while (last > 0 && (table[text.charCodeAt(last)]! & (QUOTE | SPACE)) !== 0) last -= 1
  const { length } = text
  return {
    length,
    size: length + (WIDTH - 1) * wide,
    words: spaces + 1 + wide / 2,
    ends,
    commas,
    digits,
    capitals,
    closed: length > 0 && (table[text.charCodeAt(last)]! & ENDS) !== 0,
    opensLow: length > 0 && (table[text.charCodeAt(0)]! & SMALL) !== 0,
  }
}
