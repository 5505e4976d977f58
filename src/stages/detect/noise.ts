/**
 * What people put around their words in posts: names behind @, tags behind #, addresses, emoticons, laughter. None of it is in a language.
 */

/** A mail address, a name, a tag or an address; Chinese and Japanese set them between words without a space. */
const marked =
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\p{L}\p{N}.])@\w[\w.]*|(?<=[\u3000-\u9fff\uff00-\uffef])@\w+|[#＃][\p{L}\p{M}\p{N}_]+|(?:https?:\/\/|www\.|pic\.twitter\.com\/)[!-~]*/giu

const COMMERCIAL_AT = 0x40
const NUMBER_SIGN = 0x23
const SLASH = 0x2f

/** Whether a token that has this code unit in it is worth a call of `withoutMarked`. */
export function maybeMarked(unit: number): boolean {
  return unit === COMMERCIAL_AT || unit === NUMBER_SIGN || unit === SLASH || unit === 0xff03
}

/** What is left of a token without names, tags and addresses, in pieces. */
export function withoutMarked(token: string): readonly string[] {
  return token.split(marked).filter((piece) => piece !== '')
}

/** ':-)', 'xDDD', '<3', '^^' */
const emoticon = /^(?:[:;=8xX][-^'o]?[DPpSsOoc03)([\]/\\|*]+|<\/?3+|\^[_.]*\^|[oO][._][oO]|[;:]['_]?[()]+|T[._]T)$/
const opensEmoticon = new Set([...':;=8xX<^oOT'].map((character) => character.charCodeAt(0)))
/** UTF-16 code units. */
const LONGEST_EMOTICON = 8

/** Whether a token is an emoticon, the 'RT' before the name of whom a post repeats, or the '>' before a line that it quotes. */
export function isOrnament(text: string, start: number, end: number): boolean {
  const length = end - start
  if (length === 1) return text[start] === '>' && (start === 0 || text[start - 1] === '\n')
  if (length === 2 && /^rt @/i.test(text.slice(start, start + 4))) return true
  return length <= LONGEST_EMOTICON && opensEmoticon.has(text.charCodeAt(start)) && emoticon.test(text.slice(start, end))
}

/** Letters that laughter has, and no word made of two letters by turns ('mama', 'coco'): h, j, and what Russian and Greek write for them. */
const laughs = new Set([...'hjхχ'].map((character) => character.charCodeAt(0)))

const FIRST_IDEOGRAPH = 0x2e80

/**
 * Whether a word is laughter, that is one letter or two again and again: 'www', 'kkkk', 'haha', 'jajajaj', 'rsrsrs', 'ㅋㅋㅋ', '哈哈哈'. In lower case.
 */
export function isLaughter(units: Uint16Array, start: number, end: number): boolean {
  const length = end - start
  if (length < 3) return false
  const first = units[start]!
  let second = 0
  let takesTurns = true
  for (let at = start + 1; at < end; at++) {
    const unit = units[at]!
    if (unit === units[at - 1]) takesTurns = false
    if (unit === first || unit === second) continue
    if (second !== 0) return false
    second = unit
  }
  if (second === 0) return true
  if (first >= FIRST_IDEOGRAPH) return false
  return length >= 6 || (takesTurns && (length === 5 || (length === 4 && (laughs.has(first) || laughs.has(second)))))
}
