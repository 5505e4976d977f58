/**
 * What repeats across a site's articles: lines of plain texts that several articles of a shard have, and that are therefore hardly of any of them. A
 * shard is the same slice of the input whoever works on it, so that what is counted does not depend on threads, parts or queues.
 */
import type { Article } from '../article.ts'
import type { ReadItem } from '../read/index.ts'

/** Articles that must have a line; copies of one article count as one. */
const ARTICLES = 4
/** UTF-16 code units of a line that is counted; longer ones are paragraphs. */
const LONGEST = 200

/** The same items, their articles with the lines that repeat. */
export function markRepeats(items: readonly ReadItem[]): readonly ReadItem[] {
  const found = new Map<string, Set<string>>()
  const texts = items.map((item) => (item.kind === 'article' && item.article.format === 'text' ? linesOf(item.article) : undefined))
  for (const text of texts) {
    for (const key of text?.keys.values() ?? []) {
      const bodies = found.get(key) ?? new Set()
      found.set(key, bodies)
      if (bodies.size < ARTICLES) bodies.add(text!.longest)
    }
  }
  return items.map((item, index) => {
    const text = texts[index]
    if (item.kind !== 'article' || text === undefined) return item
    const repeats = [...text.keys].flatMap(([line, key]) => (found.get(key)!.size >= ARTICLES ? [line] : []))
    return repeats.length === 0 ? item : { ...item, article: { ...item.article, repeats } }
  })
}

/** The lines of an article, each with the key under which those of its site are counted; and what tells it from articles that are no copies of it. */
function linesOf({ body, metadata }: Article): { readonly keys: ReadonlyMap<string, string>; readonly longest: string } {
  const site = hostOf(metadata.url) ?? metadata.site ?? ''
  const keys = new Map<string, string>()
  let longest = ''
  for (const raw of body.split('\n')) {
    const line = raw.replace(/\s+/gu, ' ').trim()
    if (line.length > longest.length) longest = line
    if (line.length <= LONGEST && /\p{L}/u.test(line)) keys.set(line, `${site}\n${line}`)
  }
  return { keys, longest }
}

function hostOf(url: string | undefined): string | undefined {
  if (url === undefined) return undefined
  try {
    return new URL(url).host
  } catch {
    return undefined
  }
}
