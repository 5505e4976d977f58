import type { Alignment } from '../article.ts'

/**
 * Below this score an alignment is worth a look: half of the scale of chances, so what is shown as doubtful is what is as likely wrong as right.
 * More to look at above, more that is missed below.
 */
const DOUBTFUL = 0.5

/** Whether an alignment is doubtful. What stands alone claims nothing; what has no score is not aligned yet. */
export function doubtful({ source, target, score }: Pick<Alignment, 'source' | 'target'> & { readonly score?: number }): boolean {
  return score !== undefined && score < DOUBTFUL && source.length > 0 && target.length > 0
}
