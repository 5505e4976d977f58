import type { Letters } from './letters.ts'
import { type Calibration, WEIGHT_STEP } from './model.ts'
import type { Scores } from './score.ts'

/** A language, by its number, and its chance against the other candidates. */
export interface Candidate {
  readonly number: number
  readonly chance: number
}

type Temperature = Pick<Calibration, 'scale' | 'power' | 'prior'>

/** Candidates whose chance is less than e^-WINDOW of the best's are left out. */
const WINDOW = 40

/** The chances of `languages`, which sum to 1, best first; on a tie, in the order given. */
export function chancesOf(
  languages: readonly number[],
  scores: Scores,
  letters: Letters,
  { scale, power, prior }: Temperature,
): Candidate[] {
  const factor = WEIGHT_STEP * scale * letters.letters ** power
  let most = Number.NEGATIVE_INFINITY
  const logOdds = (number: number): number => factor * scores.sums[number]! + (prior[number] ?? 0)
  for (const number of languages) most = Math.max(most, logOdds(number))
  const candidates: { number: number; chance: number }[] = []
  let total = 0
  for (const number of languages) {
    const gap = most - logOdds(number)
    if (gap > WINDOW) continue
    const chance = Math.exp(-gap)
    total += chance
    candidates.push({ number, chance })
  }
  for (const candidate of candidates) candidate.chance /= total
  return candidates.sort((a, b) => b.chance - a.chance)
}

/** What tells text from code, encoded data and keys struck at random; in the order of `Calibration.sense`. */
export function senseFeatures(
  { symbols, identifiers }: Letters,
  { known, long }: Scores,
  language: number,
  { familiar }: Calibration,
): number[] {
  const missing = Math.max(0, (familiar[language] ?? 0) * long - known[language]!)
  // As if six more had been known: a name or two on their own say little.
  return [1, missing / (long + 6), symbols, identifiers]
}

/** The chance, 0..1, that a text with these features is in a language. */
export function senseOf(features: readonly number[], sense: readonly number[]): number {
  const logOdds = features.reduce((sum, feature, index) => sum + feature * sense[index]!, 0)
  return 1 / (1 + Math.exp(-logOdds))
}
