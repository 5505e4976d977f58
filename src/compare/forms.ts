/** A comparison, as programs and spreadsheets read it. */
import { formatRow } from '../write/cells.ts'
import type { Compared, Comparison } from './comparison.ts'

/** What `compare --json` prints. @param withSegments each segment too, and what the systems together say of it */
export function comparisonRecord({ systems, ...rest }: Compared, withSegments: boolean): object {
  const { order, consensus, ...head } = rest
  const each = systems.map(({ segments, ...system }) => (withSegments ? { ...system, segments } : system))
  return { systems: each, ...head, ...(withSegments && { order, consensus }) }
}

/** TSV, a row a segment and system, those segments first on which the systems differ most. */
export function comparisonTable({ source, references }: Comparison, { systems, order }: Compared): string {
  const head = ['line', 'system', 'bleu', 'chrf', 'chrfpp', 'ter', 'agreement', 'checks', 'source', 'reference', 'translation']
  const rows = order.flatMap((segment) =>
    systems.map(({ name, segments }) => {
      const { bleu, chrf, chrfpp, ter, agreement, checks, text } = segments[segment]!
      const figures = [bleu, chrf, chrfpp, ter, agreement].map((value) => value?.toFixed(2) ?? '')
      return [segment + 1, name, ...figures, checks.join(' '), source[segment]!, references?.[0]?.[segment] ?? '', text]
    }),
  )
  return [head, ...rows].map(formatRow).join('')
}
