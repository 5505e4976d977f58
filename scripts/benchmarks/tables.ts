/** Results of any shape as tables in Markdown: a list or an object of like things is one table, of unlike ones several. */

type Scalar = string | number | boolean | null
type Row = Readonly<Record<string, Scalar>>

/** Longer lists of numbers are drawings, not tables. */
const LONGEST = 24

export function tables(value: unknown, title = ''): string {
  const head = title === '' ? '' : `**${title}**\n\n`
  if (isScalar(value)) return `${head}${shown(value)}\n`
  if (Array.isArray(value)) return head + listed(value)
  const entries = Object.entries(value as Record<string, unknown>)
  const single = entries.filter(([, one]) => isScalar(one) || isShortList(one))
  const others = entries.filter(([, one]) => !isScalar(one) && !isShortList(one) && !isDrawing(one))
  const own =
    single.length === 0
      ? ''
      : table(
          ['', ''],
          single.map(([name, one]) => [spaced(name), shown(one as Scalar | readonly Scalar[])]),
        )
  const rows = others.filter(([, one]) => isRow(one)) as readonly [string, Row][]
  const groups = others.filter(([, one]) => !isRow(one) && isGroup(one)) as readonly [string, Record<string, Row>][]
  const rest = others.filter(([, one]) => !isRow(one) && !isGroup(one))
  const grouped = groups.flatMap(([group, each]) => Object.entries(each).map(([name, row]) => [[group, name], row] as const))
  return [
    head + own,
    rows.length === 0 ? '' : named(rows.map(([name, row]) => [[name], row])),
    grouped.length === 0 ? '' : named(grouped),
    ...rest.map(([name, one]) => tables(one, name === 'results' ? title : [title, name].filter((word) => word !== '').join(', '))),
  ].join('')
}

/** A list of things: a row each, what they have inside in columns of its own. */
function listed(list: readonly unknown[]): string {
  const rows = list.map((one) => flat(one as Record<string, unknown>))
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return table(
    columns.map(spaced),
    rows.map((row) => columns.map((column) => shown(row[column] ?? ''))),
  )
}

/** Things by name, or by group and name: a row each. */
function named(rows: readonly (readonly [readonly string[], Row])[]): string {
  const columns = [...new Set(rows.flatMap(([, row]) => Object.keys(row)))]
  return table(
    [...rows[0]![0].map(() => ''), ...columns.map(spaced)],
    rows.map(([names, row]) => [...names.map(spaced), ...columns.map((column) => shown(row[column] ?? ''))]),
  )
}

function flat(value: Record<string, unknown>): Row {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) =>
      isScalar(one)
        ? [[name, one]]
        : Object.entries(flat(one as Record<string, unknown>)).map(([inner, each]) => [`${name}: ${inner}`, each]),
    ),
  )
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`
  return `${line(head)}${line(head.map(() => '---'))}${rows.map(line).join('')}\n`
}

/** `peakMegabytes` as people write it. */
function spaced(name: string): string {
  return /^[a-z]+(?:[A-Z][a-z]*)+$/u.test(name) ? name.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`) : name
}

function shown(value: Scalar | readonly Scalar[]): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(shown).join(', ')
  if (typeof value === 'number') return value >= 1e4 ? Math.round(value).toLocaleString('en') : `${Number(value.toPrecision(4))}`
  return value === null ? '' : `${value}`
}

function isScalar(value: unknown): value is Scalar {
  return value === null || typeof value !== 'object'
}

function isRow(value: unknown): value is Row {
  return !isScalar(value) && !Array.isArray(value) && Object.values(value as object).every(isScalar)
}

/** Rows by name. */
function isGroup(value: unknown): boolean {
  return !isScalar(value) && !Array.isArray(value) && Object.values(value as object).every(isRow)
}

function isShortList(value: unknown): value is readonly Scalar[] {
  return Array.isArray(value) && value.length <= LONGEST && value.every(isScalar)
}

function isDrawing(value: unknown): boolean {
  return Array.isArray(value) && value.length > LONGEST && value.every(isScalar)
}
