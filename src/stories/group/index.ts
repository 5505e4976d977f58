/** Sketches → groups of versions, and pairs of articles that tell of the same. */
import { baseLanguage } from '../../language.ts'
import type { Sketch } from '../sketch/index.ts'
import type { Kind } from '../version.ts'
import { Clusters } from './clusters.ts'
import { type Evidence, Witness } from './evidence.ts'
import { lookByMarks, lookByWords } from './look.ts'
import { margins } from './margins.ts'
import { Rarity } from './rarity.ts'
import { accord, chanceByMarks, chanceByWords, isSameStory, LIKELY } from './verdict.ts'

/** Two texts, by their numbers, a < b. */
export interface Link {
  readonly a: number
  readonly b: number
  readonly kind: Kind
  /** 0..1: by weight, the share of what they say that they share (Dice). */
  readonly similarity: number
}

export interface Group {
  /** Rising. */
  readonly members: readonly number[]
  /** All of them, in a group of at most MOST_PAIRED members; else as many as hold the group together. */
  readonly pairs: readonly Link[]
}

export interface Grouping {
  readonly groups: readonly Group[]
  /** Pairs of texts of different groups, or of none, and how much of what they name they share, 0..1. */
  readonly sameStory: readonly (readonly [a: number, b: number, similarity: number])[]
}

/** Least mean accord of the members of two groups, and how many of each are asked. */
const TOGETHER = 0.35
const SAMPLED = 3
/** Of a larger group not each pair is compared. */
const MOST_PAIRED = 24

/**
 * Finds versions: first among texts that can be compared in one language, the article's own or one it was translated into; then, by names,
 * numbers and lengths, among those that cannot, where a group that was found counts as one. The order of the texts does not matter but for
 * their numbers.
 */
export function group(sketches: readonly Sketch[]): Grouping {
  const rarity = new Rarity()
  for (const sketch of sketches) rarity.add(sketch)
  const witness = new Witness(sketches, rarity)
  const clusters = new Clusters(sketches.length)
  /** What joined two groups, each. */
  const joints: Evidence[] = []
  const link = (chances: readonly { readonly evidence: Evidence; readonly chance: number }[]): void => {
    const likely = chances.filter(({ chance }) => chance >= LIKELY).sort((x, y) => y.chance - x.chance || order(x.evidence, y.evidence))
    for (const { evidence } of likely) {
      if (clusters.of(evidence.a) === clusters.of(evidence.b)) continue
      if (!goTogether(clusters.members(evidence.a), clusters.members(evidence.b), witness)) continue
      clusters.join(evidence.a, evidence.b)
      joints.push(evidence)
    }
  }

  for (const [a, b] of givenPairs(sketches)) {
    if (clusters.of(a) === clusters.of(b)) continue
    clusters.join(a, b)
    joints.push(witness.between(a, b))
  }
  const byWords = lookByWords(sketches, rarity, witness)
  link(byWords.map((evidence) => ({ evidence, chance: chanceByWords(evidence) })))
  const byMarks = lookByMarks(sketches, rarity, witness)
  const marginOf = margins(byMarks, clusters, witness)
  link(byMarks.map((evidence) => ({ evidence, chance: chanceByMarks(evidence, marginOf(evidence)) })))

  const linkOf = ({ a, b, dice }: Evidence): Link => ({ a, b, kind: kindOf(a, b, witness), similarity: dice })
  return {
    groups: clusters.groups.map((members) => ({
      members,
      pairs: (members.length <= MOST_PAIRED ? allPairs(members).map(([a, b]) => witness.between(a, b)) : inside(joints, members)).map(
        linkOf,
      ),
    })),
    sameStory: [...byWords, ...byMarks]
      .filter((evidence) => clusters.of(evidence.a) !== clusters.of(evidence.b) && isSameStory(evidence, witness.rarest(evidence)))
      .sort(order)
      .map(({ a, b, nameDice }) => [a, b, nameDice] as const),
  }
}

/** Whether the members of two groups belong together as a rule, and not these two texts alone: a survey of the week is no version of its stories. */
function goTogether(one: readonly number[], other: readonly number[], witness: Witness): boolean {
  if (one.length * other.length === 1) return true
  const accords = some(one).flatMap((a) => some(other).map((b) => accord(witness.between(Math.min(a, b), Math.max(a, b)))))
  return accords.reduce((sum, value) => sum + value, 0) >= TOGETHER * accords.length
}

/** A few of the members, evenly spread. */
function some(members: readonly number[]): number[] {
  const count = Math.min(members.length, SAMPLED)
  return Array.from({ length: count }, (_, at) => members[Math.floor((at * members.length) / count)]!)
}

function order(x: Evidence, y: Evidence): number {
  return x.a - y.a || x.b - y.b
}

/** What the input itself says are versions, a < b. */
function givenPairs(sketches: readonly Sketch[]): [number, number][] {
  const numbers = new Map(sketches.map(({ id }, text) => [id, text]))
  return sketches.flatMap(({ given }, a) =>
    given.flatMap((id): [number, number][] => {
      const b = numbers.get(id)
      return b === undefined || b <= a ? [] : [[a, b]]
    }),
  )
}

function kindOf(a: number, b: number, witness: Witness): Kind {
  return baseLanguage(witness.languageOf(a)) === baseLanguage(witness.languageOf(b)) ? 'copy' : 'translation'
}

function allPairs(members: readonly number[]): [number, number][] {
  return members.flatMap((a, at) => members.slice(at + 1).map((b): [number, number] => [a, b]))
}

/** What joined the members. */
function inside(joints: readonly Evidence[], members: readonly number[]): Evidence[] {
  const group = new Set(members)
  return joints.filter(({ a }) => group.has(a)).sort(order)
}
