import {
  exchangeCost,
  LETTER_H,
  LETTER_LOST,
  lengths,
  letterPartners,
  longerPartners,
  lossCost,
  SIZE,
  SWAP,
  traits,
  VOWEL,
} from './costs.ts'
import { heardDistance } from './heard.ts'
import { SpeltName, unheardLoss } from './spelt-name.ts'

/** Added when the names do not start with spellings of one sound: the start of a name is what survives best. */
const START = 50
/** A first exchange that costs less is one of spellings. */
const ALIKE = 50
/** Vowels are not missed where the script leaves them out. */
const VOWEL_LEFT_OUT = 10

const from = new SpeltName()
const to = new SpeltName()
/** What each letter of `to` costs when `from` lacks it. */
let gains = new Uint8Array(64)
/** Room for the table of one comparison, a row a letter of `from`; like the others it grows when longer names come. */
let table = new Int32Array(1024)

/**
 * Cost of taking `a` for `b`: weighted Damerau–Levenshtein distance of two squeezed names (Damerau 1964, optimal string alignment), in which
 * one spelling of a sound may be exchanged for another at a small cost, whatever their lengths ('schtsch' for 'shch'). 0 when they are equal,
 * 1 for a letter exchanged by chance; Infinity when it is above `limit`.
 * @param heard whether `a` writes down how `b` sounds, in another script
 */
export function distance(a: string, b: string, limit = Number.POSITIVE_INFINITY, heard = false): number {
  if (a === b) return 0
  from.take(a)
  to.take(b)
  const height = a.length
  const width = b.length + 1
  if ((height + 1) * width > table.length) table = new Int32Array((height + 1) * width * 2)
  const most = Math.ceil(limit * 100)
  table[0] = startAlike() ? 0 : START
  // It only grows from there.
  if (table[0] > most) return Number.POSITIVE_INFINITY
  fillGains(b.length, heard)
  for (let j = 1; j < width; j++) table[j] = table[j - 1]! + gains[j - 1]!
  let above = 0
  for (let i = 1; i <= height; i++) {
    above = fillRow(i, width) > most ? above + 1 : 0
    // No later row comes back under the limit when all rows that a spelling reaches back to are above.
    if (above >= from.longest) return Number.POSITIVE_INFINITY
  }
  const cost = table[height * width + width - 1]! / 100
  return cost > limit ? Number.POSITIVE_INFINITY : cost
}

/** Costs of taking the first `i` letters of `from` for each beginning of `to`, from the rows above. @returns the lowest */
function fillRow(i: number, width: number): number {
  const cost = table
  const row = i * width
  const above = row - width
  const codes = to.codes
  const letter = from.codes[i - 1]!
  const before = i > 1 ? from.codes[i - 2]! : letter
  const loss = from.losses[i - 1]!
  const exchanges = letter * SIZE
  cost[row] = cost[above]! + loss
  for (let j = 1; j < width; j++) {
    const other = codes[j - 1]!
    let best = cost[above + j - 1]! + exchangeCost[exchanges + other]!
    const lost = cost[above + j]! + loss
    if (lost < best) best = lost
    if (other === before && letter !== other && j > 1 && codes[j - 2] === letter) {
      const swapped = cost[above - width + j - 2]! + SWAP
      if (swapped < best) best = swapped
    }
    cost[row + j] = best
  }
  if (letter === 0) matchOthers(i, width)
  const { letterBits, longerBits } = to
  if ((longerPartners[letter]! & longerBits) !== 0) exchangeLonger(above, letter, row)
  for (let at = from.longerWithin[i - 1]!; at < from.longerWithin[i]!; at++) {
    const spelling = from.longer[at]!
    const start = (i - lengths[spelling]!) * width
    if ((letterPartners[spelling]! & letterBits) !== 0) {
      for (let j = 1; j < width; j++) {
        const exchanged = cost[start + j - 1]! + exchangeCost[spelling * SIZE + codes[j - 1]!]!
        if (exchanged < cost[row + j]!) cost[row + j] = exchanged
      }
    }
    if ((longerPartners[spelling]! & longerBits) !== 0) exchangeLonger(start, spelling, row)
  }
  let least = cost[row]!
  for (let j = 1; j < width; j++) {
    const gained = cost[row + j - 1]! + gains[j - 1]!
    if (gained < cost[row + j]!) cost[row + j] = gained
    if (cost[row + j]! < least) least = cost[row + j]!
  }
  return least
}

/** Takes `spelling`, before which row `start` ends, for each of the longer spellings of `to`. */
function exchangeLonger(start: number, spelling: number, row: number): void {
  const count = to.longerWithin[to.text.length]!
  for (let at = 0; at < count; at++) {
    const counterpart = to.longer[at]!
    const end = to.ends[at]!
    const exchanged = table[start + end - lengths[counterpart]!]! + exchangeCost[spelling * SIZE + counterpart]!
    if (exchanged < table[row + end]!) table[row + end] = exchanged
  }
}

/** Letters without a number are equal only when they are the same. */
function matchOthers(i: number, width: number): void {
  const row = i * width
  for (let j = 1; j < width; j++) {
    if (from.text.charCodeAt(i - 1) !== to.text.charCodeAt(j - 1)) continue
    table[row + j] = Math.min(table[row + j]!, table[row - width + j - 1]!)
  }
}

function fillGains(length: number, heard: boolean): void {
  if (length > gains.length) gains = new Uint8Array(length * 2)
  for (let at = 0; at < length; at++) {
    const loss = heard ? unheardLoss(to, at) : to.losses[at]!
    gains[at] = from.isAbjad && loss > VOWEL_LEFT_OUT && (traits[to.codes[at]!]! & VOWEL) !== 0 ? VOWEL_LEFT_OUT : loss
  }
}

/** Whether the names start with two spellings of one sound, or one has a silent h before a vowel. */
function startAlike(): boolean {
  if (from.text === '' || to.text === '') return false
  const a = from.codes[0]!
  const b = to.codes[0]!
  if ((a === LETTER_H && lossCost[b]! < LETTER_LOST) || (b === LETTER_H && lossCost[a]! < LETTER_LOST)) return true
  for (let at = 0; at < from.startCount; at++) {
    const row = from.starts[at]! * SIZE
    for (let other = 0; other < to.startCount; other++) if (exchangeCost[row + to.starts[other]!]! < ALIKE) return true
  }
  return false
}

/**
 * 0..1: how much of the longer name two squeezed names share; 0 when it is less than `floor`.
 * @param heard `ownLetters` of `a` when it is written in another script than `b`, which is Latin; else empty
 */
export function similarity(a: string, b: string, floor = 0, heard = ''): number {
  const length = Math.max(a.length, b.length)
  if (length === 0) return 0
  const most = (1 - floor) * length
  const cost = heard === '' ? distance(a, b, most) : distanceAcross(a, b, most, heard)
  return cost === Number.POSITIVE_INFINITY ? 0 : Math.max(0, 1 - cost / length)
}

/**
 * The other script's own letters by learned costs, or its romanization by those of sounds, whichever is cheaper: what one of them does not know is
 * no reason to refuse a name.
 */
function distanceAcross(a: string, b: string, limit: number, heard: string): number {
  if (a === b) return 0
  const sounds = distance(a, b, limit, true)
  if (sounds === 0) return 0
  return Math.min(sounds, heardDistance(heard, b, Math.min(limit, sounds)) ?? sounds)
}
