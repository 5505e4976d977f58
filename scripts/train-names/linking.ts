/**
 * Learns the weights by which names are linked, and the curves that make chances of their sums: models/names/linking.tsv; and writes what texts
 * by others may expect: scripts/train-names/linking/unseen.tsv.
 *
 * SYNOPTIC_DATA=… npx jiti scripts/train-names/linking.ts [--check]
 *
 * 1. linking/samples.ts: all that is considered in texts whose mentions are known, with what is measured of it. Who is named in full depends on
 *    the model, so that this is done twice, from a rough model on.
 * 2. linking/learn.ts: logistic regression with a ridge.
 * 3. Each file of sets is weighed by a model that learned from the others; what comes out is what unseen text may expect, and what the curves
 *    are fitted to (isotonic regression).
 * 4. unseen.tsv: each file of sets by weights and curves of the others, and by the whole what nothing was learned from: the fresh set, and real
 *    text of 40 languages into which people of a glossary were put (linking/generate/). To learn from that text too was tried: linking/README.md.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { score } from '../../bench/names/score.ts'
import { freshSets, hardSets, ownSets, sharedSet, type TestSet } from '../../bench/names/sets.ts'
import { Glossary } from '../../src/glossary/index.ts'
import { findMentions } from '../../src/stages/link/index.ts'
import { type Curve, Model, type ScriptGroup } from '../../src/stages/link/weigh/model.ts'
import { curvesOf } from './linking/curves.ts'
import { generatedSets } from './linking/generate/index.ts'
import { weightsOf } from './linking/learn.ts'
import { ordinaryText } from './linking/ordinary.ts'
import { fileOf, type LinkingSample, samplesOf, withEvidence } from './linking/samples.ts'

/** What a sample of a text that nobody marked counts. */
const ORDINARY = 1
/** What one counts of a text whose mentions are told by the sentences that it translates. */
const TRANSLATED = 0.5

const data = process.env.SYNOPTIC_DATA
if (data === undefined) throw new Error('expected SYNOPTIC_DATA, the folder of training data')

/** Sets by the file they come from. */
const marked = [sharedSet(data), ...(await ownSets()), ...(await hardSets())]
const everybody = new Glossary([
  ...new Map(marked.flatMap(({ glossary }) => [...glossary.entries].map((entry) => [entry.id, entry]))).values(),
])

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

const first = new Model(weightsOf(marked.flatMap((set) => samplesOf(set, rough, 1))))
const samples: LinkingSample[] = [
  ...marked.flatMap((set) => samplesOf(set, first, 1)),
  ...marked.map(withEvidence).flatMap((set) => samplesOf(set, first, TRANSLATED).filter(({ expected }) => expected)),
  ...samplesOf(ordinaryText(data, everybody), first, ORDINARY),
]
console.error(`${samples.length} samples, ${samples.filter(({ right }) => right).length} right`)

const files = [...new Set(marked.map(({ name }) => fileOf(name)))]
const parts = new Map(files.map((file) => [file, weightsOf(samples.filter(({ set }) => fileOf(set) !== file))]))
const left = new Map([...parts].map(([file, weights]) => [file, new Model(weights)]))

const weights = weightsOf(samples)
const curves = curvesOf(samples, left)
const whole = new Model(weights, curves)

function unseen(set: TestSet): string {
  const file = fileOf(set.name)
  const others = samples.filter((sample) => fileOf(sample.set) !== file)
  const model = left.has(file) ? new Model(parts.get(file)!, curvesOf(others, left)) : whole
  const { f1, misspelt, falseRewrites, precision } = score(set, (text, language, glossary) =>
    findMentions(text, language, glossary, [], undefined, model),
  )
  return [set.name, f1.toFixed(3), misspelt.toFixed(3), falseRewrites.toFixed(1), (100 * precision).toFixed(1)].join('\t')
}

const lines = [...marked, ...(await freshSets()), ...generatedSets(data)].map(unseen)

function tableOf(weights: Readonly<Record<string, number>>, curves: Partial<Record<ScriptGroup, Curve>>): string {
  const rows = ['kind\tname\tvalue\tchance', ...Object.entries(weights).map(([name, weight]) => `weight\t${name}\t${weight}\t`)]
  for (const [group, curve] of Object.entries(curves)) for (const [at, chance] of curve) rows.push(`chance\t${group}\t${at}\t${chance}`)
  return `${rows.join('\n')}\n`
}

const made: Readonly<Record<string, string>> = {
  '../../models/names/linking.tsv': tableOf(weights, curves),
  'linking/unseen.tsv': `${['set\tf1\tmisspelt\tfalse rewrites in 1,000 words\trewrites right, %', ...lines].join('\n')}\n`,
}
for (const [file, content] of Object.entries(made)) {
  const path = join(import.meta.dirname, file)
  if (!process.argv.includes('--check')) writeFileSync(path, content)
  else if (readFileSync(path, 'utf8') !== content) throw new Error(`${path}: expected what training makes`)
}
