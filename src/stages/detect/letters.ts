import { isLaughter, isOrnament, maybeMarked, withoutMarked } from './noise.ts'

/** Blocks of the scripts that detection tells apart (Unicode 16, Blocks.txt). Chinese characters and kana count as one script. */
const blocks: readonly (readonly [script: string, ...ranges: (readonly [first: number, last: number])[]])[] = [
  [
    'Latn',
    [0x41, 0x5a],
    [0x61, 0x7a],
    [0xaa, 0x2af],
    [0x1e00, 0x1eff],
    [0x2c60, 0x2c7f],
    [0xa720, 0xa7ff],
    [0xfb00, 0xfb06],
    [0xff21, 0xff5a],
  ],
  ['Cyrl', [0x400, 0x52f], [0x1c80, 0x1c8f], [0xa640, 0xa69f]],
  ['Arab', [0x600, 0x6ff], [0x750, 0x77f], [0x8a0, 0x8ff], [0xfb50, 0xfdff], [0xfe70, 0xfefc]],
  ['Deva', [0x900, 0x97f]],
  ['Beng', [0x980, 0x9ff]],
  ['Jpan', [0x3005, 0x3007], [0x3040, 0x30ff], [0x31f0, 0x31ff], [0x3400, 0x4dbf], [0x4e00, 0x9fff], [0xf900, 0xfaff]],
  ['Hang', [0x1100, 0x11ff], [0x3130, 0x318f], [0xac00, 0xd7a3]],
  ['Grek', [0x370, 0x3ff], [0x1f00, 0x1fff]],
  ['Armn', [0x530, 0x58f]],
  ['Hebr', [0x590, 0x5ff], [0xfb1d, 0xfb4f]],
  ['Syrc', [0x700, 0x74f]],
  ['Thaa', [0x780, 0x7bf]],
  ['Nkoo', [0x7c0, 0x7ff]],
  ['Guru', [0xa00, 0xa7f]],
  ['Gujr', [0xa80, 0xaff]],
  ['Orya', [0xb00, 0xb7f]],
  ['Taml', [0xb80, 0xbff]],
  ['Telu', [0xc00, 0xc7f]],
  ['Knda', [0xc80, 0xcff]],
  ['Mlym', [0xd00, 0xd7f]],
  ['Sinh', [0xd80, 0xdff]],
  ['Thai', [0xe00, 0xe7f]],
  ['Laoo', [0xe80, 0xeff]],
  ['Tibt', [0xf00, 0xfff]],
  ['Mymr', [0x1000, 0x109f], [0xa9e0, 0xa9ff], [0xaa60, 0xaa7f]],
  ['Geor', [0x10a0, 0x10ff], [0x1c90, 0x1cbf], [0x2d00, 0x2d2f]],
  ['Ethi', [0x1200, 0x139f], [0x2d80, 0x2ddf], [0xab00, 0xab2f]],
  ['Cher', [0x13a0, 0x13ff], [0xab70, 0xabbf]],
  ['Cans', [0x1400, 0x167f]],
  ['Khmr', [0x1780, 0x17ff]],
  ['Mong', [0x1800, 0x18af]],
  ['Olck', [0x1c50, 0x1c7f]],
  ['Tfng', [0x2d30, 0x2d7f]],
  ['Yiii', [0xa000, 0xa48f]],
]

/** Names of the scripts (ISO 15924); a script's number is its index. 0 is none. */
export const scripts: readonly string[] = ['Zyyy', ...blocks.map(([script]) => script)]

/** Letters that say as much as several of an alphabet: a page with some Chinese in it is Chinese with some Latin names. */
const letterWeight: readonly number[] = scripts.map((script) => (script === 'Jpan' ? 3 : script === 'Hang' ? 2 : 1))

/** Combining mark: belongs to the letter before it, whatever its script. */
const MARK = 255
/** Stands between words. */
export const SPACE = 0x20
const APOSTROPHE = 0x27

/** Script of each code unit; 0 for what is no letter. */
const scriptOf = new Uint8Array(0x10000)
/** Code unit in lower case; apostrophes all as one. */
const folded = new Uint16Array(0x10000)

for (const [index, [, ...ranges]] of blocks.entries()) {
  for (const [first, last] of ranges) {
    // Every code point of the big blocks is a letter; asking would take longer than all the others together.
    const allLetters = last - first > 1000
    for (let unit = first; unit <= last; unit++) {
      const character = String.fromCharCode(unit)
      if (!allLetters && !/[\p{L}\p{M}]/u.test(character)) continue
      scriptOf[unit] = index + 1
      folded[unit] = allLetters ? unit : character.toLowerCase().charCodeAt(0)
    }
  }
}
for (let unit = 0x300; unit <= 0x36f; unit++) {
  scriptOf[unit] = MARK
  folded[unit] = unit
}
for (const apostrophe of "'’ʼ‘") folded[apostrophe.charCodeAt(0)] = APOSTROPHE

/** How much of a text is read: enough to be sure of its language, little enough to be quick. Code units. */
export const READ_AT_MOST = 20_000

/** The words of a text in the script that most of it is in. */
export interface Letters {
  /** Index into `scripts`; 0 when there are no letters. */
  readonly script: number
  /** Lower case; a space before, between and after words. Valid until the next call of `readLetters`; longer than `length`. */
  readonly units: Uint16Array
  readonly length: number
  /** How many letters of the script there are. */
  readonly letters: number
  /** Share of the marks of code and data (`{`, `=`, `_`) in what is not white space, identifiers left out. 0..1 */
  readonly symbols: number
  /** Share of addresses, identifiers and encoded data in what is neither white space nor noise. 0..1 */
  readonly identifiers: number
  /** Whether something stands in it that people put into posts: a name, a tag, an address, an emoticon, an emoji, laughter. */
  readonly isNoisy: boolean
}

const units = new Uint16Array(READ_AT_MOST + 2)
const counts = new Float64Array(scripts.length)

/**
 * Reads the words of `text`: no digits, punctuation, URLs, addresses or identifiers, and nothing of the noise of posts; a text that is all
 * tags is read as if they were words. Reads its first 20,000 code units.
 * Text in two normalization forms reads differently: give it NFC.
 */
export function readLetters(text: string): Letters {
  const read = readTokens(text)
  return read.script === 0 && text.includes('#') ? readTokens(text.replaceAll('#', ' ')) : read
}

function readTokens(text: string): Letters {
  const end = Math.min(text.length, READ_AT_MOST)
  counts.fill(0)
  let printed = 0
  let identifiers = 0
  let symbols = 0
  let length = 0
  let isNoisy = false
  units[length++] = SPACE
  const read = (token: string, start: number, end: number): void => {
    printed += end - start
    if (isIdentifier(token, start, end)) identifiers += end - start
    else {
      const before = length
      length = readToken(token, start, end, length)
      if (length === before && hasSign(token, start, end)) isNoisy = true
      symbols += countSymbols(token, start, end)
    }
  }
  for (let at = 0; at < end; ) {
    if (isSpace(text.charCodeAt(at))) {
      at++
      continue
    }
    let tokenEnd = at
    let isMarked = false
    for (; tokenEnd < end; tokenEnd++) {
      const unit = text.charCodeAt(tokenEnd)
      if (isSpace(unit)) break
      if (maybeMarked(unit)) isMarked = true
    }
    if (isMarked) {
      const pieces = withoutMarked(text.slice(at, tokenEnd))
      if (pieces[0]?.length !== tokenEnd - at) isNoisy = true
      for (const piece of pieces) read(piece, 0, piece.length)
    } else if (isOrnament(text, at, tokenEnd)) isNoisy = true
    else read(text, at, tokenEnd)
    at = tokenEnd
  }
  let script = 0
  for (let candidate = 1; candidate < counts.length; candidate++) {
    if (counts[candidate]! * letterWeight[candidate]! > counts[script]! * letterWeight[script]!) script = candidate
  }
  const letters = counts[script]!
  return {
    script,
    units,
    length: keepScript(script, length),
    letters,
    symbols: symbols / Math.max(1, printed - identifiers),
    identifiers: identifiers / Math.max(1, printed),
    isNoisy,
  }
}

/** Whether a token without a word has a letter, as laughter has, or an emoji: surrogates, or U+2600 to U+27BF. */
function hasSign(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (isLetter(text, at) || (unit >= 0xd83c && unit <= 0xd83e) || (unit >= 0x2600 && unit <= 0x27bf)) return true
  }
  return false
}

/** The words as one string, a space between them. */
export function wordsOf({ units, length }: Letters): string {
  return String.fromCharCode(...units.subarray(1, Math.max(1, Math.min(length, 4096) - 1)))
}

/** Appends the words of a token to `units`, in every script, a space behind each. */
function readToken(text: string, start: number, end: number, from: number): number {
  let length = from
  let word = from
  let drawnOut = false
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    const script = scriptOf[unit]!
    const inWord = length > word
    if (script === MARK ? inWord : script > 0) {
      const letter = folded[unit]!
      if (letter === units[length - 1] && letter === units[length - 2]) drawnOut = true
      units[length++] = letter
      if (script !== MARK) counts[script]!++
    } else if (folded[unit] === APOSTROPHE && inWord && at + 1 < end && scriptOf[text.charCodeAt(at + 1)]! > 0) {
      units[length++] = APOSTROPHE
    } else if (inWord) {
      length = endWord(word, length, drawnOut)
      word = length
      drawnOut = false
    }
  }
  return length > word ? endWord(word, length, drawnOut) : length
}

/** Puts a space behind the word at `start`; takes laughter back, and what was drawn out to its letter: 'sooooo' is 'so'. */
function endWord(start: number, end: number, drawnOut: boolean): number {
  if (isLaughter(units, start, end)) {
    for (let at = start; at < end; at++) uncount(units[at]!)
    return start
  }
  let length = drawnOut ? start : end
  for (let at = start; at < end && drawnOut; ) {
    let run = at + 1
    while (run < end && units[run] === units[at]) run++
    // Three alike stand inside compounds: 'Schifffahrt'.
    const keep = run - at > 3 || (run - at === 3 && run === end) ? 1 : run - at
    for (let extra = keep; extra < run - at; extra++) uncount(units[at]!)
    units.fill(units[at]!, length, length + keep)
    length += keep
    at = run
  }
  units[length++] = SPACE
  return length
}

function uncount(unit: number): void {
  const script = scriptOf[unit]!
  if (script > 0 && script !== MARK) counts[script]!--
}

function isLetter(text: string, at: number): boolean {
  return scriptOf[text.charCodeAt(at)]! > 0
}

/** Leaves in `units` the words of one script, and says how long they are. */
function keepScript(script: number, length: number): number {
  let kept = 1
  for (let at = 1; at < length; at++) {
    const unit = units[at]!
    const joins = (scriptOf[unit] === MARK || unit === APOSTROPHE) && units[kept - 1] !== SPACE
    if (scriptOf[unit] === script || joins) units[kept++] = unit
    else if (units[kept - 1] !== SPACE) units[kept++] = SPACE
  }
  return kept === 1 ? 0 : kept
}

function isSpace(unit: number): boolean {
  return (
    unit <= SPACE ||
    unit === 0xa0 ||
    (unit >= 0x2000 && unit <= 0x200b) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x3000
  )
}

/** Marks that code and data are full of, and prose is not: symbols, flags, and brackets and dots tight between words. Digits stand in every text. */
function countSymbols(text: string, start: number, end: number): number {
  let symbols = 0
  for (let at = start; at < end; at++) {
    const kind = text.charCodeAt(at) < 0x80 ? symbolKind[text.charCodeAt(at)]! : 0
    const isFlag = at === start && text[at] === '-' && at + 1 < end
    if (isFlag || kind === ALWAYS || (kind === BETWEEN && at > start && isLetter(text, at - 1) && at + 1 < end)) symbols++
  }
  return symbols
}

const ALWAYS = 1
const BETWEEN = 2
const symbolKind = new Uint8Array(0x80)
for (const symbol of '#$%&*+/;<=>@[\\]^_`{|}~') symbolKind[symbol.charCodeAt(0)] = ALWAYS
for (const symbol of '(.:!,') symbolKind[symbol.charCodeAt(0)] = BETWEEN

/**
 * Whether text[start, end), without spaces, is no word but an address, a path, an identifier or encoded data: only ASCII, with
 * capitals or digits inside words, or with the marks that hold such things together. 'don't', 'Jean-Luc', 'McDonald', 'B2B' are words.
 */
function isIdentifier(text: string, start: number, end: number): boolean {
  let joins = 0
  let humps = 0
  let marks = 0
  let dots = 0
  let letters = 0
  let previous = 0
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 0x80) {
      if (scriptOf[unit]! > 0) return false
      previous = 0
      continue
    }
    const kind = kindOf[unit]!
    if (kind === LOWER || kind === UPPER) letters++
    if (kind === DIGIT ? previous === LOWER || previous === UPPER : previous === DIGIT && (kind === LOWER || kind === UPPER)) joins++
    if (previous === LOWER && kind === UPPER) humps++
    if (kind === GLUE) marks++
    if (previous === DOT && kind === LOWER) dots++
    previous = kind
  }
  return (
    letters > 0 &&
    (joins > 2 || humps > 1 || marks > 1 || dots > 1 || (dots > 0 && marks > 0) || letters > 40 || (marks > 0 && joins + humps > 0))
  )
}

const LOWER = 1
const UPPER = 2
const DIGIT = 3
const GLUE = 4
const DOT = 5
const kindOf = new Uint8Array(0x80)
kindOf.fill(LOWER, 0x61, 0x7b)
kindOf.fill(UPPER, 0x41, 0x5b)
kindOf.fill(DIGIT, 0x30, 0x3a)
for (const glue of '/\\@_=<>{}[]|$%^&~+;`') kindOf[glue.charCodeAt(0)] = GLUE
kindOf[0x2e] = DOT
