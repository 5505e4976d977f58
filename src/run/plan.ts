/**
 * The input, cut into shards: bounded, deterministic slices that are processed, skipped or redone as a whole.
 */
import { createHash } from 'node:crypto'
import type { Article, Rejected } from '../article.ts'
import type { Judgements } from '../glossary/index.ts'
import type { ReadItem } from '../read/index.ts'
import { markRepeats } from './repeats.ts'

/**
 * An article with the key of what its result depends on: the article itself, but for the place it was read from, and the recipe it is
 * processed by, but for judgements of names.
 */
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
  /** sha256 of all items and of the judgements about them, hexadecimal: two shards of one hash have the same result, but for origins. */
  readonly hash: string
  /** sha256 of the places the items were read from, hexadecimal. */
  readonly origins: string
  readonly items: readonly ShardItem[]
  /** UTF-8 bytes of the articles' raw text. */
  readonly bytes: number
}

/** How many shards may begin at an item of any id: one in a quarter of the most articles, so that one in twenty shards is as large as may be. */
const CUT = 4
/** Fewer articles are cut by their number alone. */
const LEAST_CUT = 64

export interface ShardLimits {
  readonly articles: number
  /** UTF-8 bytes. An article larger than this makes a shard of its own. */
  readonly bytes: number
}

/**
 * Cuts where the ids of the articles say so (content-defined chunking, after Muthitacharoen, Chen and Mazières 2001), and where a limit is
 * reached: an article more or less moves the cuts of the shards around it, and no others.
 * @param recipe hash of what an article is processed with: configuration, glossary, memory, version
 */
export async function* plan(
  items: AsyncIterable<ReadItem>,
  recipe: string,
  judgements: Judgements,
  limits: ShardLimits,
): AsyncGenerator<Shard> {
  let index = 0
  let pending: ReadItem[] = []
  let bytes = 0
  for await (const item of items) {
    const size = item.kind === 'article' ? Buffer.byteLength(item.article.body) : 0
    const full = pending.length >= limits.articles || bytes + size > limits.bytes
    if (pending.length > 0 && (full || (pending.length * CUT >= limits.articles && isCut(item, limits.articles)))) {
      yield shard(index++, keyed(pending, recipe), judgements, bytes)
      pending = []
      bytes = 0
    }
    pending.push(item)
    bytes += size
  }
  if (pending.length > 0) yield shard(index, keyed(pending, recipe), judgements, bytes)
}

function keyed(items: readonly ReadItem[], recipe: string): readonly ShardItem[] {
  return markRepeats(items).map((item) =>
    item.kind === 'article' ? { kind: 'article', key: sha256(recipe, withoutOrigin(item.article)), article: item.article } : item,
  )
}

/** Whether a shard may begin here. */
function isCut(item: ReadItem, articles: number): boolean {
  if (articles < LEAST_CUT) return false
  const { id } = item.kind === 'article' ? item.article : item.rejected
  return Number.parseInt(sha256(id).slice(0, 8), 16) % Math.ceil(articles / CUT) === 0
}

function withoutOrigin(value: Article | Rejected): string {
  return JSON.stringify({ ...value, origin: undefined })
}

function shard(index: number, items: readonly ShardItem[], judgements: Judgements, bytes: number): Shard {
  const parts = items.flatMap((item) =>
    item.kind === 'article' ? [item.key, ...judgements.ofArticle(item.article.id)] : [withoutOrigin(item.rejected)],
  )
  const origins = items.map((item) => JSON.stringify((item.kind === 'article' ? item.article : item.rejected).origin))
  return { index, hash: sha256(...judgements.ofArticle(''), ...parts), origins: sha256(...origins), items, bytes }
}

/** Of the parts in their order; where one part ends and the next begins counts. */
export function sha256(...parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part)
  return hash.digest('hex')
}
