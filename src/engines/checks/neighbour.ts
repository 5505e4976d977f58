/** Whether a translation is that of the sentence beside. */
import type { Language } from '../../article.ts'
import { Memo } from '../../names/memo.ts'
import { numbersIn } from './numbers.ts'
import { smallIn } from './small-numbers.ts'

/** A sentence before or after, and its translation, as far as there is one. */
export interface Neighbour {
  readonly source: string
  readonly target?: string | undefined
}

/** Letters that say what one character of Chinese says: the median of 997 FLORES sentences into English lies between 3.1 and 3.25, by engine. */
const DENSE = 3.2
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu

/** What a text says, in letters of an alphabet. */
export function weightOf(text: string): number {
  return text.trim().length + (DENSE - 1) * (text.match(dense)?.length ?? 0)
}

/** A translation so long that two sentences do not share it by chance, letters. */
const LONG = 24

/** Evidence, in units of natural logarithms of chances, from which on a translation is taken for the neighbour's: of references from Chinese 0.6 % have it. */
const ENOUGH = 2.5

/** What it says that a number, or a word of the other's script, is in the neighbour and not in the sentence itself; and that one of theirs is missing. */
const SHARED = 3
const MISSING = 0.7

/** Spread of the logarithm of lengths' ratio, German or Chinese to English, FLORES. */
const SPREAD = 0.25

export function isNeighbours(source: string, target: string, neighbours: readonly Neighbour[], from: Language, to: Language): boolean {
  const others = neighbours.filter((each) => foldSpace(each.source) !== foldSpace(source))
  if (target.length >= LONG && others.some((each) => each.target !== undefined && foldSpace(each.target) === foldSpace(target))) return true
  // Two scripts have few grams in common: numbers, words left as they are, and lengths must do.
  return isOfOneScript(source, target)
    ? sharesMore(source, target, others)
    : others.some((each) => evidence(source, each.source, target, from, to) >= ENOUGH)
}

function foldSpace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

function isOfOneScript(a: string, b: string): boolean {
  const other = /[^\P{L}\p{Script=Latin}]/u
  return other.test(a) === other.test(b)
}

/** How much more likely it is that `target` translates `neighbour` than `source`. */
function evidence(source: string, neighbour: string, target: string, from: Language, to: Language): number {
  const [own, other, made] = [marksOf(source, from), marksOf(neighbour, from), marksOf(target, to)]
  let sum = 0
  for (const mark of made.sure) sum += SHARED * (Number(other.possible.has(mark)) - Number(own.possible.has(mark)))
  for (const mark of own.sure) if (!made.possible.has(mark)) sum += MISSING
  for (const mark of other.sure) if (!made.possible.has(mark)) sum -= MISSING
  const off = (text: string): number => (Math.log(weightOf(target) / Math.max(1, weightOf(text))) / SPREAD) ** 2 / 2
  // Lengths are told by chance too: they do not decide alone.
  return sum + Math.max(-4, Math.min(4, off(source) - off(neighbour)))
}

/** Numbers, and Latin words in a text of another script. */
function marksOf(text: string, language: Language): { readonly sure: ReadonlySet<string>; readonly possible: ReadonlySet<string> } {
  const small = smallIn(text, language)
  const others = [...numbersIn(text, language), ...(text.match(/\p{Script=Latin}{2,}/gu) ?? []).map((word) => word.toLowerCase())]
  return {
    sure: new Set([...others, ...[...small.sure].map(String)]),
    possible: new Set([...others, ...[...small.possible].map(String)]),
  }
}

/** A neighbour must have so much more in common with the translation than the sentence it stands beside: parts of the shorter one's grams. */
const MORE = 0.09

/** A translation with this much in common with its source is its own. */
const OWN = 0.06

/** Told by what two languages write alike, names and numbers above all. */
function sharesMore(source: string, target: string, neighbours: readonly Neighbour[]): boolean {
  const made = gramsOf(target)
  const own = shared(gramsOf(source), made)
  return own < OWN && neighbours.some((neighbour) => shared(gramsOf(neighbour.source), made) > own + MORE)
}

/** Part of the smaller set that both have, 0..1. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0
  for (const gram of a) if (b.has(gram)) both += 1
  return both / Math.max(1, Math.min(a.size, b.size))
}

/** Four letters in a row of words of four letters and more, without diacritics; numbers whole. */
function gramsOf(text: string): Set<string> {
  const grams = new Set<string>()
  for (const word of text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) for (const gram of gramsOfWord.of(word)) grams.add(gram)
  return grams
}

const gramsOfWord = new Memo((word: string): readonly string[] => {
  const letters = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const grams = /^\p{N}+$/u.test(letters) ? [letters] : []
  for (let at = 0; at + 4 <= letters.length; at += 1) grams.push(letters.slice(at, at + 4))
  return grams
})
