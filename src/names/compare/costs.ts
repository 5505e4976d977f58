import { exchanges, vowels } from './sounds.ts'
import { plain } from './spelling.ts'

/**
 * What it costs to take one spelling for another, in tables that are read millions of times a second: in hundredths of a letter exchanged by
 * chance, by the numbers of letters and of longer spellings of sounds.
 */

const EXCHANGE = 100
/** Vowels are what transcribers disagree on most. */
const VOWEL_EXCHANGE = 35
const DIACRITIC = 3
/** Two letters that changed places. */
export const SWAP = 40
/** Losing a letter that doubles the one before. */
export const DOUBLED = 10
/** Losing an e that ends the name. */
export const SILENT_E = 30
const SILENT_H = 25
const VOWEL_LOST = 60
const GLIDE_LOST = 50
/** A vowel letter in a script without short vowels may only say that there is one. */
const LONG_VOWEL_LOST = 20
export const LETTER_LOST = 120
/** More than any name costs. */
const NEVER = 30_000

/** Letters first, then longer spellings; 0 is any other letter. */
const numbers = new Map<string, number>()
const known = `abcdefghijklmnopqrstuvwxyz0158${vowels}çčćĉċďđðĝğġģħĥķĺļľłñńņňŋŕŗřßśŝşšșţťțþžźżǧṗḃəȧĺḥǰ`
for (const letter of known +
  exchanges()
    .map(({ from }) => from)
    .join(''))
  if (!numbers.has(letter)) numbers.set(letter, numbers.size + 1)
const letters = [...numbers.keys()]
for (const { from } of exchanges()) if (!numbers.has(from)) numbers.set(from, numbers.size + 1)

/** How many numbers there are, and how many of them are letters'. */
export const SIZE = numbers.size + 1
export const LETTERS = letters.length + 1
export const LETTER_E = numbers.get('e')!
export const LETTER_H = numbers.get('h')!
export const LETTER_R = numbers.get('r')!

/** Spellings of more than one letter, and their numbers. */
export const longerSpellings: ReadonlyMap<string, number> = new Map([...numbers].slice(letters.length))

/** Letters of each spelling. */
export const lengths = Uint8Array.from([1, ...[...numbers.keys()].map(({ length }) => length)])

/** Cost of exchanging spelling a for spelling b, at a · SIZE + b. */
export const exchangeCost = new Uint16Array(SIZE * SIZE).fill(NEVER)

/** By number, a bit for each letter that may be exchanged for it and has a price: 1 << (number % 32), so that some bits stand for several. */
export const letterPartners = new Uint32Array(SIZE)
/** The same of longer spellings. */
export const longerPartners = new Uint32Array(SIZE)

/** Cost of losing a letter. */
export const lossCost = new Uint8Array(LETTERS).fill(LETTER_LOST)

fillExchanges()
fillPartners()
fillLosses()

function fillExchanges(): void {
  const bases = letters.map(plain)
  const cost = (a: number, b: number) => {
    if (a === b) return 0
    if (bases[a] === bases[b]) return DIACRITIC
    return vowels.includes(letters[a]!) && vowels.includes(letters[b]!) ? VOWEL_EXCHANGE : EXCHANGE
  }
  for (let a = 0; a < letters.length; a++) for (let b = 0; b < letters.length; b++) exchangeCost[(a + 1) * SIZE + b + 1] = cost(a, b)
  for (let number = 0; number < LETTERS; number++) {
    exchangeCost[number] = EXCHANGE
    exchangeCost[number * SIZE] = EXCHANGE
  }
  for (const { from, to, cost } of exchanges()) {
    const at = numbers.get(from)! * SIZE + numbers.get(to)!
    exchangeCost[at] = Math.min(exchangeCost[at]!, Math.round(cost * 100))
  }
}

function fillPartners(): void {
  for (let a = 0; a < SIZE; a++) {
    for (let b = 0; b < SIZE; b++) {
      if (exchangeCost[a * SIZE + b]! === NEVER) continue
      const partners = b < LETTERS ? letterPartners : longerPartners
      partners[a]! |= 1 << (b & 31)
    }
  }
}

function fillLosses(): void {
  const lose = (which: string, cost: number) => {
    for (const letter of which) lossCost[numbers.get(letter)!] = cost
  }
  lose(vowels, VOWEL_LOST)
  lose('jw', GLIDE_LOST)
  lose('h', SILENT_H)
  // Letters that scripts/ writes for what may not have been there.
  lose('ŭŏĭħ', DOUBLED)
  lose('ĺ', VOWEL_LOST)
  lose('āīū', LONG_VOWEL_LOST)
}

const numberByUnit = new Map<number, number>()

/** The number of the letter with that UTF-16 code unit. One with marks that no rule names, such as those of Vietnamese, has that of its base. */
export function letterNumber(unit: number): number {
  let number = numberByUnit.get(unit)
  if (number === undefined) {
    const letter = String.fromCharCode(unit)
    number = numbers.get(letter) ?? numbers.get(plain(letter)) ?? 0
    if (number >= LETTERS) number = 0
    numberByUnit.set(unit, number)
  }
  return number
}

/** What is asked of a letter: bits of `traits`. */
export const VOWEL = 1
/** One of a, e, i, o, u, y as it is. */
export const PLAIN_VOWEL = 2
/** One of these, with marks or without. */
export const MARKED_VOWEL = 4
/** A vowel letter of a script that leaves short vowels out. */
export const LONG_VOWEL = 8
/** Not heard where it ends a French name. */
export const SILENT_LAST = 16

/** By a letter's number. */
export const traits = Uint8Array.from(['', ...letters], (letter) => {
  const trait = (bit: number, has: boolean) => (has ? bit : 0)
  return (
    trait(VOWEL, letter !== '' && vowels.includes(letter)) |
    trait(PLAIN_VOWEL, /[aeiouy]/u.test(letter)) |
    trait(MARKED_VOWEL, /[aeiouy]/u.test(plain(letter))) |
    trait(LONG_VOWEL, /[āīū]/u.test(letter)) |
    trait(SILENT_LAST, /[dpstxz]/u.test(letter))
  )
})
