/**
 * Blocks that stand elsewhere in the one text than in the other. The path through two texts rises on both sides, so it leaves them alone on both:
 * what is alone in a row here and in a row there, and has enough in common, line by line, is looked at once more.
 */
import type { Alignment } from '../../article.ts'
import { type Anchor, candidates, heaviestChain } from './anchors.ts'
import { viewOf } from './view.ts'

/** Lines of one side that stand side by side: from, and the one after the last. */
type Run = readonly [from: number, to: number]

interface Block {
  readonly source: Run
  readonly target: Run
}

/** Fewer lines in a row may be alone on both sides by chance. */
const LEAST_LINES = 3
/** Of the lines of a block, at least so many have a line in the other like them. */
const LEAST_LIKE = 0.5
/** And those are on the average as like as this share of what lines beside each other are. Foreign lines of a document's topic reach a third. */
const LEAST_LIKENESS = 0.6
/** Pairs that the path has found and that are looked at beside what it has left, to know how like lines of these texts are. */
const SAMPLED = 200
/** Where there are hardly any. Dice of a line and its translation by a small engine: .3 to .7. */
const USUAL = 0.3
const ENOUGH = 5
/** Blocks of one document: each costs a look at all that is left. */
const MOST_BLOCKS = 100

/** Pairs the lines source[from..to) and target[from..to), by themselves. */
export type AlignBlock = (source: Run, target: Run) => readonly Alignment[]

/**
 * The alignments, with those of blocks out of order among them where their source stands.
 * @param left, right the two texts in one language, as many lines as the alignments are about
 */
export function withMoved(
  path: readonly Alignment[],
  left: readonly string[],
  right: readonly string[],
  alignBlock: AlignBlock,
): readonly Alignment[] {
  let alignments = path
  let alone = { source: aloneIn(alignments, 'source'), target: aloneIn(alignments, 'target') }
  if (runsOf(alone.source).length === 0 || runsOf(alone.target).length === 0) return path
  const { likely, usual } = likeLines(path, left, right)
  for (let blocks = 0; blocks < MOST_BLOCKS; blocks++) {
    const block = bestBlock(likely, usual, runsOf(alone.source), runsOf(alone.target))
    if (block === undefined) break
    const found = alignBlock(block.source, block.target).filter(({ source, target }) => source.length > 0 && target.length > 0)
    if (found.length === 0) break
    alignments = inserted(alignments, found)
    const [sources, targets] = [new Set(found.flatMap(({ source }) => source)), new Set(found.flatMap(({ target }) => target))]
    // What a block leaves alone is not looked at again: it is among lines that have found their partners.
    const isOut = (line: number, [from, to]: Run) => line < from || line >= to
    alone = {
      source: alone.source.filter((line) => !sources.has(line) && isOut(line, block.source)),
      target: alone.target.filter((line) => !targets.has(line) && isOut(line, block.target)),
    }
  }
  return alignments
}

/** Rising. */
function aloneIn(alignments: readonly Alignment[], side: 'source' | 'target'): number[] {
  const other = side === 'source' ? 'target' : 'source'
  return alignments.flatMap((one) => (one[other].length === 0 ? one[side] : [])).sort((a, b) => a - b)
}

function runsOf(lines: readonly number[]): Run[] {
  const runs: [number, number][] = []
  for (const line of lines) {
    const last = runs.at(-1)
    if (last?.[1] === line) last[1] += 1
    else runs.push([line, line + 1])
  }
  return runs.filter(([from, to]) => to - from >= LEAST_LINES)
}

/** Lines that are alone and like each other, with rising source; and how like lines are that belong together. */
function likeLines(path: readonly Alignment[], left: readonly string[], right: readonly string[]) {
  const single = path.filter(({ source, target }) => source.length === 1 && target.length === 1)
  const step = Math.max(1, Math.ceil(single.length / SAMPLED))
  const sample = single.filter((_, at) => at % step === 0)
  const lines = (side: 'source' | 'target') => [...aloneIn(path, side), ...sample.map((one) => one[side][0]!)].sort((a, b) => a - b)
  const [sources, targets] = [lines('source'), lines('target')]
  const found = candidates(
    viewOf(
      sources.map((line) => left[line]!),
      targets.map((line) => right[line]!),
    ),
  ).map(({ source, target, similarity }): Anchor => ({ source: sources[source]!, target: targets[target]!, similarity }))
  const together = new Map(sample.map(({ source, target }) => [source[0]!, target[0]!]))
  const likeness = found.flatMap(({ source, target, similarity }) => (together.get(source) === target ? [similarity] : []))
  likeness.sort((a, b) => a - b)
  const usual = likeness.length < ENOUGH ? USUAL : likeness[Math.floor(likeness.length / 2)]!
  return { likely: found.filter(({ source, target }) => !together.has(source) && together.get(source) !== target), usual }
}

/** The two runs that have most in common, as far as it goes; undefined when no two have enough. */
function bestBlock(likely: readonly Anchor[], usual: number, sources: readonly Run[], targets: readonly Run[]): Block | undefined {
  const byRuns = new Map<number, Anchor[]>()
  const [sourceRun, targetRun] = [placeIn(sources), placeIn(targets)]
  for (const anchor of likely) {
    const [source, target] = [sourceRun(anchor.source), targetRun(anchor.target)]
    if (source === undefined || target === undefined) continue
    const key = source * targets.length + target
    byRuns.set(key, [...(byRuns.get(key) ?? []), anchor])
  }
  let best: { block: Block; weight: number } | undefined
  for (const [key, anchors] of byRuns) {
    const [source, target] = [sources[Math.floor(key / targets.length)]!, targets[key % targets.length]!]
    const chain = heaviestChain(anchors, target[1])
    const [first, last] = [chain[0], chain.at(-1)]
    if (first === undefined || last === undefined || chain.length < LEAST_LINES) continue
    // One line more on either side: it may belong there without looking like it.
    const block: Block = {
      source: [Math.max(source[0], first.source - 1), Math.min(source[1], last.source + 2)],
      target: [Math.max(target[0], first.target - 1), Math.min(target[1], last.target + 2)],
    }
    const shorter = Math.min(last.source - first.source, last.target - first.target) + 1
    const weight = chain.reduce((sum, { similarity }) => sum + similarity, 0)
    if (chain.length < LEAST_LIKE * shorter || weight < LEAST_LIKENESS * usual * chain.length) continue
    if (best === undefined || weight > best.weight) best = { block, weight }
  }
  return best?.block
}

/** The number of the run that a line is in. */
function placeIn(runs: readonly Run[]): (line: number) => number | undefined {
  const places = new Map<number, number>()
  for (const [at, [from, to]] of runs.entries()) for (let line = from; line < to; line++) places.set(line, at)
  return (line) => places.get(line)
}

/** With `found` where its source stands; its lines no longer stand alone. */
function inserted(alignments: readonly Alignment[], found: readonly Alignment[]): Alignment[] {
  const [sources, targets] = [new Map(found.map((one) => [one.source[0]!, one])), new Set(found.flatMap(({ target }) => target))]
  const taken = new Set(found.flatMap(({ source }) => source))
  return alignments.flatMap((one): Alignment[] => {
    if (one.target.length === 0 && one.source.some((line) => taken.has(line))) {
      const first = sources.get(one.source[0]!)
      return first === undefined ? [] : [{ ...first, moved: true }]
    }
    return one.source.length === 0 && one.target.some((line) => targets.has(line)) ? [] : [one]
  })
}
