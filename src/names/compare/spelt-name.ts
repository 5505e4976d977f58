import {
  DOUBLED,
  LETTER_E,
  LETTER_H,
  LETTER_R,
  LETTERS,
  LONG_VOWEL,
  letterNumber,
  longerSpellings,
  lossCost,
  MARKED_VOWEL,
  PLAIN_VOWEL,
  SILENT_E,
  SILENT_LAST,
  traits,
  VOWEL,
} from './costs.ts'

/** Longer spellings as a tree, read from their last letters: a node's branch is at node · LETTERS + letter, 0 when there is none. */
const branches = new Uint16Array(LETTERS * [...longerSpellings.keys()].reduce((sum, { length }) => sum + length, 1))
/** The number of the spelling that is complete at a node; 0 when none is. */
const completeAt = new Uint16Array(branches.length / LETTERS)

growTree()

function growTree(): void {
  let nodes = 1
  for (const [spelling, number] of longerSpellings) {
    let node = 0
    for (let at = spelling.length - 1; at >= 0; at--) {
      const branch = node * LETTERS + letterNumber(spelling.charCodeAt(at))
      if (branches[branch] === 0) branches[branch] = nodes++
      node = branches[branch]!
    }
    completeAt[node] = number
  }
}

/** Longer spellings that can end at one letter. */
const MOST_ENDING = Math.max(...[...longerSpellings.keys()].map(({ length }) => length))

/** A name taken apart for comparison. Made once, it takes one name after the other, so that comparing needs no memory. */
export class SpeltName {
  text = ''
  /** Number of each letter. */
  codes = new Uint8Array(0)
  /** What losing each letter costs. */
  losses = new Uint8Array(0)
  /** Numbers of the longer spellings in it, in the order of their ends. */
  longer = new Uint16Array(0)
  /** After how many letters of the name each of them ends. */
  ends = new Uint16Array(0)
  /** How many of them end within so many letters. */
  longerWithin = new Uint16Array(1)
  /** Which letters it has, a bit each, as in `letterPartners`. */
  letterBits = 0
  /** Which longer spellings. */
  longerBits = 0
  /** Numbers of its first letter and of the longer spellings it starts with. */
  readonly starts = new Uint16Array(MOST_ENDING + 1)
  startCount = 0
  /** Letters of the longest spelling, or of a swap. */
  longest = 2
  /** Whether it comes from a script that leaves short vowels out. */
  isAbjad = false

  take(text: string): void {
    if (text === this.text) return
    this.text = text
    const { length } = text
    if (length > this.codes.length) this.#grow(length * 2)
    const { codes, losses } = this
    this.longest = 2
    this.startCount = 0
    let count = 0
    let all = 0
    let letterBits = 0
    let longerBits = 0
    for (let at = 0; at < length; at++) {
      const code = letterNumber(text.charCodeAt(at))
      codes[at] = code
      all |= traits[code]!
      letterBits |= 1 << (code & 31)
      losses[at] = at > 0 && code === codes[at - 1] ? DOUBLED : at === length - 1 && code === LETTER_E ? SILENT_E : lossCost[code]!
      if (at === 0) this.starts[this.startCount++] = code
      let node = 0
      for (let start = at; start >= 0; start--) {
        node = branches[node * LETTERS + codes[start]!]!
        if (node === 0) break
        const number = completeAt[node]!
        if (number === 0) continue
        longerBits |= 1 << (number & 31)
        this.longer[count] = number
        this.ends[count++] = at + 1
        if (start === 0) this.starts[this.startCount++] = number
        if (at + 1 - start > this.longest) this.longest = at + 1 - start
      }
      this.longerWithin[at + 1] = count
    }
    this.letterBits = letterBits
    this.longerBits = longerBits
    this.isAbjad = (all & LONG_VOWEL) !== 0 ? (all & PLAIN_VOWEL) === 0 : length > 2 && (all & MARKED_VOWEL) === 0
  }

  #grow(room: number): void {
    this.codes = new Uint8Array(room)
    this.losses = new Uint8Array(room)
    this.longer = new Uint16Array(room * MOST_ENDING)
    this.ends = new Uint16Array(room * MOST_ENDING)
    this.longerWithin = new Uint16Array(room + 1)
  }
}

/** Letters that some languages do not sound, and what losing them costs where a name was written down in another script as it sounds. */
const UNHEARD = { e: 25, h: 10, r: 30, last: 35 } as const

/** What losing letter `at` of `name` costs beside what was heard. */
export function unheardLoss({ text, codes, losses }: SpeltName, at: number): number {
  const code = codes[at]!
  const loss = losses[at]!
  if (at === 0) return loss
  if (at === text.length - 1 && (traits[code]! & SILENT_LAST) !== 0) return Math.min(loss, UNHEARD.last)
  if (code === LETTER_E) return Math.min(loss, UNHEARD.e)
  if (code === LETTER_H) return Math.min(loss, UNHEARD.h)
  const beforeVowel = at + 1 < text.length && (traits[codes[at + 1]!]! & VOWEL) !== 0
  return code === LETTER_R && !beforeVowel ? Math.min(loss, UNHEARD.r) : loss
}
