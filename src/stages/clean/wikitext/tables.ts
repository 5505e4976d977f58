/** The cells of a table's rows, a row a line. `inner` is what stands between '{|' and '|}', brackets in it resolved. */
export function tableRows(inner: string): string {
  const rows: string[][] = [[]]
  const lines = inner.split('\n')
  // The first line holds the table's attributes.
  for (const line of lines.slice(1)) {
    const text = line.trim()
    if (text.startsWith('|-')) rows.push([])
    else if (text.startsWith('|+')) rows.push([withoutAttributes(text.slice(2))], [])
    else if (text.startsWith('|') || text.startsWith('!')) {
      const cells = text.slice(1).split(text.startsWith('!') ? /\|\||!!/ : '||')
      rows.at(-1)!.push(...cells.map(withoutAttributes))
    } else if (text !== '') {
      const row = rows.at(-1)!
      row.push(`${row.pop() ?? ''} ${text}`)
    }
  }
  const filled = rows.map((cells) => cells.map((cell) => cell.trim()).filter((cell) => cell !== '')).filter((cells) => cells.length > 0)
  return `\n\n${filled.map((cells) => cells.join(' | ')).join('\n\n')}\n\n`
}

/** 'style="…" | text' → 'text'. */
function withoutAttributes(cell: string): string {
  const bar = cell.indexOf('|')
  return bar >= 0 && /^[^"'<[]*=|^\s*$/.test(cell.slice(0, bar)) ? cell.slice(bar + 1) : cell
}
