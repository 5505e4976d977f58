/** Tables: CSV (RFC 4180, with commas, semicolons or tabs) and TSV; an article a row, by the names of the columns. */
import type { FieldName } from '../../article.ts'
import { RejectError } from '../../errors.ts'
import { type RawRow, recordsIn } from '../../files/delimited.ts'
import { decodeStream } from '../decode.ts'
import { MAX_ARTICLE_BYTES, orRejected, type ReadItem, type Source } from '../source.ts'
import { columnsOf } from './fields.ts'
import { lostCharacters, recordArticle } from './record.ts'

/** A bad row is rejected, and the rest goes on. Blank rows are nothing. */
export async function* readCsv({ file, id, bytes, encoding, fields, at }: Source): AsyncGenerator<ReadItem> {
  const delimiter = /\.tsv(\.\w+)?$/i.test(file) ? '\t' : undefined
  const tables = recordsIn(decodeStream(bytes, { encoding }), { file, delimiter, longest: MAX_ARTICLE_BYTES, lenient: true })
  let columns: ReadonlyMap<FieldName, number> | undefined
  let width = 0
  let articles = 0
  for await (const rows of tables) {
    for (const row of rows) {
      at(row.line)
      if (row.cells.every((cell) => cell.trim() === '')) continue
      if (columns === undefined) {
        columns = columnsOf(row.cells, fields)
        width = row.cells.length
        continue
      }
      articles += 1
      const fallbackId = `${id}-${row.line}`
      yield orRejected(() => readRow(row, { columns: columns!, width, file, fallbackId }), fallbackId, file, row.line)
    }
  }
  if (articles === 0)
    throw new RejectError('empty', columns === undefined ? 'the file holds no rows' : 'the table has a header and no rows')
}

interface Table {
  readonly columns: ReadonlyMap<FieldName, number>
  /** Cells of the header. */
  readonly width: number
  readonly file: string
  readonly fallbackId: string
}

/** Cells that are missing at the end are empty, as spreadsheets leave them out; an empty cell is no field. */
function readRow({ cells, line, fault }: RawRow, { columns, width, file, fallbackId }: Table): ReadItem {
  if (fault !== undefined) throw new RejectError('malformed', fault)
  const more = cells.slice(width).filter((cell) => cell.trim() !== '').length
  if (more > 0)
    throw new RejectError(
      'malformed',
      `expected ${width} cells as in the header, got ${cells.length}; a cell that holds the divider needs quotes`,
    )
  const record = Object.fromEntries(
    [...columns].map(([name, at]) => [name, cells[at]]).filter(([, cell]) => cell !== undefined && cell !== ''),
  )
  if (!('text' in record) && !('html' in record)) throw new RejectError('empty', 'the cell of the text is empty')
  const warnings = lostCharacters(cells.join('\n'))
  return recordArticle(record, { file, line, fallbackId, warnings })
}
