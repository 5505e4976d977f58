/** The index of articles, as the report has it: pages of rows, in scripts. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from './names.ts'

/** What is looked at of a row of the index; the rest goes through as it is. */
interface Row {
  readonly title: string
  readonly id: string
  readonly languages: readonly string[]
  readonly [count: string]: unknown
}

/** Rows found that are shown. */
const ROWS = 500

/** The value in `report/data/KIND-NNN.js`; undefined where there is none. */
async function dataPage(output: string, page: number): Promise<Page<Row> | undefined> {
  const name = `articles-${String(page).padStart(3, '0')}.js`
  const script = await readFile(join(output, 'report', 'data', name), 'utf8').catch(() => undefined)
  return script === undefined ? undefined : (JSON.parse(script.slice(script.indexOf('{'), script.lastIndexOf('}') + 1)) as Page<Row>)
}

/**
 * @param page 0-based
 * @param query words that stand in the title or are the id, in any case
 * @param filter a count that is not 0, such as 'pending', or a language
 */
export async function articles(output: string, page: number, query: string, filter: string): Promise<Page<Row>> {
  if (query === '' && filter === '') return (await dataPage(output, page)) ?? { total: 0, pages: 0, rows: [] }
  const wanted = query
    .toLocaleLowerCase('und')
    .split(/\s+/u)
    .filter((word) => word !== '')
  const rows: Row[] = []
  let total = 0
  for (let at = 0; ; at++) {
    const data = await dataPage(output, at)
    if (data === undefined) break
    for (const row of data.rows) {
      if (filter !== '' && !(Number(row[filter] ?? 0) > 0) && !row.languages.includes(filter)) continue
      const text = `${row.title}\n${row.id}`.toLocaleLowerCase('und')
      if (!wanted.every((word) => text.includes(word))) continue
      if (total >= page * ROWS && rows.length < ROWS) rows.push(row)
      total += 1
    }
  }
  return { total, pages: Math.ceil(total / ROWS), rows }
}
