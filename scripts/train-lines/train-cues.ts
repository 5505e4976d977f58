/**
 * What each word says for each kind of line: multinomial logistic regression by stochastic gradient descent (AdaGrad, Duchi et al. 2011), a
 * third of the words left out each time (Srivastava et al. 2014), so that lines in other words than these are known too.
 */
import {
  CONSTANT,
  type Cues,
  kinds,
  LENGTH,
  type LineKind,
  softmax,
  tokensOf,
  UNKNOWN,
  valuedFeatures,
  wordingOf,
} from '../../src/stages/clean/lines/cues.ts'
import { packWeights, unpackWeights } from '../../src/stages/clean/lines/model.ts'
import { randomFrom } from './texts.ts'

export interface Example {
  readonly text: string
  readonly kind: LineKind
  readonly weight: number
}

const EPOCHS = 12
const RATE = 0.15
const DROPOUT = 0.35
/** Share of the weights that an epoch leaves. */
const DECAY = 0.97

/** Features of lines that are none of an article; of an article's own only those that are frequent. */
function vocabulary(examples: readonly { readonly features: ReadonlySet<string>; readonly kind: LineKind }[]): Set<string> {
  const counts = new Map<string, number>()
  const around = new Set<string>()
  for (const { features, kind } of examples) {
    for (const feature of features) {
      counts.set(feature, (counts.get(feature) ?? 0) + 1)
      if (kind !== 'body') around.add(feature)
    }
  }
  return new Set([...counts].filter(([feature, count]) => count >= 2 && (around.has(feature) || count >= 25)).map(([feature]) => feature))
}

export function trainCues(examples: readonly Example[]): Cues {
  const known = vocabulary(examples.map(({ text, kind }) => ({ features: wordingOf(tokensOf(text)), kind })))
  const weights = new Map<string, Float32Array>()
  const squares = new Map<string, Float32Array>()
  for (const feature of [CONSTANT, UNKNOWN, LENGTH, ...known]) {
    weights.set(feature, new Float32Array(kinds.length))
    squares.set(feature, new Float32Array(kinds.length).fill(0.1))
  }
  const random = randomFrom(3)
  const samples = examples.map(({ text, kind, weight }) => {
    const tokens = tokensOf(text)
    const features = valuedFeatures(tokens, (feature) => known.has(feature)).map(([feature, value]) => ({
      value,
      isFixed: feature.startsWith('#'),
      own: weights.get(feature)!,
      square: squares.get(feature)!,
    }))
    return { features, kind: kinds.indexOf(kind), weight }
  })
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (let index = samples.length - 1; index > 0; index -= 1) {
      const other = Math.floor(random() * (index + 1))
      const sample = samples[index]!
      samples[index] = samples[other]!
      samples[other] = sample
    }
    for (const { features, kind, weight } of samples) {
      const dropped = random() < 0.5 ? DROPOUT : 0
      const seen = features.filter(({ isFixed }) => isFixed || random() >= dropped)
      const sums = new Float64Array(kinds.length)
      for (const { own, value } of seen) {
        for (let at = 0; at < sums.length; at += 1) sums[at]! += value * own[at]!
      }
      const chances = softmax(sums)
      chances[kind]! -= 1
      for (const { own, square, value } of seen) {
        for (let at = 0; at < chances.length; at += 1) {
          const gradient = weight * chances[at]! * value
          square[at]! += gradient * gradient
          own[at]! -= (RATE * gradient) / Math.sqrt(square[at]!)
        }
      }
    }
    for (const [feature, own] of weights) if (!feature.startsWith('#')) for (let at = 0; at < own.length; at += 1) own[at]! *= DECAY
  }
  // As they are written and read.
  return new Map(
    [...weights]
      .map(([feature, own]): [string, Float32Array] => [feature, unpackWeights(packWeights(own))])
      .filter(([feature, own]) => feature.startsWith('#') || own.some((weight) => weight !== 0)),
  )
}
