/**
 * What the words of a line say: how much each speaks for a kind of line, learned from lines of twelve languages. A word says the same in every
 * language that has it, and hardly any is in two.
 */
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
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u

/** Lower case, numbers as 0, an ideograph a token. */
export function tokensOf(line: string): readonly string[] {
  const found = line.slice(0, LONGEST).toLowerCase().replaceAll('’', "'").match(token) ?? []
  return found.map((one) => (/^\p{N}/u.test(one) ? '0' : one))
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
  tokens.forEach((one, index) => {
    features.add(one)
    if (one.length > STEM) features.add(`${one.slice(0, STEM)}*`)
    const next = tokens[index + 1]
    if (next === undefined) return
    features.add(`${one} ${next}`)
    const third = tokens[index + 2]
    if (third !== undefined && ideograph.test(one) && ideograph.test(next) && ideograph.test(third)) features.add(`${one} ${next} ${third}`)
  })
  if (tokens.length === 0) return features
  features.add(`^${tokens[0]}`)
  features.add(`${tokens.at(-1)}$`)
  const words = tokens.filter((one) => /[\p{L}\p{N}]/u.test(one))
  if (words.length <= WHOLE) features.add(`=${words.join(' ')}`)
  return features
}

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
  const add = (feature: string, value: number): void => {
    const weights = cues.get(feature)
    if (weights === undefined) return
    for (let kind = 0; kind < sums.length; kind += 1) sums[kind]! += value * weights[kind]!
  }
  add(CONSTANT, 1)
  add(UNKNOWN, Math.log1p(tokens.filter((one) => !cues.has(one)).length))
  add(LENGTH, Math.log1p(tokens.length))
  for (const feature of wordingOf(tokens)) add(feature, 1)
  return sums
}

export function softmax(sums: Float64Array): Float64Array {
  const most = Math.max(...sums)
  const chances = sums.map((sum) => Math.exp(sum - most))
  const total = chances.reduce((a, b) => a + b, 0)
  return chances.map((chance) => chance / total)
}
