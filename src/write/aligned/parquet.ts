import { join } from 'node:path'
import { fileName } from '../file.ts'
import { ParquetFile } from '../parquet.ts'
import { type Format, formatScore } from './bitext.ts'

/** <from>-<to>.parquet: the columns and rows of the TSV, in a form that data frames and DuckDB load at once. */
export const parquet: Format = ({ folder, from, to, version }) => {
  const file = new ParquetFile(
    join(folder, fileName(`${from}-${to}.parquet`)),
    {
      document: 'text',
      source_segments: 'numbers',
      target_segments: 'numbers',
      score: 'number',
      origin: 'text',
      checks: 'text',
      judged: 'text',
      source: 'text',
      target: 'text',
    },
    `synoptic ${version}`,
  )
  return {
    async write({ id, pairs }) {
      for (const { source, target, score, origins, checks, judged = '', sourceText, targetText } of pairs) {
        await file.write({
          document: id,
          source_segments: source,
          target_segments: target,
          score: formatScore(score),
          origin: origins.join(' '),
          checks: checks.join(' '),
          judged,
          source: sourceText,
          target: targetText,
        })
      }
    },
    close: () => file.close(),
  }
}
