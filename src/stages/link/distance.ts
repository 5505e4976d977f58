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
/** A vowel letter in a script without short vowels may only say that there is one. */
const LONG_VOWEL_LOST = 0.2
const LETTER_LOST = 1.2
/** Vowels are not missed where the script leaves them out. */
const VOWEL_LEFT_OUT = 0.1
/** Added when the names do not start with spellings of one sound: the start of a name is what survives best. */
const START = 0.5
/** A first exchange that costs less is one of spellings. */
const ALIKE = 0.5

/** Letters and longer spellings of sounds, each by its number; 0 is any other letter. */
const numbers = new Map<string, number>()
const letters = [...new Set(`abcdefghijklmnopqrstuvwxyz0158${vowels}çčćĉċďđðĝğġģħĥķĺļľłñńņňŋŕŗřßśŝşšșţťțþžźżǧṗḃəȧĺḥǰ`)]
for (const spelling of [...letters, ...exchanges().flatMap(({ from, to }) => [from, to])]) {
  if (!numbers.has(spelling)) numbers.set(spelling, numbers.size + 1)
}
const SIZE = numbers.size + 1
const LONGEST = Math.max(...[...numbers.keys()].map((spelling) => spelling.length))
const LETTER_E = numbers.get('e')!
const LETTER_H = numbers.get('h')!

/** Cost of exchanging spelling a for spelling b, at a · SIZE + b; Infinity when they are none of one sound. */
const exchangeCost = new Float32Array(SIZE * SIZE).fill(Number.POSITIVE_INFINITY)
/** Cost of losing a letter. */
const lossCost = new Float32Array(SIZE).fill(LETTER_LOST)

fillTables()

function isVowel(letter: string): boolean {
  return vowels.includes(letter)
}

function fillTables(): void {
  const cost = (a: string, b: string): number => {
    if (a === b) return 0
    if (plain(a) === plain(b)) return DIACRITIC
    return isVowel(a) && isVowel(b) ? VOWEL_EXCHANGE : EXCHANGE
  }
  for (const a of letters) for (const b of letters) exchangeCost[numbers.get(a)! * SIZE + numbers.get(b)!] = cost(a, b)
  for (const number of [0, ...letters.map((letter) => numbers.get(letter)!)]) {
    exchangeCost[number] = EXCHANGE
    exchangeCost[number * SIZE] = EXCHANGE
  }
  for (const { from, to, cost } of exchanges()) {
    const at = numbers.get(from)! * SIZE + numbers.get(to)!
    exchangeCost[at] = Math.min(exchangeCost[at]!, cost)
  }
  const lose = (which: string, cost: number) => {
    for (const letter of which) lossCost[numbers.get(letter)!] = cost
  }
  lose(vowels, VOWEL_LOST)
  lose('jw', GLIDE_LOST)
  lose('h', SILENT_H)
  // Letters that romanize.ts writes for what may not have been there.
  lose('ŭŏĭħ', DOUBLED)
  lose('ĺ', VOWEL_LOST)
  lose('āīū', LONG_VOWEL_LOST)
}

/** Letters that are not heard in some languages; what was written down in another script after the sound of the name lacks them. */
const HEARD = { e: 0.25, h: 0.1, r: 0.3, last: 0.35 } as const

/** A name, taken apart for comparison. */
interface Spelt {
  /** Number of each letter. */
  readonly codes: Uint16Array
  /** What losing each letter costs. */
  readonly losses: Float32Array
  /** Numbers of the longer spellings that end with each letter. */
  readonly longer: readonly (readonly number[] | undefined)[]
  /** Numbers of the spellings it starts with. */
  readonly starts: readonly number[]
  /** The earliest letter that a spelling which ends after each letter reaches back to. */
  readonly reach: Uint16Array
  /** What losing each letter costs in a comparison with what was heard; made when first asked for. */
  unheard?: Float32Array
  /** Whether it comes from a script that leaves short vowels out; the same. */
  abjad?: boolean
}

/** Lengths of the spellings, by number. */
const lengths = Uint8Array.from([1, ...[...numbers.keys()].map((spelling) => spelling.length)])

const spelt = new Map<string, Spelt>()
/** Names kept taken apart; a text compares the same few again and again. */
const KEPT = 50_000

function spell(name: string): Spelt {
  let known = spelt.get(name)
  if (known !== undefined) return known
  const codes = new Uint16Array(name.length)
  const losses = new Float32Array(name.length)
  const longer: (number[] | undefined)[] = []
  const starts: number[] = []
  for (let at = 0; at < name.length; at++) {
    const letter = name.charAt(at)
    // Letters with marks that no rule names, such as those of Vietnamese, are compared as their bases.
    const code = numbers.get(letter) ?? numbers.get(plain(letter)) ?? 0
    codes[at] = code
    losses[at] = lossOf(code, at > 0 ? codes[at - 1] : undefined, at === name.length - 1)
    for (let length = 2; length <= Math.min(LONGEST, at + 1); length++) {
      const number = numbers.get(name.slice(at + 1 - length, at + 1))
      if (number === undefined) continue
      longer[at] ??= []
      longer[at]!.push(number)
      if (length === at + 1) starts.push(number)
    }
    if (at === 0) starts.push(code)
  }
  const reach = new Uint16Array(name.length + 1).fill(name.length)
  for (let at = name.length - 1; at >= 0; at--) {
    const longest = Math.max(2, ...(longer[at] ?? []).map((number) => lengths[number]!))
    reach[at] = Math.min(reach[at + 1]!, Math.max(0, at + 1 - longest))
  }
  known = { codes, losses, longer, starts, reach }
  if (spelt.size >= KEPT) spelt.clear()
  spelt.set(name, known)
  return known
}

/** Little when the letter doubles the one before, or is an e that ends the name and is not heard. */
function lossOf(code: number, before: number | undefined, last: boolean): number {
  if (code === before) return DOUBLED
  return last && code === LETTER_E ? SILENT_E : lossCost[code]!
}

function unheardOf(name: string, known: Spelt): Float32Array {
  known.unheard ??= known.losses.map((loss, at) => Math.min(loss, unheardLoss(name, at)))
  return known.unheard
}

function unheardLoss(name: string, at: number): number {
  const letter = name.charAt(at)
  if (at === 0) return LETTER_LOST
  if (at === name.length - 1 && /[dpstxz]/u.test(letter)) return HEARD.last
  if (letter === 'e') return HEARD.e
  if (letter === 'h') return HEARD.h
  if (letter === 'r' && !vowels.includes(name.charAt(at + 1) || 'r')) return HEARD.r
  return LETTER_LOST
}

function isAbjad(name: string): boolean {
  return /[āīū]/u.test(name) ? !/[aeiouy]/u.test(name) : name.length > 2 && !/[aeiouyəŭȧ]/u.test(plain(name))
}

/** Room for the table of one comparison; grown when longer names come. */
let table = new Float32Array(1024)
/** The lowest cost of each row. */
let lowest = new Float32Array(64)

/**
 * Cost of taking `a` for `b`; Infinity when it is above `limit`. 0 when they are equal, 1 for a letter exchanged by chance.
 * @param heard whether `a` writes down how `b` sounds, in another script
 */
export function distance(a: string, b: string, limit = Number.POSITIVE_INFINITY, heard = false): number {
  if (a === b) return 0
  const from = spell(a)
  const to = spell(b)
  const height = a.length
  const width = b.length + 1
  if ((height + 1) * width > table.length) table = new Float32Array((height + 1) * width * 2)
  if (height >= lowest.length) lowest = new Float32Array(height * 2)
  const cost = table
  const losses = heard ? unheardOf(b, to) : to.losses
  from.abjad ??= isAbjad(a)
  const gains = from.abjad ? losses.map((loss, at) => (isVowel(b.charAt(at)) ? Math.min(loss, VOWEL_LEFT_OUT) : loss)) : losses
  cost[0] = startsAlike(from, to) ? 0 : START
  for (let j = 1; j < width; j++) cost[j] = cost[j - 1]! + gains[j - 1]!
  lowest[0] = cost[0]!
  for (let i = 1; i <= height; i++) {
    const row = i * width
    const above = row - width
    const letter = from.codes[i - 1]!
    const loss = from.losses[i - 1]!
    const longerFrom = from.longer[i - 1]
    cost[row] = cost[above]! + loss
    let least = cost[row]!
    for (let j = 1; j < width; j++) {
      const other = to.codes[j - 1]!
      // Letters without a number are equal only when they are the same.
      const exchange = letter + other === 0 && a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : exchangeCost[letter * SIZE + other]!
      let best = cost[above + j - 1]! + exchange
      const lost = cost[above + j]! + loss
      if (lost < best) best = lost
      const gained = cost[row + j - 1]! + gains[j - 1]!
      if (gained < best) best = gained
      if (i > 1 && j > 1 && letter === to.codes[j - 2] && other === from.codes[i - 2] && letter !== other) {
        const swapped = cost[above - width + j - 2]! + SWAP
        if (swapped < best) best = swapped
      }
      const longerTo = to.longer[j - 1]
      if (longerFrom !== undefined) {
        for (const spelling of longerFrom) {
          const start = (i - lengths[spelling]!) * width + j
          const single = cost[start - 1]! + exchangeCost[spelling * SIZE + other]!
          if (single < best) best = single
          if (longerTo === undefined) continue
          for (const counterpart of longerTo) {
            const both = cost[start - lengths[counterpart]!]! + exchangeCost[spelling * SIZE + counterpart]!
            if (both < best) best = both
          }
        }
      }
      if (longerTo !== undefined) {
        for (const counterpart of longerTo) {
          const single = cost[above + j - lengths[counterpart]!]! + exchangeCost[letter * SIZE + counterpart]!
          if (single < best) best = single
        }
      }
      cost[row + j] = best
      if (best < least) least = best
    }
    lowest[i] = least
    // No later row comes back under the limit when all rows that it reaches back to are above.
    if (least > limit && i < height) {
      let first = i
      while (first > from.reach[i]! && lowest[first - 1]! > limit) first--
      if (first <= from.reach[i]!) return Number.POSITIVE_INFINITY
    }
  }
  const total = cost[height * width + width - 1]!
  return total > limit ? Number.POSITIVE_INFINITY : total
}

/** Whether the names start with two spellings of one sound, or one has a silent h before a vowel. */
function startsAlike(from: Spelt, to: Spelt): boolean {
  const a = from.codes[0] ?? 0
  const b = to.codes[0] ?? 0
  if ((a === LETTER_H && lossCost[b]! < LETTER_LOST) || (b === LETTER_H && lossCost[a]! < LETTER_LOST)) return true
  for (const spelling of from.starts) {
    for (const counterpart of to.starts) if (exchangeCost[spelling * SIZE + counterpart]! < ALIKE) return true
  }
  return false
}

/** 0..1: how much of the longer name two squeezed names share; 0 when it is less than `floor`. */
export function similarity(a: string, b: string, floor = 0, heard = false): number {
  const length = Math.max(a.length, b.length)
  if (length === 0) return 0
  const cost = distance(a, b, (1 - floor) * length, heard)
  return cost === Number.POSITIVE_INFINITY ? 0 : Math.max(0, 1 - cost / length)
}
