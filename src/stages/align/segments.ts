import type { Alignment, Language } from '../../article.ts'
import { UsageError } from '../../errors.ts'
import { baseLanguage } from '../../language.ts'
import { type Anchor, anchors } from './anchors.ts'
import { type Band, bandAround } from './band.ts'
import { type Calibration, calibrated, type Judged } from './calibration.ts'
import { type Evidence, evidenceOf, FEATURES } from './evidence.ts'
import { type Habits, habit } from './habits.ts'
import { withMoved } from './moved.ts'
import { bestPath, expectedSteps, type Step } from './path.ts'
import { anchoredBy, forbid, type Said } from './said.ts'
import { ONE_TO_ONE, SHAPES, SOURCES, TARGETS } from './shapes.ts'
import { viewOf } from './view.ts'
import {
  translated,
  translatedCalibration,
  translatedHabits,
  untranslated,
  untranslatedCalibration,
  untranslatedHabits,
} from './weights.ts'

export interface AlignOptions {
  /** Of the source. When both sides are in one language, no pivot is needed. */
  readonly from?: Language
  /** Of the target. */
  readonly to?: Language
  /** Translations of the source into the target language, line by line. */
  readonly pivots?: readonly (readonly string[])[]
  /** Translations of the target into the source language, line by line. */
  readonly targetPivots?: readonly (readonly string[])[]
  /** Rows that people confirmed or took apart, by the indexes of their lines. Confirmed ones that no path can pass are not heeded. */
  readonly said?: Said
  /** Whether the rows rise on both sides; blocks that stand elsewhere in the one text are then left alone. @defaultValue false */
  readonly inOrder?: boolean
}

/** In lines: how far a path may stray from an anchor that rests on translated text, and from one that rests on names and numbers. */
const NEAR = 8
const FAR = 40
/** And from a line's own place, when that is all that is asked. */
const BESIDE = 1
/** So few cells are all looked at when the anchors are weak. */
const SMALL = 250_000

/**
 * Pairs the lines of two texts in their order, one to six lines with one, or two or three with two or three; what has no partner
 * stands alone, with score 0. Every line comes up exactly once. The score of a pair is the chance that it is one.
 *
 * Blocks of at least three lines that stand elsewhere in the one text than in the other are found after that, where both are in one language or
 * translated into one; their rows are marked `moved`, and stand where their source does.
 *
 * Candidates come from shared words, prefixes, character trigrams and numbers, weighted by rarity, between each translation and
 * the text it was made to resemble, and from the lengths (Gale & Church 1993). A semi-Markov conditional random field (Sarawagi &
 * Cohen 2004) weighs them, and what the documents make likely as a whole; the best path is found in a band around a first chain of anchors. Time and memory grow with the
 * length of the texts, not with its square.
 *
 * @throws UsageError when a pivot has not one line for each line of its side, or an empty one where its side has text.
 */
export function alignSegments(source: readonly string[], target: readonly string[], options: AlignOptions = {}): Alignment[] {
  const { said: _, pivots = [], targetPivots = [], ...languages } = options
  for (const pivot of pivots) checkPivot(pivot, source, 'source')
  for (const pivot of targetPivots) checkPivot(pivot, target, 'target')
  if (source.length === 0 || target.length === 0) return unaligned(source.length, target.length)
  const path = alongPath(source, target, options)
  const [view] = options.inOrder ? [] : sameLanguagePairs(source, target, options)
  if (view === undefined) return path
  return [
    ...withMoved(path, ...view, (from, to) => {
      const within = ([first, end]: readonly [number, number]) => ({ first, of: (lines: readonly string[]) => lines.slice(first, end) })
      const [left, right] = [within(from), within(to)]
      const inside = { ...languages, pivots: pivots.map(left.of), targetPivots: targetPivots.map(right.of) }
      return alongPath(left.of(source), right.of(target), inside).map((one) => ({
        ...one,
        source: one.source.map((line) => line + left.first),
        target: one.target.map((line) => line + right.first),
      }))
    }),
  ]
}

/** The alignments of one path, which rises on both sides. Neither side is empty. */
function alongPath(source: readonly string[], target: readonly string[], options: AlignOptions): Alignment[] {
  const { path, pairs, calibration } = pathOf(source, target, options)
  const scores = calibrated(pairs, calibration)
  let pair = 0
  return path.map(({ source, target, shape }) => {
    const [sources, targets] = SHAPES[shape]!
    return {
      source: Array.from({ length: sources }, (_, line) => source + line),
      target: Array.from({ length: targets }, (_, line) => target + line),
      score: isPair(shape) ? scores[pair++]! : 0,
    }
  })
}

/** The best path, and what is known of its pairs, in its order. Neither side is empty. */
export function pathOf(
  source: readonly string[],
  target: readonly string[],
  options: AlignOptions,
): { path: Step[]; pairs: Judged[]; calibration: Calibration } {
  const { evidence, weights, habits, calibration } = look(source, target, options)
  const value = weigh(evidence, weights, source.length, target.length)
  favour(value, habit(expectedSteps(value, evidence.band), habits))
  if (options.said !== undefined) forbid(options.said, value, evidence.band)
  const path = bestPath(value, evidence.band)
  const vector = new Float64Array(FEATURES.length)
  const [similarity, z2] = [FEATURES.indexOf('similarity'), FEATURES.indexOf('length z²')]
  const pairs = path
    .filter(({ shape }) => isPair(shape))
    .map(({ source, target, shape, probability }) => {
      evidence.features(source, target, shape, vector)
      return { probability, similarity: vector[similarity]!, z2: -vector[z2]!, isJoined: shape !== ONE_TO_ONE }
    })
  return { path, pairs, calibration }
}

function isPair(shape: number): boolean {
  return Math.min(...SHAPES[shape]!) > 0
}

/**
 * How sure the model is of each line of `source` and the line of `target` beside it, 0..1: as many as there are lines, which must be as many on
 * both sides. It is not told that they belong together, only that they are near.
 */
export function scoresBeside(source: readonly string[], target: readonly string[]): readonly number[] {
  if (source.length === 0) return []
  const views = [{ view: viewOf(source, target), anchors: [] }]
  const diagonal = source.map((_, line): Anchor => ({ source: line, target: line, similarity: 1 }))
  const band = bandAround(diagonal, BESIDE, source.length, target.length)
  const evidence = evidenceOf(views, lengths(source), lengths(target), band)
  const scores = source.map(() => 0)
  for (const step of bestPath(weigh(evidence, untranslated, source.length, target.length), band)) {
    const [sources, targets] = SHAPES[step.shape]!
    const isBeside = sources === 1 && targets === 1 && step.source === step.target
    // Where the model thinks otherwise, no more than it is unsure of that.
    for (let line = step.source; line < step.source + sources; line++) scores[line] = isBeside ? step.probability : 1 - step.probability
  }
  return scores
}

/** Everything the model judges by, and its weights for that kind of evidence. Neither side is empty. */
export function look(
  source: readonly string[],
  target: readonly string[],
  options: AlignOptions,
): { evidence: Evidence; weights: Float64Array; habits: Habits; calibration: Calibration } {
  const pairs = sameLanguagePairs(source, target, options)
  const [first = [source, target] as const] = pairs
  const views = (pairs.length > 0 ? pairs : [first]).map(([left, right]) => {
    const view = viewOf(left, right)
    return { view, anchors: anchors(view) }
  })
  const chain = anchoredBy(options.said?.confirmed ?? [], views[0]!.anchors)
  const band = pairs.length > 0 ? bandAround(chain, NEAR, source.length, target.length) : cautiousBand(chain, source.length, target.length)
  const evidence = evidenceOf(views, lengths(first[0]), lengths(first[1]), band)
  return pairs.length > 0
    ? { evidence, weights: translated, habits: translatedHabits, calibration: translatedCalibration }
    : { evidence, weights: untranslated, habits: untranslatedHabits, calibration: untranslatedCalibration }
}

/** The two texts in one language each, once for each translation. */
function sameLanguagePairs(
  source: readonly string[],
  target: readonly string[],
  { from, to, pivots = [], targetPivots = [] }: AlignOptions,
): (readonly [readonly string[], readonly string[]])[] {
  const pairs = [...pivots.map((pivot) => [pivot, target] as const), ...targetPivots.map((pivot) => [source, pivot] as const)]
  const same = from !== undefined && to !== undefined && from !== 'und' && baseLanguage(from) === baseLanguage(to)
  return same ? [[source, target], ...pairs] : pairs
}

/** Without a translation many anchors are wrong: keep the best quarter, and go far around them. */
function cautiousBand(chain: readonly Anchor[], sources: number, targets: number): Band {
  if ((sources + 1) * (targets + 1) <= SMALL) return bandAround([], Math.max(sources, targets), sources, targets)
  const similarities = chain.map(({ similarity }) => similarity).sort((a, b) => a - b)
  const enough = similarities[Math.floor(0.75 * similarities.length)] ?? 0
  const trusted = chain.filter(({ similarity }) => similarity >= enough)
  return bandAround(trusted, FAR, sources, targets)
}

/** The value of each shape from each cell of the band: the logarithm of its weight, up to a constant. */
function weigh({ band, features }: Evidence, weights: Float64Array, sources: number, targets: number): Float32Array {
  const value = new Float32Array(band.cells * SHAPES.length).fill(Number.NEGATIVE_INFINITY)
  const vector = new Float64Array(FEATURES.length)
  for (let i = 0; i <= sources; i++) {
    for (let j = band.low[i]!; j <= band.high[i]!; j++) {
      const cell = (band.offset[i]! + j - band.low[i]!) * SHAPES.length
      for (let shape = 0; shape < SHAPES.length; shape++) {
        if (i + SOURCES[shape]! > sources || j + TARGETS[shape]! > targets) continue
        features(i, j, shape, vector)
        let total = 0
        for (let feature = 0; feature < FEATURES.length; feature++) total += weights[feature]! * vector[feature]!
        value[cell + shape] = total
      }
    }
  }
  return value
}

/** Adds to the value of every line left alone. */
function favour(value: Float32Array, more: number): void {
  if (more === 0) return
  for (const [shape, [sources, targets]] of SHAPES.entries()) {
    if (Math.min(sources, targets) > 0) continue
    for (let at = shape; at < value.length; at += SHAPES.length) value[at]! += more
  }
}

/** One more than the characters: an empty line has a length too. */
function lengths(lines: readonly string[]): Float64Array {
  return Float64Array.from(lines, (line) => line.length + 1)
}

function unaligned(sources: number, targets: number): Alignment[] {
  return [
    ...Array.from({ length: sources }, (_, line) => ({ source: [line], target: [], score: 0 })),
    ...Array.from({ length: targets }, (_, line) => ({ source: [], target: [line], score: 0 })),
  ]
}

function checkPivot(pivot: readonly string[], lines: readonly string[], side: string): void {
  if (pivot.length !== lines.length) {
    throw new UsageError(`a translation of the ${side} must have a line for each of its ${lines.length} lines, got ${pivot.length}`)
  }
  const empty = pivot.findIndex((line, index) => line.trim() === '' && lines[index]!.trim() !== '')
  if (empty >= 0) throw new UsageError(`line ${empty + 1} of a translation of the ${side} is empty, the ${side}'s is not`)
}
