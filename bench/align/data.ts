/** Sets of aligned documents under SYNOPTIC_DATA/align-dev, and how an alignment is scored. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AlignOptions, parseLadder } from '../../src/stages/align/index.ts'

/** Source and target lines that belong together; an empty side is a line left alone. */
export type Pair = readonly [source: readonly number[], target: readonly number[]]

export interface AlignedDocument {
  readonly source: readonly string[]
  readonly target: readonly string[]
  readonly from: string
  readonly to: string
  readonly pivots: readonly (readonly string[])[]
  readonly targetPivots: readonly (readonly string[])[]
  readonly gold: readonly Pair[]
}

export interface AlignedSet {
  readonly name: string
  readonly documents: readonly AlignedDocument[]
  /** The gold says nothing of unaligned lines, so they do not count. */
  readonly pairsOnly: boolean
}

export function loadSets(data: string): AlignedSet[] {
  const root = join(data, 'align-dev')
  return readdirSync(root)
    .sort()
    .map((name) => {
      const [from = 'und', to = 'und'] = name.split('-').slice(-2)
      const documents = readdirSync(join(root, name))
        .sort()
        .map((document) => loadDocument(join(root, name, document), from, to))
      return { name, documents, pairsOnly: name.startsWith('deplain') }
    })
}

function loadDocument(folder: string, from: string, to: string): AlignedDocument {
  const source = lines(join(folder, 'src.txt'))
  const target = lines(join(folder, 'tgt.txt'))
  const files = readdirSync(folder).sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
  // Some recorded translations lack a line, which the aligner refuses; the untranslated line stands in for it.
  const translations = (side: string, whole: readonly string[]) =>
    files
      .filter((file) => file.startsWith(`${side}.trans`))
      .map((file) => lines(join(folder, file)).map((line, index) => (line.trim() === '' ? whole[index]! : line)))
  const gold = existsSync(join(folder, 'gold.txt')) ? readFileSync(join(folder, 'gold.txt'), 'utf8') : ''
  return {
    source,
    target,
    from,
    to,
    pivots: translations('src', source),
    targetPivots: translations('tgt', target),
    gold: alone(parseLadder(gold, join(folder, 'gold.txt')).map(({ source, target }) => [source, target])),
  }
}

function lines(file: string): string[] {
  return readFileSync(file, 'utf8').replace(/\n$/, '').split('\n')
}

/** The translations an aligner may be given, by name. */
export function settings({ from, to, pivots, targetPivots }: AlignedDocument): Record<string, AlignOptions> {
  const settings: Record<string, AlignOptions> = { none: { from, to } }
  if (pivots.length > 0) settings.one = { from, to, pivots: pivots.slice(0, 1) }
  if (pivots.length > 1) settings.all = { from, to, pivots }
  if (targetPivots.length > 0) {
    settings.reverse = { from, to, targetPivots }
    settings.both = { from, to, pivots, targetPivots }
  }
  return settings
}

/** Unaligned lines one by one, as vecalign's score.py takes them. */
function alone(pairs: readonly Pair[]): Pair[] {
  return pairs.flatMap(([source, target]): Pair[] => {
    if (source.length === 0) return target.map((line) => [[], [line]])
    if (target.length === 0) return source.map((line) => [[line], []])
    return [[source, target]]
  })
}

export interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** Counted as vecalign's score.py does: strict = the same pair, lax = a pair that shares a link; unaligned lines count for precision only. */
export function score(
  results: readonly (readonly [gold: readonly Pair[], found: readonly Pair[]])[],
  pairsOnly: boolean,
): { strict: Score; lax: Score } {
  const precision = { strict: 0, lax: 0, total: 0 }
  const recall = { strict: 0, lax: 0, total: 0 }
  for (const [gold, found] of results) {
    add(precision, pairsOnly ? gold.filter(isPair) : gold, alone(pairsOnly ? found.filter(isPair) : found))
    add(recall, found.filter(isPair), gold.filter(isPair))
  }
  const of = (kind: 'strict' | 'lax'): Score => {
    const [p, r] = [precision[kind] / (precision.total || 1), recall[kind] / (recall.total || 1)]
    return { precision: p, recall: r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) }
  }
  return { strict: of('strict'), lax: of('lax') }
}

function isPair([source, target]: Pair): boolean {
  return source.length > 0 && target.length > 0
}

function add(counts: { strict: number; lax: number; total: number }, truth: readonly Pair[], tested: readonly Pair[]): void {
  const same = new Set(truth.map((pair) => JSON.stringify(pair)))
  const links = new Set(truth.flatMap(([source, target]) => source.flatMap((i) => target.map((j) => `${i} ${j}`))))
  for (const [source, target] of tested) {
    counts.total++
    const strict = same.has(JSON.stringify([source, target]))
    if (strict) counts.strict++
    if (strict || source.some((i) => target.some((j) => links.has(`${i} ${j}`)))) counts.lax++
  }
}

/** Chances are told apart by tenths. */
const BINS = 10

/** Guo et al. 2017: how far the mean score of each tenth is from the share that is right, by how many pairs there are. 0..1 */
export function calibrationError(chances: readonly (readonly [chance: number, isRight: boolean])[]): number {
  const bins = Array.from({ length: BINS }, () => ({ said: 0, right: 0 }))
  for (const [chance, isRight] of chances) {
    const bin = bins[Math.min(BINS - 1, Math.floor(chance * BINS))]!
    bin.said += chance
    bin.right += isRight ? 1 : 0
  }
  return bins.reduce((sum, { said, right }) => sum + Math.abs(said - right), 0) / (chances.length || 1)
}
