import type { Language } from '../../article.ts'
import { splitList, unmarkFormula } from '../../files/cells.ts'
import { type RawRow, recordsOf } from '../../files/delimited.ts'
import { parseLanguage } from '../../language.ts'
import { emptyRow, type Field, fields, type PlacedRow, type Row, type RowUnderWay } from '../row.ts'
import type { Layout } from './layout.ts'
import { pairs } from './pairs.ts'
import type { ReadContext } from './reader.ts'
import { termSets } from './termsets.ts'

/** Reads CSV and TSV: tables with our columns, term sets with a language a column, pairs without a header. The first row tells which. */
export async function* readTable(context: ReadContext): AsyncGenerator<PlacedRow> {
  const { file, fault } = context
  let layout: Layout | undefined
  for await (const records of recordsOf(file)) {
    for (const raw of records) {
      const { cells, line } = raw
      if (cells.every((cell) => cell.trim() === '')) continue
      if (layout === undefined) {
        layout = layoutOf(raw, context)
        if (layout === undefined) return
        if (layout.header) continue
      }
      for (let at = layout.width; at < cells.length; at++) {
        if (cells[at]!.trim() === '') continue
        const message = `expected ${layout.width} columns${layout.header ? ' as in the header' : ''}, got '${cells[at]}' beyond them`
        fault(line, at + 1, 'column', message, 'put a cell that holds the divider in double quotes')
      }
      const row = layout.rowOf(raw)
      if (row !== undefined) yield { row, file, line, columnOf: layout.columnOf }
    }
  }
  if (layout === undefined)
    fault(0, 0, 'header', "the file is empty; expected a header with the column 'canonical'", 'write the header, or remove the file')
}

function layoutOf(first: RawRow, context: ReadContext): Layout | undefined {
  const names = first.cells.map((cell) => fieldOf(cell.trim()))
  // 'not' and 'note' may be a pair's words: only 'canonical', or nothing but fields, makes a header.
  const isOurs = names.includes('canonical') || names.every((name) => name !== undefined)
  const layout = isOurs ? ownColumns(first, context) : (termSets(first, context) ?? pairs(first, context))
  if (layout === undefined) {
    const got = first.cells.join(',').slice(0, 100)
    const message = `expected a header with the column 'canonical', or with language tags only, or pairs with their languages; got '${got}'`
    const remedy = `name the columns in the first line (${fields.join(', ')}, language tags); or say the languages of pairs: synoptic glossary import FILE --from TAG --to TAG`
    context.fault(first.line, 0, 'header', message, remedy)
  }
  return layout
}

type Column = { readonly field: Field } | { readonly language: Language }

function fieldOf(name: string): Field | undefined {
  return fields.find((field) => field === name.toLowerCase())
}

/** Our own columns. */
function ownColumns({ cells, line }: RawRow, { fault }: ReadContext): Layout {
  const names = cells.map((cell) => cell.trim())
  while (names.at(-1) === '') names.pop()
  const places = new Map<string, number>()
  const columns = names.map((name, at): Column | undefined => {
    const field = fieldOf(name)
    const what = field ?? parseLanguage(name)
    if (what === undefined) {
      const message = `expected a BCP 47 tag, got '${name}' (other columns: ${fields.join(', ')})`
      fault(line, at + 1, 'column', message, 'rename the column, or remove it')
    } else if (places.has(what)) fault(line, at + 1, 'column', `the column '${name}' is there twice`, 'remove one of them')
    else {
      places.set(what, at + 1)
      return field === undefined ? { language: what } : { field }
    }
    return undefined
  })
  const hasNames = places.has('canonical')
  if (!hasNames) fault(line, 0, 'header', "expected a column 'canonical'", "call the column that holds the names 'canonical'")
  return {
    header: true,
    width: columns.length,
    columnOf: (what) => places.get(what) ?? 0,
    rowOf: ({ cells }) => (hasNames ? rowOf(cells, columns) : undefined),
  }
}

function rowOf(cells: readonly string[], columns: readonly (Column | undefined)[]): Row {
  const row: RowUnderWay = { ...emptyRow }
  let forms: { [language: Language]: string } | undefined
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at]
    const cell = cells[at]
    if (column === undefined || cell === undefined || cell === '') continue
    const text = unmarkFormula(cell)
    if ('language' in column) {
      forms ??= {}
      forms[column.language] = text
    } else if (column.field === 'variants' || column.field === 'not') row[column.field] = splitList(text)
    else row[column.field] = text
  }
  if (forms !== undefined) row.forms = forms
  return row
}
