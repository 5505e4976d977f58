import { SHAPES } from './shapes.ts'

/**
 * What a document makes likely as a whole, learned by bench/align/train.ts from documents of all kinds: how much the value of leaving a line alone
 * rises with the share of such lines, how much of that is lost where lines are joined much, and what is taken off for joining alone.
 */
export interface Habits {
  readonly alone: number
  readonly aloneAndJoined: number
  readonly joined: number
}

/** Natural logarithms of odds in the documents that the other weights were learned from: of lines left alone, and of joined pairs. */
const USUALLY_ALONE = -1.8
const USUALLY_JOINED = -1
/** Above the usual: below, a few joined lines say nothing of how freely somebody translates. */
const FREELY = 0.5

/**
 * What is to be added to the value of a line left alone. A document that lacks much, or has much more, has many of them, and is given more; one
 * that is translated freely seems to, because its lines look like none of the other side, and is given less: there lines are joined much too.
 * One step of expectation and maximization would add to both. Nothing is added to documents as most are.
 *
 * @param expected how many steps of each shape the model expects before it knows this
 */
export function habit(expected: Float64Array, habits: Habits): number {
  const { alone, aloneAndJoined, joined } = signs(expected)
  return habits.alone * alone + habits.aloneAndJoined * aloneAndJoined + habits.joined * joined
}

/** How far a document is from most, in odds: what each of the habits is multiplied with. 0 and more. */
export function signs(expected: Float64Array): Habits {
  const counts = { alone: 0, single: 0, joined: 0 }
  for (const [shape, [sources, targets]] of SHAPES.entries()) {
    counts[Math.min(sources, targets) === 0 ? 'alone' : sources + targets === 2 ? 'single' : 'joined'] += expected[shape]!
  }
  const alone = Math.max(0, odds(counts.alone, counts.single + counts.joined) - USUALLY_ALONE)
  const joined = odds(counts.joined, counts.single) - USUALLY_JOINED
  return { alone, aloneAndJoined: alone * Math.max(0, joined), joined: Math.max(0, joined - FREELY) }
}

/** As if one had been seen among three: of short documents little can be said. */
function odds(some: number, others: number): number {
  return Math.log((some + 1) / (others + 3))
}
