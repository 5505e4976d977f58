/**
 * Copies → the model. Whatever the forests are shown of a line's words was learned from other lines, and what the second look is shown of the first
 * from other copies: parts take turns in being left out.
 */

import { logitsOf } from '../../src/stages/clean/html/forest.ts'
import { withContext } from '../../src/stages/clean/lines/context.ts'
import { type Cues, readWording } from '../../src/stages/clean/lines/cues.ts'
import { featuresOf, type Matrix } from '../../src/stages/clean/lines/features.ts'
import type { LineModel } from '../../src/stages/clean/lines/model.ts'
import { boost, type Settings } from '../train-pages/boost.ts'
import { partOf } from '../train-pages/learn.ts'
import type { Copy, CopyLine } from './compose.ts'
import { type Example, trainCues } from './train-cues.ts'

export interface TrainingCopy extends Copy {
  /** Whether its lines are learned from too; else they are among the examples. */
  readonly isReal: boolean
  /** What a line of it weighs beside one of a copy made by rules. */
  readonly weight: number
}

const PARTS = 4
const first: Settings = { trees: 110, depth: 4, rate: 0.12, least: 3, lambda: 5 }
const second: Settings = { trees: 90, depth: 3, rate: 0.1, least: 3, lambda: 5 }
/**
 * What a line of each kind weighs beside one of what surrounds articles: one of an article lost is worse than one left of the rest, and a title, of which
 * there is one, worst.
 */
const weights: Readonly<Partial<Record<CopyLine['label'], number>>> = { body: 1.5, title: 3, byline: 0.3, unknown: 0 }
const kept = new Set<CopyLine['label']>(['body', 'title', 'byline'])

export interface Learner {
  readonly examples: readonly Example[]
  readonly copies: readonly TrainingCopy[]
}

function examplesOf(copies: readonly TrainingCopy[]): Example[] {
  return copies.flatMap(({ isReal, lines }) =>
    isReal
      ? lines.flatMap(({ text, label }): Example[] =>
          label === 'byline' || label === 'around' || label === 'unknown'
            ? []
            : [{ text, kind: label === 'title' ? 'body' : label, weight: 1 }],
        )
      : [],
  )
}

/** Cues learned without the lines of each part; the part of a real copy is that of all its lines. */
function cuesByPart({ examples, copies }: Learner): readonly Cues[] {
  return Array.from({ length: PARTS }, (_, part) =>
    trainCues([
      ...examples.filter(({ text }) => partOf(text, PARTS) !== part),
      ...examplesOf(copies.filter(({ id }) => partOf(id, PARTS) !== part)),
    ]),
  )
}

export function learn(learner: Learner): LineModel {
  const { examples, copies } = learner
  const matrices = new Map<TrainingCopy, Matrix>()
  const cues = cuesByPart(learner)
  for (const copy of copies) {
    const texts = copy.lines.map(({ text }) => text)
    const own = (text: string) => cues[partOf(copy.isReal ? copy.id : text, PARTS)]!
    matrices.set(
      copy,
      featuresOf(
        texts,
        texts.map((text) => readWording(text, own(text))),
      ),
    )
  }
  const matrixOf = (copy: TrainingCopy) => matrices.get(copy)!
  const logits = new Map<TrainingCopy, Float64Array>()
  for (let part = 0; part < 2; part += 1) {
    const forest = boost(
      join(
        copies.filter(({ id }) => partOf(id, 2) !== part),
        matrixOf,
      ),
      first,
    )
    for (const copy of copies) if (partOf(copy.id, 2) === part) logits.set(copy, logitsOf(forest, matrixOf(copy)))
  }
  return {
    cues: trainCues([...examples, ...examplesOf(copies)]),
    first: boost(join(copies, matrixOf), first),
    second: boost(
      join(copies, (copy) => withContext(matrixOf(copy), logits.get(copy)!)),
      second,
    ),
    threshold: 0,
  }
}

function join(copies: readonly TrainingCopy[], matrixOf: (copy: TrainingCopy) => Matrix) {
  const features: number[] = []
  const labels: number[] = []
  const lineWeights: number[] = []
  let width = 0
  for (const copy of copies) {
    const matrix = matrixOf(copy)
    width = matrix.width
    copy.lines.forEach(({ label }, index) => {
      for (let at = index * width; at < (index + 1) * width; at += 1) features.push(matrix.rows[at]!)
      labels.push(Number(!kept.has(label)))
      lineWeights.push(copy.weight * (weights[label] ?? 1))
    })
  }
  return { features: Float32Array.from(features), width, labels: Float32Array.from(labels), weights: Float32Array.from(lineWeights) }
}
