/**
 * What makes documents hard to align, done to easy ones: what the one lacks or has more, free and bad translation, digests. Generated, the same
 * every time, so that a change of the aligner is not judged by the few hard documents whose alignment is known.
 */
import { randomNumbers } from '../random.mjs'
import { reworded } from '../versions/edits.ts'
import type { AlignedDocument, AlignedSet, Pair } from './data.ts'

export const hardships = ['gaps', 'inserted', 'free', 'digest'] as const
export type Hardship = (typeof hardships)[number]

/** What becomes of a line: how many lines, whether they go with the one before, what is put in front of them. */
interface Plan {
  readonly parts: number
  readonly joins: boolean
  /** So many lines of another document. */
  readonly inserted: number
  /** Words that change: of the line's translations, or of the line itself where it needs none. 0..1 */
  readonly reworded: number
}

const kept: Plan = { parts: 1, joins: false, inserted: 0, reworded: 0 }

/** The set with every document made harder in one way. */
export function hardened(set: AlignedSet, hardship: Hardship): AlignedSet {
  const documents = set.documents.map((document, at) => {
    const other = set.documents[(at + 1) % set.documents.length]!
    const random = randomNumbers(at * 7919 + hardships.indexOf(hardship))
    const planned = (side: 'source' | 'target') => document[side].map(planners[hardship][side](random))
    const source = rebuilt(document, other, 'source', planned('source'), random)
    const target = rebuilt(document, other, 'target', planned('target'), random)
    return {
      ...document,
      source: source.lines,
      target: target.lines,
      pivots: source.translations,
      targetPivots: target.translations,
      gold: regrouped(document.gold, source, target),
    }
  })
  return { ...set, name: `${set.name}, ${hardship}`, documents }
}

/** Makes the plan of one line after the other; `random` gives numbers 0..1. */
type Planner = (random: () => number) => () => Plan

const planners: Record<Hardship, Record<'source' | 'target', Planner>> = {
  gaps: { source: inRuns, target: inRuns },
  inserted: { source: withOthers, target: withOthers },
  free: {
    source: (random) => () => ({ ...kept, parts: random() < 0.2 ? 2 : 1, reworded: 0.4 }),
    target: (random) => () => ({ ...kept, joins: random() < 0.25, reworded: 0.2 }),
  },
  digest: {
    source: () => () => ({ ...kept, reworded: 0.2 }),
    target: (random) => () => ({ ...kept, parts: random() < 0.5 ? 0 : 1, reworded: 0.2 }),
  },
}

/** Lacks runs of one to eight lines, about a fifth of all. */
function inRuns(random: () => number): () => Plan {
  let lacking = 0
  return () => {
    if (lacking === 0 && random() < 0.05) lacking = 1 + Math.floor(random() * 8)
    if (lacking === 0) return kept
    lacking -= 1
    return { ...kept, parts: 0 }
  }
}

/** Has runs of one to six lines of another document. */
function withOthers(random: () => number): () => Plan {
  return () => (random() < 0.05 ? { ...kept, inserted: 1 + Math.floor(random() * 6) } : kept)
}

interface Rebuilt {
  readonly lines: readonly string[]
  readonly translations: readonly (readonly string[])[]
  /** Of each line as it was, the lines it is in now. */
  readonly at: readonly (readonly number[])[]
}

function rebuilt(
  document: AlignedDocument,
  other: AlignedDocument,
  side: 'source' | 'target',
  plan: readonly Plan[],
  random: () => number,
): Rebuilt {
  const translationsOf = (one: AlignedDocument) => (side === 'source' ? one.pivots : one.targetPivots)
  const [texts, others] = [document, other].map((one) => [one[side], ...translationsOf(one)]) as [string[][], string[][]]
  const words = texts.map((lines) => lines.join(' ').split(' '))
  const isCompared = document.from === document.to
  const out: string[][] = texts.map(() => [])
  const at = plan.map(({ parts, joins, inserted, reworded: share }, line): number[] => {
    for (let more = 0; more < inserted; more++) {
      const from = (line + more) % others[0]!.length
      for (const [text, lines] of out.entries()) lines.push((others[text] ?? others[0]!)[from]!)
    }
    const isJoined = joins && out[0]!.length > 0 && parts > 0
    const first = out[0]!.length - (isJoined ? 1 : 0)
    for (const [text, lines] of out.entries()) {
      const changes = isCompared || text > 0
      const whole = texts[text]![line]!
      const said = (changes && share > 0 && reworded(whole, words[text]!, share, random)) || whole
      const pieces = cut(said, parts)
      if (isJoined) lines[first] = [lines[first], ...pieces].join(' ')
      else lines.push(...pieces)
    }
    return Array.from({ length: parts }, (_, part) => first + part)
  })
  return { lines: out[0]!, translations: out.slice(1), at }
}

/** In so many parts of about as many characters, by words where there are any. */
function cut(text: string, parts: number): string[] {
  if (parts < 2) return parts === 0 ? [] : [text]
  const middle = Math.ceil(text.length / 2)
  const space = text.indexOf(' ', middle)
  const at = space < 0 ? middle : space + 1
  return [text.slice(0, at).trim() || text, text.slice(at).trim() || text]
}

/** The pairs in the new lines; those that share a line now are one; the lines without a partner stand alone. */
function regrouped(gold: readonly Pair[], source: Rebuilt, target: Rebuilt): Pair[] {
  const groups: [Set<number>, Set<number>][] = []
  for (const [a, b] of gold) {
    const sides: [Set<number>, Set<number>] = [
      new Set(a.flatMap((line) => source.at[line]!)),
      new Set(b.flatMap((line) => target.at[line]!)),
    ]
    if (sides[0].size === 0 || sides[1].size === 0) continue
    for (let other = groups.length - 1; other >= 0; other--) {
      const group = groups[other]!
      if (!group.some((lines, side) => [...lines].some((line) => sides[side]!.has(line)))) continue
      for (const [side, lines] of group.entries()) for (const line of lines) sides[side]!.add(line)
      groups.splice(other, 1)
    }
    groups.push(sides)
  }
  const rising = (lines: Set<number>) => [...lines].sort((x, y) => x - y)
  const pairs = groups.map(([a, b]): Pair => [rising(a), rising(b)])
  const [paired, pairedTarget] = [new Set(pairs.flatMap(([a]) => a)), new Set(pairs.flatMap(([, b]) => b))]
  return [
    ...pairs,
    ...source.lines.flatMap((_, line): Pair[] => (paired.has(line) ? [] : [[[line], []]])),
    ...target.lines.flatMap((_, line): Pair[] => (pairedTarget.has(line) ? [] : [[[], [line]]])),
  ].sort(([a, b], [c, d]) => (a[0] ?? Number.POSITIVE_INFINITY) - (c[0] ?? Number.POSITIVE_INFINITY) || (b[0] ?? 0) - (d[0] ?? 0))
}
