/**
 * Learns src/stages/align/weights.ts from the sets under SYNOPTIC_DATA: conditional log-likelihood of the gold paths, with an L2
 * prior (Sarawagi & Cohen 2004), climbed with Adam (Kingma & Ba 2015). Prints the weights. `--holdout` learns on half of the
 * documents and prints the strict F1 on the other half, for both halves; `--habits` learns what a document makes likely as a whole, with the
 * weights as they are. Of the sets named, or of all.
 *
 * SYNOPTIC_DATA=… npx jiti bench/align/train.ts [--holdout | --habits] [SET…]
 */

import { FEATURES } from '../../src/stages/align/evidence.ts'
import { signs } from '../../src/stages/align/habits.ts'
import { type AlignOptions, alignSegments } from '../../src/stages/align/index.ts'
import { SHAPES } from '../../src/stages/align/shapes.ts'
import { translated, untranslated } from '../../src/stages/align/weights.ts'
import { type AlignedDocument, type AlignedSet, loadSets, type Pair, score, settings } from './data.ts'
import { hardened, hardships } from './hard.ts'
import { type Lattice, lattice, posterior } from './lattice.ts'

const ROUNDS = 60
const RATE = 0.15
const PRIOR = 0.5
/**
 * A step that the gold does not have is e^-8 as likely beside it, not impossible: people slip, pairs cross, and the band may leave the gold aside.
 * Otherwise one such pair would take the whole document out.
 */
const SLIP = 8
/** Steps less likely than this count for nothing when habits are learned. */
const UNLIKELY = 1e-7
const SIZE = FEATURES.length

interface Example {
  readonly set: string
  readonly document: AlignedDocument
  readonly options: AlignOptions
  readonly half: number
  readonly translated: boolean
}

const data = process.env.SYNOPTIC_DATA
if (data === undefined) throw new Error('SYNOPTIC_DATA must name the folder that holds align-dev/')
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const sets = loadSets(data).filter(({ name }) => named.length === 0 || named.includes(name))
const examples = sets.flatMap((set) => [
  ...examplesOf(set, settings),
  // Of what is made hard every third document, with no translation or the first.
  ...hardships.flatMap((hardship) =>
    examplesOf(hardened(set, hardship), (document) => Object.fromEntries(Object.entries(settings(document)).slice(0, 2))).filter(
      (_, index) => index % 3 === 0,
    ),
  ),
])
const kinds: [string, Float64Array, Example[]][] = [
  ['translated', translated, examples.filter((example) => example.translated)],
  ['untranslated', untranslated, examples.filter((example) => !example.translated)],
]
for (const [name, weights, all] of kinds) {
  const lattices = all.map(({ document, options }) => lattice(document, options))
  if (process.argv.includes('--holdout')) {
    const results = new Map<string, [readonly Pair[], readonly Pair[]][]>()
    for (const half of [0, 1]) {
      weights.set(learn(lattices.filter((_, index) => all[index]!.half !== half)))
      for (const { set, document, options } of all.filter((example) => example.half === half)) {
        const found = alignSegments(document.source, document.target, options).map(({ source, target }): Pair => [source, target])
        results.set(set, [...(results.get(set) ?? []), [document.gold, found]])
      }
    }
    for (const [set, pairs] of results) console.log(set.padEnd(36), score(pairs, set.startsWith('deplain')).strict.f1.toFixed(3))
  } else if (process.argv.includes('--habits')) {
    const [alone, aloneAndJoined, joined] = learnHabits(lattices, all, weights)
    console.log(name, { alone, aloneAndJoined, joined })
  } else {
    const learned = learn(lattices)
    console.log(`export const ${name}: Float64Array = vector({`)
    for (const [index, feature] of FEATURES.entries()) console.log(`  '${feature}': ${learned[index]!.toFixed(2)},`)
    console.log('})')
  }
}

function examplesOf(set: AlignedSet, settingsOf: (document: AlignedDocument) => Record<string, AlignOptions>): Example[] {
  return set.documents
    .flatMap((document) => pieces(document, Math.ceil(document.source.length / 250)))
    .flatMap((document, index) =>
      Object.entries(settingsOf(document)).map(
        ([setting, options]): Example => ({
          set: `${set.name} ${setting}`,
          document,
          options,
          half: index % 2,
          translated: setting !== 'none' || document.from === document.to,
        }),
      ),
    )
}

/** Cuts a document where both sides may be cut, so that it can be learned from and tested on. */
function pieces(document: AlignedDocument, count: number): AlignedDocument[] {
  const cuts: [number, number][] = [[0, 0]]
  for (const [[i, ...moreSources], [j, ...moreTargets]] of document.gold) {
    if (i === undefined || j === undefined || moreSources.length + moreTargets.length > 0) continue
    const clean = document.gold.every(
      ([a, b]) => (a.every((x) => x < i) && b.every((y) => y < j)) || (a.every((x) => x >= i) && b.every((y) => y >= j)),
    )
    if (clean && i >= (cuts.length * document.source.length) / count) cuts.push([i, j])
  }
  return cuts.map(([fromSource, fromTarget], index) => {
    const [toSource, toTarget] = cuts[index + 1] ?? [document.source.length, document.target.length]
    const sources = (lines: readonly string[]) => lines.slice(fromSource, toSource)
    const targets = (lines: readonly string[]) => lines.slice(fromTarget, toTarget)
    return {
      ...document,
      source: sources(document.source),
      target: targets(document.target),
      pivots: document.pivots.map(sources),
      targetPivots: document.targetPivots.map(targets),
      gold: document.gold
        .filter(([a, b]) => (a.length > 0 ? a[0]! >= fromSource && a[0]! < toSource : b[0]! >= fromTarget && b[0]! < toTarget))
        .map(([a, b]): Pair => [a.map((x) => x - fromSource), b.map((y) => y - fromTarget)]),
    }
  })
}

function learn(lattices: readonly Lattice[]): Float64Array {
  return ascend(SIZE, (weights, round) => {
    const gradient = weights.map((weight) => -PRIOR * weight)
    let likelihood = 0
    for (const lattice of lattices) likelihood += climb(lattice, weights, gradient)
    if (round % 20 === 0) console.error(`round ${round}: log-likelihood ${likelihood.toFixed(1)}`)
    return gradient
  })
}

/**
 * What is added to the value of a line left alone, by the signs of the document, so that as many are as the gold has. Every document counts by the
 * square root of its length, and twice where nothing was done to it.
 */
function learnHabits(lattices: readonly Lattice[], all: readonly Example[], weights: Float64Array): Float64Array {
  const skip = FEATURES.indexOf('skip')
  const documents = lattices.map((lattice, at) => {
    const value = valuesOf(lattice, weights)
    const { share } = posterior(lattice, value)
    const expected = new Float64Array(SHAPES.length)
    for (const [step, part] of share.entries()) expected[lattice.shape[step]!]! += part
    const likely = [...share.keys()].filter((step) => share[step]! > UNLIKELY)
    const isAlone = (step: number) => lattice.features[step * SIZE + skip] === 1
    const { share: gold } = posterior(lattice, goldOf(lattice, value))
    const { alone, aloneAndJoined, joined } = signs(expected)
    return {
      steps: {
        cells: lattice.cells,
        from: Int32Array.from(likely, (step) => lattice.from[step]!),
        to: Int32Array.from(likely, (step) => lattice.to[step]!),
      },
      value: Float64Array.from(likely, (step) => value[step]!),
      alone: likely.map(isAlone),
      wanted: gold.reduce((sum, part, step) => (isAlone(step) ? sum + part : sum), 0),
      weight: (all[at]!.set.includes(',') ? 1 : 2) / Math.sqrt(share.reduce((sum, part) => sum + part, 0)),
      signs: [alone, aloneAndJoined, joined],
    }
  })
  return ascend(3, (habits) => {
    const gradient = habits.map((habit) => -PRIOR * habit)
    for (const { steps, value, alone, wanted, weight, signs } of documents) {
      const more = signs.reduce((sum, sign, at) => sum + sign * habits[at]!, 0)
      const { share } = posterior(
        steps,
        value.map((one, step) => (alone[step] ? one + more : one)),
      )
      const found = share.reduce((sum, part, step) => (alone[step] ? sum + part : sum), 0)
      for (const [at, sign] of signs.entries()) gradient[at]! += weight * (wanted - found) * sign
    }
    return gradient
  })
}

/** Climbs what has that gradient with Adam, from zero. */
function ascend(size: number, gradientAt: (weights: Float64Array, round: number) => Float64Array): Float64Array {
  const weights = new Float64Array(size)
  const mean = new Float64Array(size)
  const square = new Float64Array(size)
  for (let round = 1; round <= ROUNDS; round++) {
    const gradient = gradientAt(weights, round)
    const rate = round < 0.7 * ROUNDS ? RATE : RATE / 3
    for (let feature = 0; feature < size; feature++) {
      mean[feature] = 0.9 * mean[feature]! + 0.1 * gradient[feature]!
      square[feature] = 0.999 * square[feature]! + 0.001 * gradient[feature]! ** 2
      weights[feature]! += (rate * (mean[feature]! / (1 - 0.9 ** round))) / (Math.sqrt(square[feature]! / (1 - 0.999 ** round)) + 1e-8)
    }
  }
  return weights
}

/** Adds the example's gradient and gives its log-likelihood. */
function climb(lattice: Lattice, weights: Float64Array, gradient: Float64Array): number {
  const value = valuesOf(lattice, weights)
  const gold = posterior(lattice, goldOf(lattice, value))
  const all = posterior(lattice, value)
  for (let step = 0; step < value.length; step++) {
    const pull = gold.share[step]! - all.share[step]!
    if (Math.abs(pull) < 1e-9) continue
    for (let feature = 0; feature < SIZE; feature++) gradient[feature]! += pull * lattice.features[step * SIZE + feature]!
  }
  return gold.whole - all.whole
}

function valuesOf(lattice: Lattice, weights: Float64Array): Float64Array {
  return Float64Array.from(lattice.from, (_, step) => {
    let total = 0
    for (let feature = 0; feature < SIZE; feature++) total += weights[feature]! * lattice.features[step * SIZE + feature]!
    return total
  })
}

function goldOf(lattice: Lattice, value: Float64Array): Float64Array {
  return value.map((total, step) => (lattice.gold[step] ? total : total - SLIP))
}
