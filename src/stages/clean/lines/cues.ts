/**
 * What the words of a line say: how much each speaks for a kind of line, learned from lines of twelve languages. A word says the same in every
 * language that has it, and hardly any is in two.
 */
import { once } from '../../../names/memo.ts'
import { shapeOf, type TextShape } from '../html/shape.ts'

/** The kinds of lines; all but the first stand around articles. */
export const kinds = [
  'body',
  'interface',
  'related',
  'comments',
  'share',
  'cookies',
  'legal',
  'donation',
  'agency',
  'caption',
  'newsletter',
  'paywall',
] as const
export type LineKind = (typeof kinds)[number]

/** What a feature of the wording says for each of `kinds`, as log-odds. */
export type Cues = ReadonlyMap<string, Float32Array>

/** Features that every line has, with a value. */
export const CONSTANT = '#one'
export const UNKNOWN = '#unknown'
export const LENGTH = '#length'

const token =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\p{N}+(?:[.,:]\p{N}+)*|[^\s\p{L}\p{N}\p{M}]/gu
const number = /^\p{N}/u
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u

/** Lower case, numbers as 0, an ideograph a token. */
export function tokensOf(line: string): readonly string[] {
  const found = line.slice(0, LONGEST).toLowerCase().replaceAll('’', "'").match(token) ?? []
  return found.map((one) => (number.test(one) ? '0' : one))
}

/** UTF-16 code units of a line that are read; a longer line is a paragraph. */
const LONGEST = 400
/** Tokens of a line that is known as a whole. */
const WHOLE = 6
/** Letters of a word that stand for all its forms. */
const STEM = 5

/** Words, stems, pairs, what opens and what closes the line, and the line itself. */
export function wordingOf(tokens: readonly string[]): ReadonlySet<string> {
  const features = new Set<string>()
  readWordingOf(
    tokens,
    (one) => features.add(one),
    (one, next) => features.add(`${one} ${next}`),
  )
  return features
}

/** Hands over the features of a line, some more than once. @param pair of two words; they are most of the features, and hardly any is known */
function readWordingOf(tokens: readonly string[], add: (feature: string) => void, pair: (one: string, next: string) => void): void {
  for (const [index, one] of tokens.entries()) {
    add(one)
    if (one.length > STEM) add(`${one.slice(0, STEM)}*`)
    const next = tokens[index + 1]
    if (next === undefined) continue
    pair(one, next)
    const third = tokens[index + 2]
    if (third !== undefined && one >= FIRST_IDEOGRAPH && ideograph.test(one) && ideograph.test(next) && ideograph.test(third))
      add(`${one} ${next} ${third}`)
  }
  if (tokens.length === 0) return
  add(`^${tokens[0]}`)
  add(`${tokens.at(-1)}$`)
  const words = wordsOf(tokens, WHOLE + 1)
  if (words.length <= WHOLE) add(`=${words.join(' ')}`)
}

/** The first tokens with a letter or a digit. */
function wordsOf(tokens: readonly string[], most: number): readonly string[] {
  const words: string[] = []
  for (const one of tokens) {
    if (words.length === most) break
    if (/[\p{L}\p{N}]/u.test(one)) words.push(one)
  }
  return words
}

/** No ideograph and no kana comes before it (U+2E80). */
const FIRST_IDEOGRAPH = '⺀'

export interface Wording {
  readonly tokens: readonly string[]
  readonly shape: TextShape
  /** The chance of each of `kinds`. */
  readonly chances: Float64Array
  /** Log-odds that the line is none of the article's, −8..8. */
  readonly odds: number
}

const LIMIT = 8
/** What is surely of the article. */
const certain = Float64Array.from(kinds, (kind) => Number(kind === 'body'))

export function readWording(line: string, cues: Cues): Wording {
  const tokens = tokensOf(line)
  const isParagraph = line.length > LONGEST
  const chances = isParagraph ? certain : softmax(sumCues(tokens, cues))
  const body = chances[0]!
  const odds = Math.max(-LIMIT, Math.min(LIMIT, Math.log((1 - body + 1e-9) / (body + 1e-9))))
  return { tokens, shape: shapeOf(line), chances, odds: isParagraph ? -LIMIT : odds }
}

/** The features of a line and their values. */
export function valuedFeatures(tokens: readonly string[], isKnown: (feature: string) => boolean): [string, number][] {
  const wording = [...wordingOf(tokens)]
  const unknown = tokens.filter((one) => !isKnown(one)).length
  return [
    [CONSTANT, 1],
    [UNKNOWN, Math.log1p(unknown)],
    [LENGTH, Math.log1p(tokens.length)],
    ...wording.filter(isKnown).map((feature): [string, number] => [feature, 1]),
  ]
}

function sumCues(tokens: readonly string[], cues: Cues): Float64Array {
  const sums = new Float64Array(kinds.length)
  const add = (weights: Float32Array | undefined, value: number): void => {
    if (weights === undefined) return
    for (let kind = 0; kind < sums.length; kind += 1) sums[kind]! += value * weights[kind]!
  }
  let unknown = 0
  for (const one of tokens) if (!cues.has(one)) unknown += 1
  add(cues.get(CONSTANT), 1)
  add(cues.get(UNKNOWN), Math.log1p(unknown))
  add(cues.get(LENGTH), Math.log1p(tokens.length))
  // Few features are known: each of them counts once.
  const counted = new Set<Float32Array>()
  const addOnce = (weights: Float32Array | undefined): void => {
    if (weights === undefined || counted.size === counted.add(weights).size) return
    add(weights, 1)
  }
  const pairs = pairsIn(cues)
  readWordingOf(
    tokens,
    (feature) => addOnce(cues.get(feature)),
    (one, next) => addOnce(pairs.get(one)?.get(next)),
  )
  return sums
}

/** The cues of two words, by the first: most words begin none. */
const pairsIn = once((cues: Cues): ReadonlyMap<string, ReadonlyMap<string, Float32Array>> => {
  const pairs = new Map<string, Map<string, Float32Array>>()
  for (const [feature, weights] of cues) {
    const [one, next, ...more] = feature.split(' ') as [string, string?]
    if (next === undefined || more.length > 0) continue
    const known = pairs.get(one)
    if (known === undefined) pairs.set(one, new Map([[next, weights]]))
    else known.set(next, weights)
  }
  return pairs
})

export function softmax(sums: Float64Array): Float64Array {
  const most = Math.max(...sums)
  const chances = sums.map((sum) => Math.exp(sum - most))
  const total = chances.reduce((a, b) => a + b, 0)
  return chances.map((chance) => chance / total)
}
