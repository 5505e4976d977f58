/** models/lines.json: what `scripts/train-lines` learned. */
import { readFileSync } from 'node:fs'
import { type Forest, logitsOf, packForest } from '../html/forest.ts'
import { withContext } from './context.ts'
import { type Cues, kinds, type LineKind, readWording, type Wording } from './cues.ts'
import { featuresOf } from './features.ts'

export interface LineModel {
  readonly cues: Cues
  /** Looks at a line alone, and with what the first look made of the others. */
  readonly first: Forest
  readonly second: Forest
  /** Log-odds from which a line goes. */
  readonly threshold: number
}

/** Weights of cues are written as letters, a step apart, 'M' for none. */
const STEP = 0.25
const ZERO = 'M'.charCodeAt(0)
const REACH = 12

let model: LineModel | undefined

export function lineModel(): LineModel {
  model ??= unpack(JSON.parse(readFileSync(new URL('../../../../models/lines.json', import.meta.url), 'utf8')))
  return model
}

export function packWeights(weights: ArrayLike<number>): string {
  return Array.from(weights, (weight) => String.fromCharCode(ZERO + Math.max(-REACH, Math.min(REACH, Math.round(weight / STEP))))).join('')
}

export function unpackWeights(letters: string): Float32Array {
  return Float32Array.from(letters, (letter) => (letter.charCodeAt(0) - ZERO) * STEP)
}

function unpack(json: Omit<LineModel, 'cues'> & { cues: Record<string, string> }): LineModel {
  return { ...json, cues: new Map(Object.entries(json.cues).map(([feature, letters]) => [feature, unpackWeights(letters)])) }
}

export interface Weighed {
  readonly wordings: readonly Wording[]
  /** Log-odds that a line is none of the article's. */
  readonly logits: ArrayLike<number>
}

export function weighLines(lines: readonly string[], { cues, first, second }: LineModel): Weighed {
  const wordings = lines.map((line) => readWording(line, cues))
  if (lines.length === 0) return { wordings, logits: [] }
  const matrix = featuresOf(lines, wordings)
  return { wordings, logits: logitsOf(second, withContext(matrix, logitsOf(first, matrix))) }
}

/** The likeliest kind but 'body'. */
export function kindOf({ chances }: Wording): Exclude<LineKind, 'body'> {
  let best = 1
  for (let kind = 2; kind < kinds.length; kind += 1) if (chances[kind]! > chances[best]!) best = kind
  return kinds[best] as Exclude<LineKind, 'body'>
}

/** The model as it is written: a line a cue and a line a tree. */
export function packModel({ cues, first, second, threshold }: LineModel): string {
  const wording = [...cues].map(([feature, weights]) => `${JSON.stringify(feature)}: "${packWeights(weights)}"`)
  return `{"threshold": ${threshold},\n"first": ${packForest(first)},\n"second": ${packForest(second)},\n"cues": {\n${wording.join(',\n')}\n}}\n`
}
