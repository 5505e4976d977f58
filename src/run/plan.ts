/**
 * The input, cut into shards: bounded, deterministic slices that are processed, skipped or redone as a whole.
 */
import { createHash } from 'node:crypto'
import type { Article, Rejected } from '../article.ts'
import type { ReadItem } from '../read/index.ts'

/** An article with the key of everything its result depends on: the article itself and the recipe it is processed by. */
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
  /** sha256 of all items, hexadecimal: two shards of one hash have the same result. */
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

/** @param keyOf hash of an article and of all it is processed with: configuration, glossary, judgements, memory, version */
export async function* plan(
  items: AsyncIterable<ReadItem>,
  keyOf: (article: Article) => string,
  limits: ShardLimits,
): AsyncGenerator<Shard> {
  let index = 0
  let pending: ShardItem[] = []
  let bytes = 0
  for await (const item of items) {
    const size = item.kind === 'article' ? Buffer.byteLength(item.article.body) : 0
    if (pending.length >= limits.articles || (pending.length > 0 && bytes + size > limits.bytes)) {
      yield shard(index++, pending, bytes)
      pending = []
      bytes = 0
    }
    pending.push(item.kind === 'article' ? { kind: 'article', key: keyOf(item.article), article: item.article } : item)
    bytes += size
  }
  if (pending.length > 0) yield shard(index, pending, bytes)
}

function shard(index: number, items: readonly ShardItem[], bytes: number): Shard {
  const parts = items.map((item) => (item.kind === 'article' ? item.key : JSON.stringify(item.rejected)))
  return { index, hash: sha256(...parts), items, bytes }
}

/** Of the parts in their order; where one part ends and the next begins counts. */
export function sha256(...parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part)
  return hash.digest('hex')
}
