import type { Cleaned } from '../../src/article.ts'
import { decodeHtml } from '../../src/read/decode.ts'
import type { PageModel } from '../../src/stages/clean/html/forest.ts'
import { clean } from '../../src/stages/clean/index.ts'
import type { Sample } from './sets.ts'

/** What cleaning makes of a page, with the model that is shipped or another one. A page that is rejected has no text. */
export async function cleanPage({ id, html }: Sample, model?: PageModel): Promise<Pick<Cleaned, 'title' | 'text' | 'metadata'>> {
  const { text: body, warnings } = decodeHtml(html)
  const article = { id, origin: { file: id, line: 1 }, title: '', body, format: 'html' as const, metadata: {}, versions: [], warnings }
  try {
    return await clean({ model }).run(article, { signal: new AbortController().signal, warn: () => {} })
  } catch {
    return { title: '', text: '', metadata: {} }
  }
}
