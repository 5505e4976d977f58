/**
 * Learns src/stages/align/weights.ts from the sets under SYNOPTIC_DATA: conditional log-likelihood of the gold paths, with an L2
 * prior (Sarawagi & Cohen 2004), climbed with Adam (Kingma & Ba 2015). Prints the weights. `--holdout` learns on half of the
 * documents and prints the strict F1 on the other half, for both halves.
 *
 * SYNOPTIC_DATA=… npx jiti bench/align-train.ts [--holdout]
 */

import { cellAt } from '../src/stages/align/band.ts'
import { FEATURES } from '../src/stages/align/evidence.ts'
import { type AlignOptions, alignSegments } from '../src/stages/align/index.ts'
import { look } from '../src/stages/align/segments.ts'
import { SHAPES, shapeOf } from '../src/stages/align/shapes.ts'
import { translated, untranslated } from '../src/stages/align/weights.ts'
import { type AlignedDocument, loadSets, type Pair, score, settings } from './align-data.ts'

const ROUNDS = 60
const RATE = 0.15
const PRIOR = 0.5
/** Cells farther than this from the gold path teach nothing. */
const NEAR = 10
const SIZE = FEATURES.length

/** A step from one cell to another, its features, and whether the gold allows it. */
interface Lattice {
  readonly cells: number
  readonly from: Int32Array
  readonly to: Int32Array
  readonly features: Float32Array
  readonly gold: Uint8Array
}

interface Example {
  readonly set: string
  readonly document: AlignedDocument
  readonly options: AlignOptions
  readonly half: number
  readonly translated: boolean
  readonly pairsOnly: boolean
}

const data = process.env.SYNOPTIC_DATA
if (data === undefined) throw new Error('SYNOPTIC_DATA must name the folder that holds align-dev/')
const examples = loadSets(data).flatMap(({ name, documents, pairsOnly }) =>
  documents
    .flatMap((document) => pieces(document, Math.ceil(document.source.length / 250)))
    .flatMap((document, index) =>
      Object.entries(settings(document)).map(
        ([setting, options]): Example => ({
          set: `${name} ${setting}`,
          document,
          options,
          half: index % 2,
          translated: setting !== 'none' || document.from === document.to,
          pairsOnly,
        }),
      ),
    ),
)
const kinds: [string, Float64Array, Example[]][] = [
  ['translated', translated, examples.filter((example) => example.translated)],
  ['untranslated', untranslated, examples.filter((example) => !example.translated)],
]
for (const [name, weights, all] of kinds) {
  const lattices = all.map(lattice)
  if (process.argv.includes('--holdout')) {
    const results = new Map<string, [readonly Pair[], readonly Pair[]][]>()
    for (const half of [0, 1]) {
      weights.set(learn(lattices.filter((_, index) => all[index]!.half !== half)))
      for (const { set, document, options } of all.filter((example) => example.half === half)) {
        const found = alignSegments(document.source, document.target, options).map(({ source, target }): Pair => [source, target])
        results.set(set, [...(results.get(set) ?? []), [document.gold, found]])
      }
    }
    for (const [set, pairs] of results) console.log(set.padEnd(28), score(pairs, set.startsWith('deplain')).strict.f1.toFixed(3))
  } else {
    const learned = learn(lattices)
    console.log(`export const ${name}: Float64Array = vector({`)
    for (const [index, feature] of FEATURES.entries()) console.log(`  '${feature}': ${learned[index]!.toFixed(2)},`)
    console.log('})')
  }
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

function lattice({ document, options }: Example): Lattice {
  const { source, target } = document
  const { evidence } = look(source, target, options)
  const { band } = evidence
  const allowed = goldSteps(document)
  const near = nearGold(document)
  const steps: { from: number; to: number; gold: boolean; features: Float32Array }[] = []
  const vector = new Float64Array(SIZE)
  for (let i = 0; i <= source.length; i++) {
    for (let j = band.low[i]!; j <= band.high[i]!; j++) {
      if (!near(i, j)) continue
      for (const [shape, [k, l]] of SHAPES.entries()) {
        const to = cellAt(band, i + k, j + l)
        if (to < 0 || !near(i + k, j + l)) continue
        evidence.features(i, j, shape, vector)
        steps.push({ from: cellAt(band, i, j), to, gold: allowed(i, j, k, l), features: Float32Array.from(vector) })
      }
    }
  }
  const features = new Float32Array(steps.length * SIZE)
  for (const [index, step] of steps.entries()) features.set(step.features, index * SIZE)
  return {
    cells: band.cells,
    from: Int32Array.from(steps, (step) => step.from),
    to: Int32Array.from(steps, (step) => step.to),
    features,
    gold: Uint8Array.from(steps, (step) => (step.gold ? 1 : 0)),
  }
}

/** Which steps the gold allows. Of a pair that no path can take (crossing, not contiguous, too long) anything inside, or nothing. */
function goldSteps({ gold, source, target }: AlignedDocument): (i: number, j: number, k: number, l: number) => boolean {
  const pairs = gold.filter(([a, b]) => a.length > 0 && b.length > 0)
  const exact = new Set<string>()
  const loose: Pair[] = []
  const firm = { source: new Set<number>(), target: new Set<number>() }
  for (const pair of pairs) {
    const [a, b] = pair
    const contiguous = [a, b].every((side) => side.at(-1)! - side[0]! === side.length - 1)
    const crossed = pairs.some((other) => other !== pair && other[0][0]! < a[0]! !== other[1].at(-1)! < b[0]!)
    if (contiguous && a.length <= 6 && b.length <= 6 && shapeOf(a.length, b.length) >= 0 && !crossed)
      exact.add(`${a[0]} ${b[0]} ${a.length} ${b.length}`)
    else loose.push(pair)
    if (contiguous && !crossed) {
      for (const line of a) firm.source.add(line)
      for (const line of b) firm.target.add(line)
    }
  }
  return (i, j, k, l) => {
    if (l === 0) return i < source.length && !firm.source.has(i)
    if (k === 0) return j < target.length && !firm.target.has(j)
    return (
      exact.has(`${i} ${j} ${k} ${l}`) ||
      loose.some(([a, b]) => i >= a[0]! && i + k - 1 <= a.at(-1)! && j >= b[0]! && j + l - 1 <= b.at(-1)!)
    )
  }
}

function nearGold({ gold, source, target }: AlignedDocument): (i: number, j: number) => boolean {
  const low = new Int32Array(source.length + 1).fill(target.length)
  const high = new Int32Array(source.length + 1)
  let [fromSource, fromTarget] = [0, 0]
  for (const [a, b] of [...gold.filter(([a, b]) => a.length > 0 && b.length > 0), [[source.length], [target.length]] as Pair]) {
    for (let i = Math.max(0, fromSource - NEAR); i <= Math.min(source.length, a[0]! + NEAR); i++) {
      low[i] = Math.min(low[i]!, fromTarget - NEAR, b[0]! - NEAR)
      high[i] = Math.max(high[i]!, fromTarget + NEAR, b[0]! + NEAR)
    }
    ;[fromSource, fromTarget] = [a[0]!, b[0]!]
  }
  return (i, j) => j >= low[i]! && j <= high[i]!
}

function learn(lattices: readonly Lattice[]): Float64Array {
  const weights = new Float64Array(SIZE)
  const mean = new Float64Array(SIZE)
  const square = new Float64Array(SIZE)
  for (let round = 1; round <= ROUNDS; round++) {
    const gradient = weights.map((weight) => -PRIOR * weight)
    let likelihood = 0
    for (const lattice of lattices) likelihood += climb(lattice, weights, gradient)
    if (round % 20 === 0) console.error(`round ${round}: log-likelihood ${likelihood.toFixed(1)}`)
    const rate = round < 0.7 * ROUNDS ? RATE : RATE / 3
    for (let feature = 0; feature < SIZE; feature++) {
      mean[feature] = 0.9 * mean[feature]! + 0.1 * gradient[feature]!
      square[feature] = 0.999 * square[feature]! + 0.001 * gradient[feature]! ** 2
      weights[feature]! += (rate * (mean[feature]! / (1 - 0.9 ** round))) / (Math.sqrt(square[feature]! / (1 - 0.999 ** round)) + 1e-8)
    }
  }
  return weights
}

/** Adds the example's gradient and gives its log-likelihood. */
function climb(lattice: Lattice, weights: Float64Array, gradient: Float64Array): number {
  const value = Float64Array.from(lattice.from, (_, step) => {
    let total = 0
    for (let feature = 0; feature < SIZE; feature++) total += weights[feature]! * lattice.features[step * SIZE + feature]!
    return total
  })
  const gold = posterior(
    lattice,
    value.map((total, step) => (lattice.gold[step] ? total : Number.NEGATIVE_INFINITY)),
  )
  if (gold.whole === Number.NEGATIVE_INFINITY) throw new Error('the gold path is not in the lattice')
  const all = posterior(lattice, value)
  for (let step = 0; step < value.length; step++) {
    const pull = gold.share[step]! - all.share[step]!
    if (Math.abs(pull) < 1e-9) continue
    for (let feature = 0; feature < SIZE; feature++) gradient[feature]! += pull * lattice.features[step * SIZE + feature]!
  }
  return gold.whole - all.whole
}

/** Steps come in an order in which all steps into a cell stand before those out of it. */
function posterior({ cells, from, to }: Lattice, value: Float64Array): { share: Float64Array; whole: number } {
  const before = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY)
  const after = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY)
  before[0] = 0
  after[cells - 1] = 0
  for (let step = 0; step < value.length; step++) before[to[step]!] = logSum(before[to[step]!]!, before[from[step]!]! + value[step]!)
  for (let step = value.length - 1; step >= 0; step--) after[from[step]!] = logSum(after[from[step]!]!, after[to[step]!]! + value[step]!)
  const whole = before[cells - 1]!
  return { share: value.map((total, step) => Math.exp(before[from[step]!]! + total + after[to[step]!]! - whole) || 0), whole }
}

function logSum(a: number, b: number): number {
  const [less, more] = a < b ? [a, b] : [b, a]
  return less === Number.NEGATIVE_INFINITY ? more : more + Math.log1p(Math.exp(less - more))
}
