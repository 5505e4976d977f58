/**
 * Cells that a spreadsheet would evaluate: = + - @ and their full-width forms at the start. An apostrophe in front makes them text. Cells
 * that have apostrophes before such a character get one more, so that ours can be told from theirs; 't Hooft needs none.
 */
const formula = /^'*[=+\-@＝＋－＠]/
const marked = /^'+[=+\-@＝＋－＠]/

/** `cell` as a spreadsheet may read it. */
export function markFormula(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell
}

/** Undoes `markFormula`. */
export function unmarkFormula(cell: string): string {
  return marked.test(cell) ? cell.slice(1) : cell
}

/** The items of a cell, with | between them; \| is a bar and \\ a backslash. */
export function splitList(cell: string): string[] {
  if (!cell.includes('\\')) return cell.split('|')
  // With a bar in front no item's match is empty: an empty one would be stepped over together with the bar behind it.
  return [...`|${cell}`.matchAll(/\|((?:[^|\\]|\\[\s\S]|\\$)*)/g)].map(([, item]) => item!.replace(/\\([|\\])/g, '$1'))
}

/** Undoes `splitList`. */
export function joinList(items: readonly string[]): string {
  return items.map((item) => item.replace(/[|\\]/g, '\\$&')).join('|')
}
