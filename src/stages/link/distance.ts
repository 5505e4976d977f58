import { plain } from '../../glossary/spelling.ts'
import { exchanges, vowels } from './sounds.ts'

/**
 * Weighted Damerau–Levenshtein distance of two squeezed names (Damerau 1964, optimal string alignment), in which one spelling of a sound may
 * be exchanged for another at a small cost, whatever their lengths ('schtsch' for 'shch').
 */

/** Cost of exchanging one letter for another by chance. */
const EXCHANGE = 1
/** Vowels are what transcribers disagree on most. */
const VOWEL_EXCHANGE = 0.35
const DIACRITIC = 0.03
const SWAP = 0.4
const DOUBLED = 0.1
const SILENT_H = 0.25
const SILENT_E = 0.3
const VOWEL_LOST = 0.6
const GLIDE_LOST = 0.5
const LETTER_LOST = 1.2
/** Added when the first letters are not spellings of one sound: the start of a name is what survives best. */
const START = 0.5

/** Letters known by number, so that costs stand in a table; the rest shares number 0. */
const numbers = new Map<number, number>()
const alphabet = `abcdefghijklmnopqrstuvwxyz0158${vowels}çčćĉċďđðğĝġģħĥķĺļľłñńņňŋŕŗřßśŝşšșţťțþžźż`
for (const letter of alphabet) if (!numbers.has(letter.charCodeAt(0))) numbers.set(letter.charCodeAt(0), numbers.size + 1)
const SIZE = numbers.size + 1

const LETTER_E = numberOf(101)

/** Cost of exchanging letter a for letter b, at a · SIZE + b. */
const single = new Float32Array(SIZE * SIZE).fill(EXCHANGE)
/** Cost of losing a letter. */
const lost = new Float32Array(SIZE).fill(LETTER_LOST)
/** Exchanges of more than one letter, by their last letters. */
const longer: (readonly Rule[] | undefined)[] = []

interface Rule {
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly cost: number
}

fillTables()

function fillTables(): void {
  const letters = [...numbers.entries()].map(([code, number]) => ({ letter: String.fromCharCode(code), number }))
  const base = (letter: string) => plain(letter)
  for (const a of letters) {
    if (vowels.includes(a.letter)) lost[a.number] = VOWEL_LOST
    for (const b of letters) {
      if (a === b) single[a.number * SIZE + b.number] = 0
      else if (base(a.letter) === base(b.letter)) single[a.number * SIZE + b.number] = DIACRITIC
      else if (vowels.includes(a.letter) && vowels.includes(b.letter)) single[a.number * SIZE + b.number] = VOWEL_EXCHANGE
    }
  }
  for (const letter of 'jw') lost[numberOf(letter.charCodeAt(0))] = GLIDE_LOST
  lost[numberOf(104)] = SILENT_H
  const rules = new Map<number, Rule[]>()
  for (const { from, to, cost } of exchanges()) {
    const rule = { from: codesOf(from), to: codesOf(to), cost }
    const last = rule.from.at(-1)! * SIZE + rule.to.at(-1)!
    if (from.length === 1 && to.length === 1) single[last] = Math.min(single[last]!, cost)
    else rules.set(last, [...(rules.get(last) ?? []), rule])
  }
  for (const [last, list] of rules) longer[last] = list
}

function numberOf(code: number): number {
  return numbers.get(code) ?? 0
}

/** Numbers of the letters of a squeezed name. */
export function codesOf(name: string): number[] {
  const codes: number[] = []
  for (let at = 0; at < name.length; at++) codes.push(numberOf(name.charCodeAt(at)))
  return codes
}

/** Room for the table of one comparison; grown when a longer name comes. */
let table = new Float32Array(1024)

/**
 * Cost of taking `a` for `b`; Infinity when it is above `limit`. 0 when they are equal, 1 for a letter exchanged, lost or added by chance.
 */
export function distance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (a === b) return 0
  const from = codesOf(a)
  const to = codesOf(b)
  const width = to.length + 1
  if ((from.length + 1) * width > table.length) table = new Float32Array((from.length + 1) * width * 2)
  const cost = table
  cost[0] = from[0] !== undefined && to[0] !== undefined && startsAlike(from, to) ? 0 : START
  for (let j = 1; j <= to.length; j++) cost[j] = cost[j - 1]! + lossOf(to, j - 1)
  for (let i = 1; i <= from.length; i++) {
    const row = i * width
    const above = row - width
    const letter = from[i - 1]!
    const loss = lossOf(from, i - 1)
    cost[row] = cost[above]! + loss
    let least = cost[row]!
    for (let j = 1; j <= to.length; j++) {
      const other = to[j - 1]!
      const pair = letter * SIZE + other
      // Letters outside the table are equal only when they are the same letter.
      const exchange = letter === 0 && other === 0 ? (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : EXCHANGE) : single[pair]!
      let best = cost[above + j - 1]! + exchange
      best = Math.min(best, cost[above + j]! + loss, cost[row + j - 1]! + lossOf(to, j - 1))
      if (i > 1 && j > 1 && letter === to[j - 2] && other === from[i - 2] && letter !== other) {
        best = Math.min(best, cost[above - width + j - 2]! + SWAP)
      }
      const rules = longer[pair]
      if (rules !== undefined) {
        for (const rule of rules) {
          if (endsWith(from, i, rule.from) && endsWith(to, j, rule.to)) {
            best = Math.min(best, cost[(i - rule.from.length) * width + j - rule.to.length]! + rule.cost)
          }
        }
      }
      cost[row + j] = best
      if (best < least) least = best
    }
    // Rules look back five rows at most; a row that is far beyond the limit ends it all the same.
    if (least > limit + 1) return Number.POSITIVE_INFINITY
  }
  const total = cost[from.length * width + to.length]!
  return total > limit ? Number.POSITIVE_INFINITY : total
}

function endsWith(codes: readonly number[], end: number, tail: readonly number[]): boolean {
  if (end < tail.length) return false
  for (let back = 2; back <= tail.length; back++) if (codes[end - back] !== tail[tail.length - back]) return false
  return true
}

/** Cost of losing the letter at `at`: little when it doubles the one before, or is an e that ends the name and is not heard. */
function lossOf(codes: readonly number[], at: number): number {
  const letter = codes[at]!
  if (at > 0 && codes[at - 1] === letter) return DOUBLED
  return at === codes.length - 1 && letter === LETTER_E ? SILENT_E : lost[letter]!
}

function startsAlike(from: readonly number[], to: readonly number[]): boolean {
  return single[from[0]! * SIZE + to[0]!]! < 0.5 || longerStart(from, to)
}

/** Whether the names start with two spellings of one sound of which one is longer. */
function longerStart(from: readonly number[], to: readonly number[]): boolean {
  for (let i = 1; i <= Math.min(3, from.length); i++) {
    for (let j = 1; j <= Math.min(3, to.length); j++) {
      const rules = longer[from[i - 1]! * SIZE + to[j - 1]!]
      if (rules?.some((rule) => rule.from.length === i && rule.to.length === j && endsWith(from, i, rule.from) && endsWith(to, j, rule.to)))
        return true
    }
  }
  return false
}

/** 0..1: how much of the longer name two squeezed names share; 0 when it is less than `floor`. */
export function similarity(a: string, b: string, floor = 0): number {
  const length = Math.max(a.length, b.length)
  if (length === 0) return 0
  const cost = distance(a, b, (1 - floor) * length)
  return cost === Number.POSITIVE_INFINITY ? 0 : Math.max(0, 1 - cost / length)
}
