/** Whether a translation is that of the sentence beside. */
import type { Language } from '../../article.ts'
import { Memo } from '../../names/memo.ts'
import { romanize, sameScript } from '../../names/scripts/index.ts'
import { numbersIn } from './numbers.ts'
import { smallIn } from './small-numbers.ts'

/** A sentence before or after, and its translation, as far as there is one. */
export interface Neighbour {
  readonly source: string
  readonly target?: string | undefined
}

/** Letters of an alphabet that say what one character says: medians of 997 FLORES sentences beside English. */
const dense = [
  [/\p{Script=Han}/gu, 3.4],
  [/\p{Script=Hangul}/gu, 2.3],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 1.8],
  // No vowels.
  [/[\p{Script=Arabic}\p{Script=Hebrew}]/gu, 1.15],
] as const
const mayBeDense = /[\u0590-\u06ff\u1100-\uffff]/u

/** What a text says, in letters of an alphabet. */
export function weightOf(text: string): number {
  const { length } = text.trim()
  if (!mayBeDense.test(text)) return length
  return dense.reduce((sum, [script, letters]) => sum + (letters - 1) * (text.match(script)?.length ?? 0), length)
}

/** A translation so long that two sentences do not share it by chance, letters. */
const LONG = 24

/**
 * Evidence, as the logarithm of the odds that it is the neighbour's, from which on a translation is taken for that: of human references 0.1 to
 * 1.5 % have it, by pair of languages, of neighbours' translations 61 to 94 % (16 pairs, each by weights learned from the others).
 */
const ENOUGH = 2.2

export function isNeighbours(source: string, target: string, neighbours: readonly Neighbour[], from: Language, to: Language): boolean {
  const others = neighbours.filter((each) => foldSpace(each.source) !== foldSpace(source))
  if (target.length >= LONG && others.some((each) => each.target !== undefined && foldSpace(each.target) === foldSpace(target))) return true
  if (others.length === 0) return false
  const own = likeness(source, target, from, to)
  return others.some((each) => likeness(each.source, target, from, to) - own >= ENOUGH)
}

function foldSpace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/**
 * What two texts have in common if one translates the other, whatever their languages, and what each says of it (natural logarithm of odds, for one
 * unit). Learned by logistic regression, of a sentence and its own translation against the one beside: `bench/engines/neighbour.ts`.
 */
const weights = {
  length: 1.25,
  numbersShared: 1.23,
  numbersMissing: -1.17,
  numbersAdded: -1.23,
  grams: 16.67,
  latinWords: 0.65,
  namesHeard: 0.35,
  partOfNames: 0.7,
  questions: -1.82,
  exclamations: -2.48,
  quotes: -1.91,
  brackets: -2.18,
  colons: -1,
  semicolons: -1.05,
  percents: -1.39,
  commas: -0.47,
}

export type Likeness = Record<keyof typeof weights, number>

/** How much like its translation `target` is to `source`: only differences between two sources say something. */
function likeness(source: string, target: string, from: Language, to: Language): number {
  const found = likenessOf(source, target, from, to)
  let sum = 0
  for (const [name, weight] of Object.entries(weights)) sum += weight * found[name as keyof Likeness]
  return sum
}

/** Spread of the logarithm of lengths' ratio, FLORES, any language beside English; lengths are told by chance too, and do not decide alone. */
const SPREAD = 0.25
const MOST_OFF = 4

export function likenessOf(source: string, target: string, from: Language, to: Language): Likeness {
  const [before, after] = [saidBy(source, from), saidBy(target, to)]
  const isOneScript = sameScript(source, target)
  const marks = (mark: string): number => Number(before.marks.includes(mark) !== after.marks.includes(mark))
  const names = isOneScript ? [] : [...before.names, ...after.names]
  const heard = names.filter((name) => (before.names.includes(name) ? after : before).sound.includes(name)).length
  return {
    length: -Math.min(MOST_OFF, (Math.log(after.weight / before.weight) / SPREAD) ** 2 / 2),
    numbersShared: count(after.numbers.sure, (number) => before.numbers.possible.has(number)),
    numbersMissing: count(before.numbers.sure, (number) => !after.numbers.possible.has(number)),
    numbersAdded: count(after.numbers.sure, (number) => !before.numbers.possible.has(number)),
    grams: shared(before.grams, after.grams),
    latinWords: isOneScript
      ? 0
      : count(before.latin.size < after.latin.size ? before.latin : after.latin, (word) => before.latin.has(word) && after.latin.has(word)),
    namesHeard: heard,
    partOfNames: heard / Math.max(1, names.length),
    questions: marks('?'),
    exclamations: marks('!'),
    quotes: marks('"'),
    brackets: marks('('),
    colons: marks(':'),
    semicolons: marks(';'),
    percents: marks('%'),
    commas: Math.abs(before.commas - after.commas),
  }
}

interface Said {
  /** Letters of an alphabet that say as much. */
  readonly weight: number
  readonly numbers: { readonly sure: ReadonlySet<string>; readonly possible: ReadonlySet<string> }
  /** Four letters in a row of words, in Latin letters without diacritics; numbers whole. */
  readonly grams: ReadonlySet<string>
  readonly latin: ReadonlySet<string>
  /** The consonants of the text, by kind; and those of capitalized Latin words, the first four. */
  readonly sound: string
  readonly names: readonly string[]
  readonly marks: string
  readonly commas: number
}

/** Sentences remembered: each is asked for by itself, with its translation, and as the one before and after. */
const MOST_RECENT = 32
const recent = new Map<string, Said>()

function saidBy(text: string, language: Language): Said {
  const key = `${language}\n${text}`
  const known = recent.get(key) ?? read(text, language)
  // The oldest comes first.
  if (recent.size === MOST_RECENT) recent.delete(recent.keys().next().value!)
  recent.set(key, known)
  return known
}

function read(text: string, language: Language): Said {
  const small = smallIn(text, language)
  const others = numbersIn(text, language)
  const latin = plain(romanize(text))
  const marks = text
    .normalize('NFKC')
    .replace(/[“”„«»「」『』]/gu, '"')
    .replaceAll('؟', '?')
    .replace(/[、،]/gu, ',')
  return {
    weight: Math.max(1, weightOf(text)),
    numbers: {
      sure: new Set([...others, ...[...small.sure].map(String)]),
      possible: new Set([...others, ...[...small.possible].map(String)]),
    },
    grams: gramsOf(latin),
    latin: new Set(text.match(/\p{Script=Latin}{2,}/gu)?.map((word) => word.toLowerCase())),
    sound: soundOf(latin),
    names: [
      ...new Set(text.match(/(?<!\p{L})(?=\p{Lu})\p{Script=Latin}[\p{Script=Latin}\p{M}'’]+/gu)?.map((name) => soundOf(plain(name)))),
    ].flatMap((sound) => (sound.length >= 3 ? [sound.slice(0, 4)] : [])),
    marks,
    commas: marks.split(',').length,
  }
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Consonants that languages write for each other. */
const kinds = new Map(
  ['pb', 'fvw', 'td', 'kgcq', 'xszj', 'lr', 'm', 'n'].flatMap((kind) => [...kind].map((letter) => [letter, kind[0]!] as const)),
)

function soundOf(latin: string): string {
  let sound = ''
  for (const letter of latin) {
    const kind = kinds.get(letter)
    if (kind !== undefined && !sound.endsWith(kind)) sound += kind
  }
  return sound
}

function gramsOf(latin: string): Set<string> {
  const grams = new Set<string>()
  for (const word of latin.match(/[\p{L}\p{N}]+/gu) ?? []) for (const gram of gramsOfWord.of(word)) grams.add(gram)
  return grams
}

const gramsOfWord = new Memo((word: string): readonly string[] => {
  const grams = /^\p{N}+$/u.test(word) ? [word] : []
  for (let at = 0; at + 4 <= word.length; at += 1) grams.push(word.slice(at, at + 4))
  return grams
})

/** Part of the smaller set that both have, 0..1. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return count(a, (gram) => b.has(gram)) / Math.max(1, Math.min(a.size, b.size))
}

function count<T>(values: Iterable<T>, test: (value: T) => boolean): number {
  let sum = 0
  for (const value of values) if (test(value)) sum += 1
  return sum
}
