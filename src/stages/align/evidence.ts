import type { Anchor } from './anchors.ts'
import { type Band, cellAt } from './band.ts'
import { similarities } from './overlap.ts'
import { ONE_TO_ONE, SHAPES, SOURCES, shapeOf, TARGETS } from './shapes.ts'
import type { View } from './view.ts'

/** What the aligner looks at when it judges an alignment, in the order of a vector of features. */
export const FEATURES = [
  'skip',
  '1-1',
  '1-2',
  '1-3',
  '1-4',
  '1-5',
  '1-6',
  '2-2',
  '2-3',
  '3-3',
  'similarity',
  'similarity²',
  'similarity of each line',
  'similarity² of each line',
  'length z²',
  'length ratio',
  'weakest line',
  'idle line',
  'length of skipped',
  'quality · skip',
  'quality · 1-1',
  'quality · similarity',
  'quality · similarity of each line',
  'quality · length z²',
] as const

export type Feature = (typeof FEATURES)[number]

const at = Object.fromEntries(FEATURES.map((feature, index) => [feature, index])) as Record<Feature, number>
const kindOf = SHAPES.map(([k, l]) => (Math.min(k, l) === 0 ? at.skip : at[`${Math.min(k, l)}-${Math.max(k, l)}` as Feature]))

/** Lines of usual length that stand beside the anchors when the ratio of lengths is taken. */
const ADDED = 3
/** Natural logarithm of how far the two figures may stand apart: half as much again. */
const UNEQUAL = Math.log(1.5)
/** Gale & Church 1993, s. 2.2: variance of the length per character; and what is added for lines that are translated freely because short. */
const VARIANCE = 6.8
const SHORT = 40

export interface AnchoredView {
  readonly view: View
  readonly anchors: readonly Anchor[]
}

/** All that is known of a pair of documents in a band of cells. */
export interface Evidence {
  readonly band: Band
  /** Fills `out` (FEATURES.length numbers) for the shape that starts at cell (i, j). Its lines must be there. */
  readonly features: (i: number, j: number, shape: number, out: Float64Array) => void
}

/**
 * @param views the two documents in one language each, never empty
 * @param lengths of the lines, characters, at least 1
 */
export function evidenceOf(views: readonly AnchoredView[], sourceLengths: Float64Array, targetLengths: Float64Array, band: Band): Evidence {
  const { table, quality } = normalized(views, band)
  const ratio = lengthRatio(views[0]!.anchors, sourceLengths, targetLengths)
  const usual = mean(targetLengths)
  /** -Infinity outside the band. */
  const similarity = (i: number, j: number, sources: number, targets: number): number => {
    const cell = cellAt(band, i, j)
    return cell < 0 ? Number.NEGATIVE_INFINITY : table[cell * SHAPES.length + shapeOf(sources, targets)]!
  }

  /** How much the alignment gains from the first or last line that gives it least: negative when it would be better off without. */
  const weakest = (i: number, j: number, k: number, l: number, whole: number) => {
    let best = Number.NEGATIVE_INFINITY
    if (k > 1) best = Math.max(best, similarity(i + 1, j, k - 1, l), similarity(i, j, k - 1, l))
    if (l > 1) best = Math.max(best, similarity(i, j + 1, k, l - 1), similarity(i, j, k, l - 1))
    return Math.max(-0.5, Math.min(0.5, whole - best))
  }

  const features = (i: number, j: number, shape: number, out: Float64Array) => {
    const k = SOURCES[shape]!
    const l = TARGETS[shape]!
    out.fill(0)
    out[kindOf[shape]!] = 1
    if (k === 0 || l === 0) {
      const length = l === 0 ? sourceLengths[i]! * ratio : targetLengths[j]!
      out[at['length of skipped']] = Math.min(3, Math.log(length / usual + 0.1))
      out[at['quality · skip']] = quality
      return
    }
    const whole = similarity(i, j, k, l)
    const lines = (k + l) / 2
    out[at.similarity] = whole
    out[at['similarity²']] = whole ** 2
    out[at['similarity of each line']] = lines * whole
    out[at['similarity² of each line']] = lines * whole ** 2
    out[at['quality · similarity']] = quality * whole
    out[at['quality · similarity of each line']] = quality * lines * whole
    if (shape === ONE_TO_ONE) out[at['quality · 1-1']] = quality
    let expected = 0
    let actual = 0
    for (let line = i; line < i + k; line++) expected += sourceLengths[line]! * ratio
    for (let line = j; line < j + l; line++) actual += targetLengths[line]!
    const z2 = Math.min(12, (expected - actual) ** 2 / (((expected + actual) / 2) * VARIANCE + SHORT))
    out[at['length z²']] = -z2
    out[at['quality · length z²']] = -quality * z2
    out[at['length ratio']] = -Math.min(2, Math.abs(Math.log(expected / actual)))
    if (shape !== ONE_TO_ONE) {
      const gain = weakest(i, j, k, l, whole)
      out[at['weakest line']] = gain
      out[at['idle line']] = Math.min(0, gain)
    }
  }
  return { band, features }
}

/**
 * The views' similarities brought to one scale and averaged: 0 is what lines that have nothing to do with each other reach, 1 a
 * typical match. `quality` is how high a typical match stands above nothing, -1..1: near 1 for the same words, low for bad MT.
 */
function normalized(views: readonly AnchoredView[], band: Band): { table: Float32Array; quality: number } {
  const table = new Float32Array(band.cells * SHAPES.length)
  let typicalOverall = 0
  for (const { view, anchors } of views) {
    const raw = similarities(view, band)
    const noise = means(raw)
    const typical = Math.max(0.03, upperQuartile(anchors, raw, band))
    typicalOverall += typical / views.length
    for (let index = 0; index < raw.length; index++) {
      const floor = noise[index % SHAPES.length]!
      const scaled = (raw[index]! - floor) / Math.max(0.02, typical - floor)
      table[index]! += Math.max(-0.3, Math.min(1.6, scaled)) / views.length
    }
  }
  return { table, quality: 2 * typicalOverall - 1 }
}

/** Mean of each shape over the band: nearly all of its cells are no match. */
function means(raw: Float32Array): Float64Array {
  const totals = new Float64Array(SHAPES.length)
  for (let index = 0; index < raw.length; index++) totals[index % SHAPES.length]! += raw[index]!
  return totals.map((total) => (total * SHAPES.length) / raw.length)
}

/** Many anchors pair a line with half of its translation, so the median would be too low. */
function upperQuartile(chain: readonly Anchor[], raw: Float32Array, band: Band): number {
  const values = chain.flatMap(({ source, target }) => {
    const cell = cellAt(band, source, target)
    return cell < 0 ? [] : [raw[cell * SHAPES.length + ONE_TO_ONE]!]
  })
  values.sort((a, b) => a - b)
  return values[Math.floor(0.75 * values.length)] ?? 0
}

/**
 * Target characters for each source character. The whole documents give the steadier figure, but not when one has much that the
 * other has not: then the anchors' lines and a few of usual length, for documents with hardly an anchor.
 */
function lengthRatio(chain: readonly Anchor[], sourceLengths: Float64Array, targetLengths: Float64Array): number {
  let sources = ADDED * mean(sourceLengths)
  let targets = ADDED * mean(targetLengths)
  for (const { source, target, similarity } of chain) {
    sources += similarity * sourceLengths[source]!
    targets += similarity * targetLengths[target]!
  }
  const anchored = targets / sources
  const whole = (mean(targetLengths) * targetLengths.length) / (mean(sourceLengths) * sourceLengths.length)
  return Math.abs(Math.log(whole / anchored)) > UNEQUAL ? anchored : whole
}

function mean(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0) / values.length
}
