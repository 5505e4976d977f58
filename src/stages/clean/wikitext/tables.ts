/** Tables that stand beside the article: facts in short, boxes of links. */
const aside = /class\s*=\s*["']?[^"'\n]*\b(?:infobox|navbox|vertical-navbox|sidebar|ambox|metadata|toccolours|navigation-not-searchable)\b/i

export type TableText = { readonly text: string } | { readonly rule: 'table' }

/** The cells of a table's rows, a row a line. `inner` is what stands between '{|' and '|}', brackets in it resolved. */
export function tableText(inner: string): TableText {
  const rows: string[][] = [[]]
  const [attributes = '', ...lines] = inner.split('\n')
  if (aside.test(attributes)) return { rule: 'table' }
  for (const line of lines) {
    const text = line.trim()
    if (text.startsWith('|-')) rows.push([])
    else if (text.startsWith('|+')) rows.push([withoutAttributes(text.slice(2))], [])
    else if (text.startsWith('|') || text.startsWith('!')) {
      const cells = text.slice(1).split(text.startsWith('!') ? /\|\||!!/ : '||')
      rows.at(-1)!.push(...cells.map(withoutAttributes))
    } else if (text !== '') {
      const row = rows.at(-1)!
      row.push(`${row.pop() ?? ''} ${text.replace(/^[*#:;]+\s*/, '')}`)
    }
  }
  const filled = rows.map((cells) => cells.map((cell) => cell.trim()).filter((cell) => cell !== '')).filter((cells) => cells.length > 0)
  return { text: `\n\n${filled.map((cells) => cells.join(' | ')).join('\n\n')}\n\n` }
}

/** 'style="…" | text' → 'text'. */
function withoutAttributes(cell: string): string {
  const bar = cell.indexOf('|')
  return bar >= 0 && /^[^"'<[]*=|^\s*$/.test(cell.slice(0, bar)) ? cell.slice(bar + 1) : cell
}
