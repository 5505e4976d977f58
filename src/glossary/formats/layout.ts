import type { RawRow } from '../../files/delimited.ts'
import type { Row } from '../row.ts'

/** How the rows of one table are understood. */
export interface Layout {
  /** Whether the first row names the columns. */
  readonly header: boolean
  /** How many columns a row may have. */
  readonly width: number
  /** 1-based column of a field or a language; 0 when the table has none. */
  readonly columnOf: (what: string) => number
  /** Undefined when the row cannot be understood; the context was told why. */
  readonly rowOf: (raw: RawRow) => Row | undefined
}
