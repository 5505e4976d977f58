/**
 * What can be seen of a line of a copied page: its wording, its form, the lines around it, its place, and what it shares with the article.
 */
import { kinds, type Wording } from './cues.ts'

/** A row a line, `width` numbers each. */
export interface Matrix {
  readonly rows: Float32Array
  readonly width: number
}

/** A line on its own of which the words say that it is of the article, and the form that it is a sentence. */
const SURE_ODDS = -1.5
const SURE_SIZE = 60
/** What stands beyond the first and the last line. */
const OUTSIDE = 10

export function featuresOf(lines: readonly string[], wordings: readonly Wording[]): Matrix {
  const count = lines.length
  const sure = wordings.map(({ odds, shape }) => odds < SURE_ODDS && shape.closed && shape.size >= SURE_SIZE)
  const long = wordings.filter((_, index) => sure[index]).map(({ shape }) => shape.size)
  const middle = long.sort((a, b) => a - b)[long.length >> 1] ?? 0
  const total = wordings.reduce((sum, { shape }) => sum + shape.size, 0) || 1
  const inSure = wordings.reduce((sum, { shape }, index) => sum + (sure[index] ? shape.size : 0), 0) / total
  const suspects = wordings.filter(({ odds }) => odds > 1).length / (count || 1)
  const shared = sharedWords(wordings, sure)
  const repeats = new Map<string, number>()
  for (const line of lines) repeats.set(line, (repeats.get(line) ?? 0) + 1)
  const [first, last] = [sure.indexOf(true), sure.lastIndexOf(true)]
  const odds = wordings.map((wording) => wording.odds)
  const before = running(odds, OUTSIDE)
  const after = running(odds.toReversed(), OUTSIDE).toReversed()
  const oddsAt = (index: number) => wordings[index]?.odds ?? OUTSIDE
  const rowOf = (line: string, index: number) => {
    const wording = wordings[index]!
    return [
      ...wordingFeatures(wording),
      ...formFeatures(line, wording, middle),
      // Neighbours
      ...[-3, -2, -1, 1, 2, 3].map((step) => oddsAt(index + step)),
      ...[-2, -1, 1, 2].flatMap((step) => neighbour(wordings[index + step])),
      before[index]!.mean,
      before[index]!.least,
      before[index]!.greatest,
      after[index]!.mean,
      after[index]!.least,
      after[index]!.greatest,
      // Place
      index,
      count - 1 - index,
      index / count,
      first < 0 ? 0 : distance(index, first, last),
      nearest(sure, index, -1),
      nearest(sure, index, 1),
      // The whole
      count,
      middle,
      inSure,
      suspects,
      shared(index),
      repeats.get(line)!,
    ]
  }
  return matrixOf(count, (index) => rowOf(lines[index]!, index))
}

/** The rows of a matrix, one at a time. */
export function matrixOf(count: number, rowOf: (index: number) => ArrayLike<number>): Matrix {
  let rows = new Float32Array()
  let width = 0
  for (let index = 0; index < count; index += 1) {
    const row = rowOf(index)
    if (index === 0) {
      width = row.length
      rows = new Float32Array(width * count)
    }
    rows.set(row, index * width)
  }
  return { rows, width }
}

function wordingFeatures({ odds, chances }: Wording): number[] {
  return [odds, ...kinds.slice(1).map((_, index) => chances[index + 1]!)]
}

const marks: readonly RegExp[] = [
  /[|›»•·→▸>]|(?<=\s)[/–-](?=\s)/u,
  /https?:|www\.|@[\w.]{3}|\.(?:com|org|net)\b/u,
  /©|\(c\)/iu,
  /\p{Extended_Pictographic}/u,
  /[$€£¥₽]|zł/u,
  /^[([（【].*[)\]）】]$/u,
  /\b\d{1,2}[:.h]\d\d\b|\b(?:19|20)\d\d\b/u,
  /^[\p{L}\p{N}_. -]{2,24}[:：]/u,
  /^["'“„«»「『–—-]/u,
  /["”“»」』]/u,
  /^(?:\d{1,3}[.)]|[-•*▪●✓])\s/u,
  /\d+ ?(?:g|kg|ml|l|cm|km|%|°)/u,
  /_|\d{2}$|^[a-z]+\d+/u,
]

function formFeatures(line: string, { tokens, shape }: Wording, middle: number): number[] {
  const end = line.trimEnd().at(-1) ?? ''
  return [
    Math.log1p(shape.size),
    tokens.length,
    Number(shape.closed),
    '.。…'.includes(end) ? 1 : '?？'.includes(end) ? 2 : '!！'.includes(end) ? 3 : ':：'.includes(end) ? 4 : '*→»›>'.includes(end) ? 5 : 0,
    shape.ends,
    shape.commas,
    Number(shape.opensLow),
    shape.digits / (shape.length || 1),
    shape.capitals / (shape.words || 1),
    middle === 0 ? 0 : shape.size / middle,
    ...marks.map((mark) => Number(mark.test(line))),
  ]
}

function neighbour(wording: Wording | undefined): number[] {
  return wording === undefined ? [-1, -1] : [Math.log1p(wording.shape.size), Number(wording.shape.closed)]
}

/** Of the values before each: mean, least and greatest; `outside` where there are none. */
export function running(values: readonly number[], outside: number) {
  let [sum, least, greatest] = [0, outside, -outside]
  return values.map((value, index) => {
    const found = { mean: index === 0 ? outside : sum / index, least, greatest }
    sum += value
    least = Math.min(least, value)
    greatest = Math.max(greatest, value)
    return found
  })
}

/** Negative before the stretch, 0 in it, positive behind it. */
function distance(index: number, first: number, last: number): number {
  return index < first ? index - first : index > last ? index - last : 0
}

const FAR = 20

export function nearest(sure: readonly boolean[], index: number, step: 1 | -1): number {
  for (let far = 1; far < FAR; far += 1) if (sure[index + step * far]) return far
  return FAR
}

/** Letters from which a word says what a text is about. */
const TELLING = 5

/** A function that gives the share of a line's telling words that stand in other sure lines; −1 for a line without any. */
function sharedWords(wordings: readonly Wording[], sure: readonly boolean[]): (index: number) => number {
  const telling = wordings.map(({ tokens }) => new Set(tellingWords(tokens)))
  const where = new Map<string, number>()
  telling.forEach((words, index) => {
    if (sure[index]) for (const word of words) where.set(word, (where.get(word) ?? 0) + 1)
  })
  return (index) => {
    const words = telling[index]!
    if (words.size === 0) return -1
    let found = 0
    for (const word of words) if ((where.get(word) ?? 0) > Number(sure[index])) found += 1
    return found / words.size
  }
}

function tellingWords(tokens: readonly string[]): string[] {
  return tokens.flatMap((one, index) => {
    if (one.length >= TELLING) return [one.slice(0, TELLING)]
    const next = tokens[index + 1]
    return /[\u3000-\u9fff]/.test(one) && next !== undefined && /[\u3000-\u9fff]/.test(next) ? [one + next] : []
  })
}
