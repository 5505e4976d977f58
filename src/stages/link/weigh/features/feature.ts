import type { Situation } from '../situation.ts'

/** Something that is measured of a candidate. */
export interface Feature {
  /** Of the table of weights and of explanations. */
  readonly name: string
  /** What it measures: mostly 0 for no and 1 for yes, never far above 3. */
  readonly of: (situation: Situation) => number
  /** What it weighs as long as the training data say nothing; 0 unless told. Rare things are known from grammar: 'Klee fils' is not Klee. */
  readonly prior?: number
}
