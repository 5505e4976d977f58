/**
 * One shard, from raw articles to its corpus file. The same function serves in this process, on a worker thread, or elsewhere.
 */
import { setMaxListeners } from 'node:events'
import { isDeepStrictEqual } from 'node:util'
import type { Aligned, Article, Rejected, Translated } from '../article.ts'
import { messageOf } from '../errors.ts'
import type { Judgements } from '../glossary/index.ts'
import type { Outcome, Pipeline } from '../stage.ts'
import { isAlignedAsSaid } from '../stages/align/index.ts'
import { templateNames } from '../stages/clean/index.ts'
import { isJudgedBy } from '../stages/link/index.ts'
import { formatArticle, withOrigin } from '../write/corpus.ts'
import { StageClock } from './cpu.ts'
import { linesOf } from './lines.ts'
import type { Shard, ShardItem } from './plan.ts'
import { sketchesOf } from './sketches.ts'
import { type Completion, type Known, knownIn, type ShardStore } from './store.ts'
import { underWay } from './underway.ts'

/**
 * Articles under way at once: as many as have so many characters of body together, hundreds as a rule. An engine of many slots is kept busy even
 * when each has but a sentence to ask; more cost memory, some tens of bytes a character.
 */
const CHARACTERS_UNDER_WAY = 1_000_000

export interface ShardOptions {
  readonly pipeline: Pipeline<Article, Aligned>
  /** Those that the pipeline obeys. */
  readonly judgements: Judgements
  readonly store: ShardStore
  /** Files of the store that may hold results of these articles, from an earlier run. */
  readonly earlier: readonly string[]
  readonly signal: AbortSignal
  /** Redo also what is finished. */
  readonly fresh: boolean
  /** Whether lines hold the body. */
  readonly keepSource: boolean
  /** Told once for every item: an article finished, reused or rejected. */
  readonly onItem: () => void
}

/** A line of the corpus, and what the completion record says of it. */
interface Written {
  readonly kind: 'written'
  readonly key: string
  readonly line: string
  readonly finished: boolean
  /** Codes. */
  readonly warnings: readonly string[]
  /** Names of those that cleaning took out. */
  readonly templates: readonly string[]
}

/**
 * Processes what the store does not have yet, and completes the shard.
 * @throws the signal's reason, when it is aborted; what was finished until then is in the shard's journal.
 */
export async function processShard(
  shard: Shard,
  { pipeline, judgements, store, earlier, signal, fresh, keepSource, onItem }: ShardOptions,
): Promise<Completion> {
  // Every article under way listens: that is no leak.
  setMaxListeners(0, signal)
  const keys = new Set(shard.items.flatMap((item) => (item.kind === 'article' ? [item.key] : [])))
  const known = fresh ? new Map<string, Known>() : await knownIn(earlier, keys)
  const journal = await store.open(shard.hash, fresh)
  const stages = new StageClock()

  const process = async (item: ShardItem): Promise<Written | { kind: 'rejected'; rejected: Rejected }> => {
    if (item.kind === 'rejected') return item
    const before = known.get(item.key)
    let outcome: Outcome<Aligned> | undefined
    if (before !== undefined) {
      const line = withOrigin(before.line, item.article.origin)
      const article = JSON.parse(line) as Aligned
      if (isJudgedBy(article, judgements) && isAlignedAsSaid(article, judgements)) {
        if (before.finished) return written(item.key, line, article)
        // Pending: all that was made before it was to be translated stays.
        outcome = await pipeline.resume('translate', article, signal, stages.observe, (now) => isAsBefore(now as Aligned, article))
        if (outcome === undefined) return written(item.key, line, article)
      }
    }
    outcome ??= await pipeline.run(item.article, signal, stages.observe)
    if (outcome.kind === 'rejected') return outcome
    const result = format(item.key, outcome.article, keepSource)
    if (result.kind === 'written' && result.finished) await journal.add(result.key, result.line)
    return result
  }

  try {
    const sizeOf = (item: ShardItem): number => (item.kind === 'article' ? item.article.body.length : 0)
    const results = await underWay(shard.items, sizeOf, CHARACTERS_UNDER_WAY, async (item) => {
      signal.throwIfAborted()
      const result = await process(item)
      onItem()
      return result
    })
    // In input order, whatever was ready first.
    const done = results.filter((result) => result.kind === 'written')
    const lines = done.map(({ line }) => line)
    const completion: Completion = {
      hash: shard.hash,
      origins: shard.origins,
      read: shard.items.length,
      keys: done.map(({ key }) => key),
      unfinished: done.flatMap(({ finished }, at) => (finished ? [] : [at])),
      rejected: results.flatMap((result) => (result.kind === 'rejected' ? [result.rejected] : [])),
      warnings: count(done.flatMap(({ warnings }) => warnings)),
      templates: count(done.flatMap(({ templates }) => templates)),
      stages: stages.counts(),
    }
    await journal.close()
    await store.complete(lines, completion)
    await sketchesOf(store, shard.hash)
    return completion
  } finally {
    await journal.close()
  }
}

/** Whether translations that were pending have come no further, for the same reason. */
function isAsBefore(now: Translated, before: Translated): boolean {
  const told = ({ translations, warnings }: Translated): unknown =>
    JSON.parse(JSON.stringify([translations, warnings.filter(({ stage }) => stage === 'translate')]))
  return isDeepStrictEqual(told(now), told(before))
}

/** A finished shard whose articles stand elsewhere in the input than when it was processed: their origins are put right, and nothing else. */
export async function moveShard(shard: Shard, known: Completion, store: ShardStore): Promise<Completion> {
  const articles = shard.items.filter((item) => item.kind === 'article')
  const originByKey = new Map(articles.map(({ key, article }) => [key, article.origin]))
  const originById = new Map(
    shard.items.map((item) => (item.kind === 'article' ? item.article : item.rejected)).map(({ id, origin }) => [id, origin]),
  )
  const lines: string[] = []
  for await (const line of linesOf(store.linesFile(shard.hash))) lines.push(withOrigin(line, originByKey.get(known.keys[lines.length]!)!))
  const rejected = known.rejected.map((one) => ({ ...one, origin: originById.get(one.id) ?? one.origin }))
  const completion = { ...known, rejected, origins: shard.origins }
  await store.complete(lines, completion)
  return completion
}

/** A result that the corpus schema forbids is a fault of a stage: it is rejected, so that it neither stops the run nor spoils the corpus. */
function format(key: string, article: Aligned, keepSource: boolean): Written | { kind: 'rejected'; rejected: Rejected } {
  try {
    return written(key, formatArticle(article, { keepSource }), article)
  } catch (thrown) {
    const { id, origin } = article
    return { kind: 'rejected', rejected: { id, origin, stage: 'write', code: 'stage-failed', detail: messageOf(thrown) } }
  }
}

function written(key: string, line: string, article: Aligned): Written {
  const finished = article.translations.every(({ status }) => status === 'done')
  return {
    kind: 'written',
    key,
    line,
    finished,
    warnings: article.warnings.map(({ code }) => code),
    templates: templateNames(article.removed),
  }
}

function count(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
