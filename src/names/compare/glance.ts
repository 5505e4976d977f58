import { scriptOf } from '../scripts/index.ts'
import { type LearnedCosts, learnedCosts } from './learned.ts'
import { lettersOf, plain } from './spelling.ts'

/** In hundredths of a letter: a letter of the source that stands for nothing. */
const LOST = 50
/** By so much a Latin unit may be less likely than the likeliest; 20 to 40 change recall by less than .01. */
const LIKELY = 25
/** A Latin letter that no unit of the source stands for, and a vowel, which is often not written. */
const UNEXPLAINED = 50
const VOWEL_UNEXPLAINED = 20
/** What is passed over on the way to the next letter. */
const PASSED = 50
const VOWEL_PASSED = 12
/** Names that start differently. */
const START = 60
/** How far ahead the next letter is looked for. */
const REACH = 3

const VOWELS = lettersOf('aeiouy')
const LETTERS = 26

/** Which of a to z each letter below U+0250 is written as without marks; LETTERS when it is none. */
const baseLetter = Uint8Array.from({ length: 0x250 }, (_, unit) => {
  const letter = plain(String.fromCharCode(unit).toLowerCase()).charCodeAt(0) - 97
  return letter >= 0 && letter < LETTERS ? letter : LETTERS
})

/**
 * A name in another script, looked at in passing: which Latin letters each of its letters may stand for. What it costs to find those in a Latin
 * name one after the other takes little beside comparing them, and says which names of some hundred are worth it.
 */
export class Glance {
  /** By letter of the source: the Latin letters that what starts there may start with, a bit each, and what it costs to find none. */
  readonly #wanted: Uint32Array
  readonly #losses: Uint8Array
  /** What each Latin letter costs that has to be explained. */
  readonly #unexplained = new Uint8Array(LETTERS + 1).fill(UNEXPLAINED)

  private constructor(costs: LearnedCosts, heard: string) {
    this.#wanted = new Uint32Array(heard.length)
    this.#losses = new Uint8Array(heard.length).fill(LOST)
    const text = `^${heard}$`
    for (let at = 0; at < text.length; at++) {
      for (let length = 1; length <= 3 && at + length <= text.length; length++) this.#take(costs, text.slice(at, at + length), at - 1)
    }
    for (let letter = 0; letter < LETTERS; letter++) {
      if ((VOWELS & (1 << letter)) !== 0) this.#unexplained[letter] = Math.min(this.#unexplained[letter]!, VOWEL_UNEXPLAINED)
    }
  }

  /** Undefined when nothing was learned of the script. @param heard from `ownLetters` */
  static at(heard: string): Glance | undefined {
    const costs = learnedCosts(scriptOf(heard)?.name ?? '')
    return costs === undefined ? undefined : new Glance(costs, heard)
  }

  /** What the rows of a unit say that stands at letter `at` of the source. */
  #take(costs: LearnedCosts, unit: string, at: number): void {
    const number = costs.source(unit)
    let best = Number.POSITIVE_INFINITY
    for (let row = costs.from[number]!; row < costs.from[number + 1]!; row++) best = Math.min(best, costs.joint[row]!)
    for (let row = costs.from[number]!; row < costs.from[number + 1]!; row++) {
      const latin = costs.units[row]!
      const cost = costs.costs[row]!
      for (let letter = 0; letter < latin.length; letter++) {
        const code = latin.charCodeAt(letter) - 97
        if (cost < this.#unexplained[code]!) this.#unexplained[code] = cost
      }
      // A unit with the start of the name starts with the first letter.
      const start = Math.max(0, at)
      if (costs.joint[row]! > best + LIKELY || start >= this.#wanted.length) continue
      if (latin !== '') this.#wanted[start]! |= lettersOf(latin.charAt(0))
      else if (unit.length === 1 && at === start && cost < this.#losses[at]!) this.#losses[at] = cost
    }
  }

  /**
   * What it costs, in hundredths of a letter, to find the letters in the name units[start, end), squeezed.
   * @param letters `lettersOf` the name
   */
  cost(units: Uint16Array, start: number, end: number, letters: number): number {
    let cost = (this.#wanted[0]! & bitOf(units[start]!)) === 0 ? START : 0
    for (let left = letters & ((1 << LETTERS) - 1); left !== 0; left &= left - 1) cost += this.#unexplained[31 - Math.clz32(left & -left)]!
    let at = start
    for (let letter = 0; letter < this.#wanted.length; letter++) {
      const wanted = this.#wanted[letter]!
      const reach = Math.min(end, at + REACH)
      let to = at
      while (to < reach && (wanted & bitOf(units[to]!)) === 0) to++
      if (to === reach) {
        cost += this.#losses[letter]!
        continue
      }
      for (; at < to; at++) cost += this.#passed(units[at]!)
      at++
    }
    for (; at < end; at++) cost += this.#passed(units[at]!)
    return cost
  }

  #passed(unit: number): number {
    const letter = letterOf(unit)
    return (VOWELS & (1 << letter)) !== 0 ? VOWEL_PASSED : Math.min(PASSED, this.#unexplained[letter]!)
  }
}

function letterOf(unit: number): number {
  return unit < baseLetter.length ? baseLetter[unit]! : LETTERS
}

function bitOf(unit: number): number {
  return 1 << letterOf(unit)
}
