/**
 * The input, cut into shards: bounded, deterministic slices that are processed, skipped or redone as a whole.
 */
import { createHash } from 'node:crypto'
import type { Article, Rejected } from '../article.ts'
import type { Judgements } from '../glossary/index.ts'
import type { ReadItem } from '../read/index.ts'

/** An article with the key of what its result depends on: the article itself and the recipe it is processed by, but for judgements of names. */
export interface KeyedArticle {
  readonly kind: 'article'
  /** sha256, hexadecimal. */
  readonly key: string
  readonly article: Article
}

export type ShardItem = KeyedArticle | { readonly kind: 'rejected'; readonly rejected: Rejected }

export interface Shard {
  /** 0-based place in the input. */
  readonly index: number
  /** sha256 of all items and of the judgements about them, hexadecimal: two shards of one hash have the same result. */
  readonly hash: string
  readonly items: readonly ShardItem[]
  /** UTF-8 bytes of the articles' raw text. */
  readonly bytes: number
}

export interface ShardLimits {
  readonly articles: number
  /** UTF-8 bytes. An article larger than this makes a shard of its own. */
  readonly bytes: number
}

/** @param recipe hash of what an article is processed with: configuration, glossary, memory, version */
export async function* plan(
  items: AsyncIterable<ReadItem>,
  recipe: string,
  judgements: Judgements,
  limits: ShardLimits,
): AsyncGenerator<Shard> {
  let index = 0
  let pending: ShardItem[] = []
  let bytes = 0
  for await (const item of items) {
    const size = item.kind === 'article' ? Buffer.byteLength(item.article.body) : 0
    if (pending.length >= limits.articles || (pending.length > 0 && bytes + size > limits.bytes)) {
      yield shard(index++, pending, judgements, bytes)
      pending = []
      bytes = 0
    }
    pending.push(
      item.kind === 'article' ? { kind: 'article', key: sha256(recipe, JSON.stringify(item.article)), article: item.article } : item,
    )
    bytes += size
  }
  if (pending.length > 0) yield shard(index, pending, judgements, bytes)
}

function shard(index: number, items: readonly ShardItem[], judgements: Judgements, bytes: number): Shard {
  const parts = items.flatMap((item) =>
    item.kind === 'article' ? [item.key, ...judgements.ofArticle(item.article.id)] : [JSON.stringify(item.rejected)],
  )
  return { index, hash: sha256(...judgements.ofArticle(''), ...parts), items, bytes }
}

/** Of the parts in their order; where one part ends and the next begins counts. */
export function sha256(...parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part)
  return hash.digest('hex')
}
