/**
 * Learns the weights by which names are linked, and the curves that make chances of their sums: models/names/linking.tsv.
 *
 * SYNOPTIC_DATA=… npx jiti scripts/train-names/linking.ts [--check]
 *
 * 1. linking/samples.ts: all that is considered in texts whose mentions are known, with what is measured of it. Who is named in full depends on
 *    the model, so that this is done ROUNDS times, from a rough model on.
 * 2. linking/fit.ts: logistic regression with a ridge.
 * 3. Each file of sets is weighed by a model fitted on the others; what comes out is what unseen text may expect, and what the curves are
 *    fitted to (isotonic regression).
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { score } from '../../bench/names/score.ts'
import { hardSets, ownSets, sharedSet, type TestSet } from '../../bench/names/sets.ts'
import { Glossary } from '../../src/glossary/index.ts'
import { findMentions } from '../../src/stages/link/index.ts'
import { features } from '../../src/stages/link/weigh/features/index.ts'
import { type Curve, Model, type ScriptGroup, scriptGroups } from '../../src/stages/link/weigh/model.ts'
import { fitLogistic, isotonic } from './linking/fit.ts'
import { ordinaryText } from './linking/ordinary.ts'
import { type LinkingSample, samplesOf, withEvidence } from './linking/samples.ts'

const ROUNDS = 2
/** What a sample of a text that nobody marked counts. */
const ORDINARY = 1

/** What a sample counts of a text whose mentions are told by the sentences that it translates. */
const TRANSLATED = 0.5

const data = process.env.SYNOPTIC_DATA
if (data === undefined) throw new Error('expected SYNOPTIC_DATA, the folder of training data')
const table = join(import.meta.dirname, '..', '..', 'models', 'names', 'linking.tsv')

/** Sets by the file they come from. */
const marked = [sharedSet(data), ...(await ownSets()), ...(await hardSets())]
const fileOf = (name: string) => name.split(' ')[0]!
const everybody = new Glossary([
  ...new Map(marked.flatMap(({ glossary }) => [...glossary.entries].map((entry) => [entry.id, entry]))).values(),
])
const ordinary = ordinaryText(data, everybody)

/** Enough to tell who is named in full, for a beginning. */
const rough = new Model({
  base: 4,
  unlike: -2,
  'heard, unlike': -1.5,
  'another name before': -4,
  given: -2,
  word: -3,
  'named in full here': 2,
})

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

function modelOf(samples: readonly LinkingSample[], without: ReadonlySet<number> = new Set()): Record<string, number> {
  const priors = features.map(({ prior = 0 }) => prior)
  const weights = fitLogistic(samples, priors, without)
  return Object.fromEntries(features.map(({ name }, at) => [name, rounded(weights[at]!)]))
}

/** @param whole with what is for the last round alone */
function gather(model: Model, whole: boolean): LinkingSample[] {
  if (!whole) return marked.flatMap((set) => samplesOf(set, model, 1))
  const translated = marked.map(withEvidence).flatMap((set) => samplesOf(set, model, TRANSLATED).filter(({ expected }) => expected))
  return [...marked.flatMap((set) => samplesOf(set, model, 1)), ...translated, ...samplesOf(ordinary, model, ORDINARY)]
}

/** Score → chance by group, from samples weighed by models that had not seen them. */
function curvesOf(samples: readonly LinkingSample[], models: ReadonlyMap<string, Model>): Partial<Record<ScriptGroup, Curve>> {
  const curves: Partial<Record<ScriptGroup, Curve>> = {}
  for (const group of scriptGroups) {
    const points = samples
      .filter((sample) => sample.group === group && models.has(fileOf(sample.set)))
      .map((sample) => ({ score: models.get(fileOf(sample.set))!.score(sample.values), weight: 1, chance: Number(sample.right) }))
    curves[group] = curveOf(points)
  }
  return curves
}

/** Samples of a point of a curve. */
const POOL = 40

function curveOf(points: readonly { readonly score: number; readonly weight: number; readonly chance: number }[]): Curve {
  const sorted = points.toSorted((a, b) => a.score - b.score)
  const bins = []
  for (let at = 0; at < sorted.length; at += POOL) {
    const bin = sorted.slice(at, at + POOL)
    const sum = (of: (point: (typeof bin)[number]) => number) => bin.reduce((total, point) => total + of(point), 0)
    // One more of each kind: a pool without a mistake is no certainty.
    bins.push({
      score: sum((point) => point.score) / bin.length,
      weight: bin.length,
      chance: (sum((point) => point.chance) + 0.25) / (bin.length + 0.5),
    })
  }
  return isotonic(bins).map((point) => [rounded(point.score), rounded(point.chance)] as const)
}

function tableOf(weights: Readonly<Record<string, number>>, curves: Partial<Record<ScriptGroup, Curve>>): string {
  const lines = ['kind\tname\tvalue\tchance', ...Object.entries(weights).map(([name, weight]) => `weight\t${name}\t${weight}\t`)]
  for (const [group, curve] of Object.entries(curves)) for (const [at, chance] of curve) lines.push(`chance\t${group}\t${at}\t${chance}`)
  return `${lines.join('\n')}\n`
}

function show(sets: readonly TestSet[], model: Model): void {
  for (const set of sets) {
    const { f1, misspelt, falseRewrites, precision } = score(set, (text, language, glossary) =>
      findMentions(text, language, glossary, [], undefined, model),
    )
    console.error(
      `${set.name.slice(0, 30).padEnd(32)}${f1.toFixed(3)} ${misspelt.toFixed(3)} ${falseRewrites.toFixed(1)} ${(precision * 100).toFixed(1)} %`,
    )
  }
}

let model = rough
let samples: LinkingSample[] = []
for (let round = 0; round < ROUNDS; round++) {
  const start = Date.now()
  samples = gather(model, round === ROUNDS - 1)
  model = new Model(modelOf(samples))
  console.error(
    `round ${round + 1}: ${samples.length} samples, ${samples.filter(({ right }) => right).length} right; ${Date.now() - start} ms`,
  )
}
const files = [...new Set(marked.map(({ name }) => fileOf(name)))]
const left = new Map(files.map((file) => [file, new Model(modelOf(samples.filter(({ set }) => fileOf(set) !== file)))]))
const curves = curvesOf(samples, left)
const weights = modelOf(samples)
const made = tableOf(weights, curves)
if (process.argv.includes('--check')) {
  if (readFileSync(table, 'utf8') !== made) throw new Error(`${table}: expected what training makes`)
} else writeFileSync(table, made)

console.error('\nEach file of sets by a model that did not see it: F1, F1 of misspelt, false rewrites per 1,000 words, rewrites right')
for (const file of files) {
  const others = samples.filter(({ set }) => fileOf(set) !== file)
  const curvesLeft = curvesOf(others, left)
  const weightsLeft = modelOf(others)
  show(
    marked.filter(({ name }) => fileOf(name) === file),
    new Model(weightsLeft, curvesLeft),
  )
}
