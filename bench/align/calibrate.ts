/**
 * Learns the calibrations of src/stages/align/weights.ts: logistic regression of whether a pair is right on what the model says, every set counting
 * alike (Newton's method). Prints them, and the calibration error of each set without them, with those of the documents of even and odd number
 * learned from each other, and with those learned from the other sets.
 *
 * SYNOPTIC_DATA=… npx jiti bench/align/calibrate.ts
 */
import { signsOf } from '../../src/stages/align/calibration.ts'
import { pathOf } from '../../src/stages/align/segments.ts'
import { SHAPES } from '../../src/stages/align/shapes.ts'
import { calibrationError, loadSets, settings } from './data.ts'

const ROUNDS = 8
/** In counts of pairs: how much is asked of evidence to leave what the model says as it is. */
const PRIOR = 1

interface Seen {
  readonly set: string
  readonly document: number
  readonly setting: string
  readonly signs: readonly number[]
  readonly isRight: boolean
  readonly said: number
}

const data = process.env.SYNOPTIC_DATA
if (data === undefined) throw new Error('SYNOPTIC_DATA must name the folder that holds align-dev/')
const seen: { translated: Seen[]; untranslated: Seen[] } = { translated: [], untranslated: [] }
for (const set of loadSets(data)) {
  for (const [number, document] of set.documents.entries()) {
    const gold = new Set(document.gold.map((pair) => JSON.stringify(pair)))
    for (const [setting, options] of Object.entries(settings(document))) {
      const { path, pairs } = pathOf(document.source, document.target, options)
      const signs = signsOf(pairs)
      const steps = path.filter(({ shape }) => Math.min(...SHAPES[shape]!) > 0)
      const kind = setting === 'none' && document.from !== document.to ? 'untranslated' : 'translated'
      for (const [at, { source, target, shape, probability }] of steps.entries()) {
        const lines = (from: number, count: number) => Array.from({ length: count }, (_, line) => from + line)
        const isRight = gold.has(JSON.stringify([lines(source, SHAPES[shape]![0]), lines(target, SHAPES[shape]![1])]))
        seen[kind].push({ set: set.name, document: number, setting, signs: signs[at]!, isRight, said: probability })
      }
    }
  }
}

for (const [kind, all] of Object.entries(seen)) {
  // What a translation shows needs no look at the document.
  const size = kind === 'translated' ? 2 : 5
  console.log(
    kind,
    learn(all, size).map((weight) => Number(weight.toFixed(2))),
  )
  const sets = [...new Set(all.map(({ set, setting }) => `${set}, translations: ${setting}`))]
  const titleOf = ({ set, setting }: Seen) => `${set}, translations: ${setting}`
  const halves = [0, 1].map((half) =>
    learn(
      all.filter(({ document }) => document % 2 !== half),
      size,
    ),
  )
  for (const title of sets) {
    const own = all.filter((one) => titleOf(one) === title)
    const others = learn(
      all.filter(({ set }) => set !== own[0]!.set),
      size,
    )
    const errorWith = (chanceOf: (one: Seen) => number) => calibrationError(own.map((one) => [chanceOf(one), one.isRight])).toFixed(3)
    const figures = [
      errorWith(({ said }) => said),
      errorWith((one) => chance(halves[one.document % 2]!, one)),
      errorWith((one) => chance(others, one)),
    ]
    console.log(title.padEnd(44), figures.join('  '))
  }
}

function chance(weights: readonly number[], { signs }: Seen): number {
  return 1 / (1 + Math.exp(-weights.reduce((sum, weight, at) => sum + weight * signs[at]!, 0)))
}

/** Weights of the first `size` signs. */
function learn(all: readonly Seen[], size: number): number[] {
  const counts = new Map<string, number>()
  for (const { set } of all) counts.set(set, (counts.get(set) ?? 0) + 1)
  const before = Array.from({ length: size }, (_, at): number => (at === 1 ? 1 : 0))
  let weights = before
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight, at) => PRIOR * (weight - before[at]!))
    const curvature = weights.map((_, row) => weights.map((_, column) => (row === column ? PRIOR : 0)))
    for (const one of all) {
      const share = all.length / counts.size / counts.get(one.set)!
      const said = chance(weights, one)
      for (let row = 0; row < size; row++) {
        gradient[row]! += share * (said - (one.isRight ? 1 : 0)) * one.signs[row]!
        for (let column = 0; column < size; column++)
          curvature[row]![column]! += share * said * (1 - said) * one.signs[row]! * one.signs[column]!
      }
    }
    const step = solve(curvature, gradient)
    weights = weights.map((weight, at) => weight - step[at]!)
  }
  return weights
}

/** Gauss and Jordan's elimination, for few unknowns and a matrix that is positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!])
  for (const [at, pivot] of rows.entries()) {
    for (const [other, row] of rows.entries()) {
      if (other === at) continue
      const factor = row[at]! / pivot[at]!
      for (let column = at; column < row.length; column++) row[column]! -= factor * pivot[column]!
    }
  }
  return rows.map((row, at) => row.at(-1)! / row[at]!)
}
