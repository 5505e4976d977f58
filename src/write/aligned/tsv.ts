import { join } from 'node:path'
import { formatRow } from '../cells.ts'
import { fileName, TextFile } from '../file.ts'
import { type Format, formatScore } from './bitext.ts'

/**
 * <from>-<to>.tsv: an alignment a line, also those with nothing on one side. `source_segments` and `target_segments` are 0-based
 * indexes into the article's segments, a space between them. Cells are escaped as `formatRow` says.
 */
export const tsv: Format = ({ folder, from, to }) => {
  const file = new TextFile(join(folder, fileName(`${from}-${to}.tsv`)))
  let head = formatRow(['document', 'source_segments', 'target_segments', 'score', 'source', 'target'])
  return {
    async write({ id, pairs }) {
      const rows = pairs.map(({ source, target, score, sourceText, targetText }) =>
        formatRow([id, source.join(' '), target.join(' '), formatScore(score), sourceText, targetText]),
      )
      await file.write(head + rows.join(''))
      head = ''
    },
    close: () => file.close(),
  }
}
