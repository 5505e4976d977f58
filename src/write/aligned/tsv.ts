import { formatRow } from '../cells.ts'
import { formatScore, type TextFormat } from './bitext.ts'

/**
 * <from>-<to>.tsv: an alignment a line, also those with nothing on one side. `source_segments` and `target_segments` are 0-based
 * indexes into the article's segments, a space between them; `origin` is who made the target, `checks` what looks wrong in it,
 * `judged` that a person says both sides say the same. Cells are escaped as `formatRow` says.
 */
export const tsv: TextFormat = {
  head: () => formatRow(['document', 'source_segments', 'target_segments', 'score', 'origin', 'checks', 'judged', 'source', 'target']),
  body: ({ id, pairs }) =>
    pairs
      .map(({ source, target, score, origins, checks, judged = '', sourceText, targetText }) =>
        formatRow([
          id,
          source.join(' '),
          target.join(' '),
          formatScore(score),
          origins.join(' '),
          checks.join(' '),
          judged,
          sourceText,
          targetText,
        ]),
      )
      .join(''),
  tail: '',
}
