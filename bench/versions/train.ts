/**
 * Learns src/stories/group/weights.ts from the halves to tune on: logistic regression with an L2 prior, by Newton's method; each set counts as
 * much as any other. Writes the file.
 *
 * SYNOPTIC_DATA=… npx jiti bench/versions/train.ts
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Clusters } from '../../src/stories/group/clusters.ts'
import { type Evidence, Witness } from '../../src/stories/group/evidence.ts'
import { lookByMarks, lookByWords } from '../../src/stories/group/look.ts'
import { margins } from '../../src/stories/group/margins.ts'
import { Rarity } from '../../src/stories/group/rarity.ts'
import { featuresByMarks, featuresByWords } from '../../src/stories/group/verdict.ts'
import { hash } from '../../src/stories/sketch/hash.ts'
import { sketch } from '../../src/stories/sketch/index.ts'
import { inCorporaOf, load, sets, type Told } from './data.ts'

interface Example {
  readonly features: readonly number[]
  readonly isVersion: boolean
  readonly weight: number
}

/** Of a million pairs of unrelated articles few come this far, and none may be joined: they count more. */
const UNRELATED = 4
const PRIOR = 1e-3
const ROUNDS = 30

/** Stories of the small corpora that are learned from beside the whole set. */
const FEW = [3]

const words: Example[] = []
const marks: Example[] = []
for (const name of Object.keys(sets)) {
  // Most articles of a corpus have no other version in it: half of these lose theirs.
  const told = load(name, 'tune').filter(({ version }) => hash(version.id) % 2 === 0)
  add([told])
  for (const stories of FEW) add(inCorporaOf(stories, told))
  console.error(name, Math.round(process.cpuUsage().user / 1e6), 's')
}

const file = join(import.meta.dirname, '../../src/stories/group/weights.ts')
const line = (name: string, weights: readonly number[]) =>
  `export const ${name}: readonly number[] = [${weights.map((weight) => Number(weight.toFixed(2))).join(', ')}]\n`
writeFileSync(file, `/** Learned by bench/versions/train.ts. */\n${line('byWords', learn(words))}${line('byMarks', learn(marks))}`)

/** Adds the pairs of corpora, which together count as much as any other set. */
function add(corpora: readonly (readonly Told[])[]): void {
  const seen = corpora.map(examplesOf)
  weighed(
    words,
    seen.flatMap(({ byWords }) => byWords),
  )
  weighed(
    marks,
    seen.flatMap(({ byMarks }) => byMarks),
  )
}

function examplesOf(told: readonly Told[]) {
  const sketches = told.map(({ version }) => sketch(version))
  const rarity = new Rarity()
  for (const one of sketches) rarity.add(one)
  const witness = new Witness(sketches, rarity)
  const isVersion = ({ a, b }: Evidence) => told[a]!.story === told[b]!.story
  const clusters = new Clusters(sketches.length)
  const byWords = lookByWords(sketches, rarity, witness)
  for (const evidence of byWords) if (isVersion(evidence)) clusters.join(evidence.a, evidence.b)
  const byMarks = lookByMarks(sketches, rarity, witness)
  const marginOf = margins(byMarks, clusters, witness)
  return {
    byWords: byWords.map((evidence) => ({ features: featuresByWords(evidence), isVersion: isVersion(evidence) })),
    byMarks: byMarks.map((evidence) => ({ features: featuresByMarks(evidence, marginOf(evidence)), isVersion: isVersion(evidence) })),
  }
}

function weighed(to: Example[], examples: readonly Omit<Example, 'weight'>[]): void {
  const positive = examples.filter(({ isVersion }) => isVersion).length
  for (const { features, isVersion } of examples) {
    to.push({ features, isVersion, weight: isVersion ? 1 / positive : UNRELATED / (examples.length - positive) })
  }
}

function learn(examples: readonly Example[]): number[] {
  const size = examples[0]!.features.length
  let weights = new Array<number>(size).fill(0)
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight, at) => (at === 0 ? 0 : PRIOR * weight))
    const hessian = weights.map((_, row) => weights.map((_, column) => (row === column ? PRIOR : 0)))
    for (const { features, isVersion, weight } of examples) {
      const chance = 1 / (1 + Math.exp(-features.reduce((sum, feature, at) => sum + feature * weights[at]!, 0)))
      for (let row = 0; row < size; row++) {
        gradient[row]! += weight * (chance - (isVersion ? 1 : 0)) * features[row]!
        for (let column = 0; column < size; column++)
          hessian[row]![column]! += weight * chance * (1 - chance) * features[row]! * features[column]!
      }
    }
    const step = solve(hessian, gradient)
    weights = weights.map((weight, at) => weight - step[at]!)
  }
  return weights
}

/** x with matrix · x = vector, by elimination. */
function solve(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, vector[at]!])
  for (let pivot = 0; pivot < rows.length; pivot++) {
    for (let row = 0; row < rows.length; row++) {
      if (row === pivot) continue
      const factor = rows[row]![pivot]! / rows[pivot]![pivot]!
      rows[row] = rows[row]!.map((value, column) => value - factor * rows[pivot]![column]!)
    }
  }
  return rows.map((row, at) => row.at(-1)! / row[at]!)
}
