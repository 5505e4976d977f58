/** What was said of sentences of articles that the input does not have. */
import type { Judgements } from '../glossary/index.ts'
import type { Shard } from './plan.ts'

/** So many are named. */
const NAMED = 5

/** `shards`; when all were read, `notice` is told of articles that people judged and that were not among them. */
export async function* noticingUnmet(
  shards: AsyncIterable<Shard>,
  { sentences }: Judgements,
  log: string,
  notice: (message: string) => void,
): AsyncGenerator<Shard> {
  const missing = new Set(sentences.articles)
  for await (const shard of shards) {
    if (missing.size > 0) for (const item of shard.items) if (item.kind === 'article') missing.delete(item.article.id)
    yield shard
  }
  if (missing.size === 0) return
  const named = [...missing].slice(0, NAMED).map((id) => `'${id}'`)
  const more = missing.size > NAMED ? ` and ${missing.size - NAMED} more` : ''
  notice(`${log}: what is said of sentences of ${named.join(', ')}${more} has no effect: the input has no such article`)
}
