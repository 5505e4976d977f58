/** Backslash escapes, as in PostgreSQL's text format and Moses' TSV tools: a cell never holds a tab or a line end. */
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/**
 * First characters that make a spreadsheet evaluate a cell or take it for quoted: = + - @, their full-width forms, and the
 * double quote. The apostrophe is among them so that the mark can be told from the text.
 */
const dangerous = /^[=+\-@＝＋－＠"']/

/**
 * A line of a TSV file, with its line end. Tab, line end and backslash in a cell become \t, \n, \r and \\. A cell that a
 * spreadsheet would take for a formula gets an apostrophe in front. To read a cell back: drop one leading apostrophe, then
 * undo the backslashes.
 */
export function formatRow(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : formatCell(cell))).join('\t')}\n`
}

function formatCell(text: string): string {
  const escaped = text.replace(/[\\\t\n\r]/g, (character) => escapes[character]!)
  return dangerous.test(escaped) ? `'${escaped}` : escaped
}

/** Undoes what `formatRow` does to a cell. */
export function readCell(cell: string): string {
  const text = cell.startsWith("'") ? cell.slice(1) : cell
  return text.replace(/\\([\\tnr])/g, (_, code: string) => unescapes[code]!)
}

const unescapes: Record<string, string> = { '\\': '\\', t: '\t', n: '\n', r: '\r' }
