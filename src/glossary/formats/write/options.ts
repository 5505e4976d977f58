import type { Language } from '../../../article.ts'

export interface WriteOptions {
  /** The language of the sources of pairs. Other formats: with `to`, the only languages whose forms are written. */
  readonly from?: Language | undefined
  /** The language that canonical names are written in. */
  readonly to?: Language | undefined
}
