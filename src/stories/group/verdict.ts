/** How likely two texts are versions of one story. */
import { type Evidence, LEAST_DICE } from './evidence.ts'
import { byMarks, byWords } from './weights.ts'

/** How much better than with any other story a text goes with this one; more says no more. */
const MOST_MARGIN = 1
/** What is told in parallel in one language, in the same order: shuffled copies are not, nor what only has its topic in common. */
const ORDERED = 1.5
/** What is told in parallel says so from here on; below, nothing else makes up for it. */
const IN_PARALLEL = 1

/** What the model looks at, in the order of its weights; the first is always there. */
export function featuresByWords({ dice, contained, parallel }: Evidence): number[] {
  return [1, dice, contained, parallel, dice * parallel, Math.max(0, parallel - ORDERED)]
}

/** @param margin how much more `strength` there is than in the best pair of either text with another story in the other's language */
export function featuresByMarks({ dice, contained, parallel }: Evidence, margin: number): number[] {
  return [1, dice, contained, parallel, Math.min(IN_PARALLEL, parallel), Math.max(-MOST_MARGIN, Math.min(MOST_MARGIN, margin))]
}

/** One figure of what speaks for a pair, to compare it with another pair of the same text. Its weights are those that the first tries gave. */
export function strength({ dice, parallel }: Evidence): number {
  return parallel + 3 * dice
}

/** 0..1 */
export function chanceByWords(evidence: Evidence): number {
  return logistic(featuresByWords(evidence), byWords)
}

/** 0..1 */
export function chanceByMarks(evidence: Evidence, margin: number): number {
  return logistic(featuresByMarks(evidence, margin), byMarks)
}

/** A link likelier than not. */
export const LIKELY = 0.5

/** Whether anything comes of a pair that was compared in one language. */
export function saysSomething(evidence: Evidence, rarest: number): boolean {
  return evidence.dice >= LEAST_DICE && (chanceByWords(evidence) >= LIKELY || isSameStory(evidence, rarest))
}

/** How far two members of groups that are to be one go together: from 0, for texts that have nothing to do with each other, to 1 and more. */
export function accord({ language, contained, parallel }: Evidence): number {
  return language === undefined ? parallel / TRANSLATED : contained + parallel / COPIED
}

/** What translations are told in parallel, nats a sentence. */
const TRANSLATED = 2.5
/** Of copies, what is told in parallel counts beside what they share. */
const COPIED = 10

function logistic(features: readonly number[], weights: readonly number[]): number {
  const total = features.reduce((sum, feature, at) => sum + feature * weights[at]!, 0)
  return 1 / (1 + Math.exp(-total))
}

/**
 * Whether two texts that are no versions of each other tell of the same: they have so many rare names and numbers in common, as much as
 * `SAME` names that only these two texts have, and these are so much of all that they name.
 *
 * 1,137 articles, five of them about one man: their ten pairs have 92 to 262 nats of names in common and .18 to .77 of all, the others at most 37
 * nats; a name that two texts alone have counts 7 nats in its letters and 7 in its sounds.
 */
export function isSameStory({ names, nameDice }: Evidence, rarest: number): boolean {
  return names >= SAME * rarest && nameDice >= SAME_SHARE
}

const SAME = 8
const SAME_SHARE = 0.14
