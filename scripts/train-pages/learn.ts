/**
 * Labelled pages → the model. Whatever a model is shown as a feature (words, the first look's chances) was learned on other sites: parts of the
 * sites take turns in being left out.
 */
import { withContext } from '../../src/stages/clean/html/context.ts'
import { featuresOf, type Hints, type PageFeatures } from '../../src/stages/clean/html/features.ts'
import { logitsOf, type PageModel } from '../../src/stages/clean/html/forest.ts'
import { boost, type Rows, type Settings } from './boost.ts'
import { type Labelled, learnWords } from './words.ts'

export interface TrainingPage extends Labelled {
  readonly site: string
  readonly hints: Hints
  /** What all blocks of the page weigh together, at most, and one of them. */
  readonly weight: number
  readonly blockWeight: number
}

const PARTS = 3
const defaults: { readonly first: Settings; readonly second: Settings } = {
  first: { trees: 120, depth: 3, rate: 0.12, least: 2, lambda: 5 },
  second: { trees: 80, depth: 3, rate: 0.1, least: 2, lambda: 5 },
}

export function learn(pages: readonly TrainingPage[], { first: FIRST, second: SECOND } = defaults): PageModel {
  const parts = Array.from({ length: PARTS }, (_, part) => pages.filter(({ site }) => partOf(site, PARTS) === part))
  const others = (part: number) => parts.flatMap((own, index) => (index === part ? [] : own))
  const features = new Map<TrainingPage, PageFeatures>()
  parts.forEach((own, part) => {
    const words = learnWords(others(part))
    for (const page of own) features.set(page, featuresOf(page.blocks, page.hints, words))
  })
  const rowsOf = (page: TrainingPage) => features.get(page)!
  const logits = new Map<TrainingPage, Float64Array>()
  parts.forEach((own, part) => {
    const first = boost(join(others(part), rowsOf, rowsOf), FIRST)
    for (const page of own) logits.set(page, logitsOf(first, rowsOf(page)))
  })
  return {
    words: learnWords(pages),
    first: boost(join(pages, rowsOf, rowsOf), FIRST),
    second: boost(
      join(pages, (page) => withContext(page.blocks, rowsOf(page), logits.get(page)!), rowsOf),
      SECOND,
    ),
  }
}

/** The part of a site, by its name: whatever other sites there are. */
export function partOf(site: string, parts: number): number {
  let hash = 7
  for (let at = 0; at < site.length; at += 1) hash = (Math.imul(hash, 31) + site.charCodeAt(at)) >>> 0
  return hash % parts
}

type Matrix = Pick<PageFeatures, 'rows' | 'width'>

/** The labelled blocks of all pages. Within a page a block weighs as the root of its words, so that lines count too. */
function join(
  pages: readonly TrainingPage[],
  matrixOf: (page: TrainingPage) => Matrix,
  featuresOfPage: (page: TrainingPage) => PageFeatures,
): Rows {
  const features: number[] = []
  const labels: number[] = []
  const weights: number[] = []
  let width = 0
  for (const page of pages) {
    const matrix = matrixOf(page)
    width = matrix.width
    const { shapes } = featuresOfPage(page)
    const sizes = page.labels.map((label, index) => (label === undefined ? 0 : Math.sqrt(shapes[index]!.words) + 1))
    const total = sizes.reduce((sum, size) => sum + size, 0)
    page.labels.forEach((label, index) => {
      if (label === undefined) return
      for (let at = index * width; at < (index + 1) * width; at += 1) features.push(matrix.rows[at]!)
      labels.push(label)
      weights.push(Math.min(page.blockWeight, (sizes[index]! / total) * page.weight))
    })
  }
  return { features: Float32Array.from(features), width, labels: Float32Array.from(labels), weights: Float32Array.from(weights) }
}
