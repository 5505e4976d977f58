import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Judgement, Judgements } from '../../src/glossary/index.ts'
import type { ReadItem } from '../../src/read/index.ts'
import { plan, type Shard, sha256 } from '../../src/run/plan.ts'
import { makeArticle } from '../make.ts'

function articles(...bodies: string[]): ReadItem[] {
  return bodies.map((body, at) => ({ kind: 'article', article: makeArticle({ id: `a${at}`, body }) }))
}

async function* stream<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

async function shards(
  items: readonly ReadItem[],
  limits = { articles: 2, bytes: 1000 },
  recipe = 'recipe',
  said: readonly Judgement[] = [],
): Promise<Shard[]> {
  const found: Shard[] = []
  const judgements = new Judgements({ lines: said.map((judgement, at) => ({ judgement, line: at + 1 })) })
  for await (const shard of plan(stream(items), recipe, judgements, limits)) found.push(shard)
  return found
}

describe('plan', () => {
  test('nothing in, nothing out', async () => {
    expect(await shards([])).toEqual([])
  })

  test('cuts by number of articles and by bytes, and an article too large for any shard stands alone', async () => {
    const found = await shards(articles('a', 'b', 'c', 'é'.repeat(600), 'd'))
    expect(found.map((shard) => shard.items.length)).toEqual([2, 1, 1, 1])
    expect(found.map((shard) => shard.index)).toEqual([0, 1, 2, 3])
    expect(found[2]?.bytes).toBe(1200)
  })

  test('what the reader rejected is in its shard: the counts add up', async () => {
    const rejected = { id: 'x', origin: { file: 'x', line: 1 }, stage: 'read', code: 'empty', detail: '' }
    const found = await shards([...articles('a'), { kind: 'rejected', rejected }])
    expect(found[0]?.items.map((item) => item.kind)).toEqual(['article', 'rejected'])
  })

  test('the hash follows the content and the recipe', async () => {
    const [hash] = (await shards(articles('a'))).map((shard) => shard.hash)
    expect((await shards(articles('a')))[0]?.hash).toBe(hash)
    expect((await shards(articles('b')))[0]?.hash).not.toBe(hash)
    expect((await shards(articles('a'), { articles: 2, bytes: 1000 }, 'other'))[0]?.hash).not.toBe(hash)
  })

  test('the hash follows what was said of the names in the shard, or everywhere; the keys do not', async () => {
    const items = articles('a', 'b', 'c')
    const said = { judgement: 'wrong', canonical: 'Lise Meitner', surface: 'Maitner' } as const
    const plain = await shards(items)
    const ofOne = await shards(items, undefined, undefined, [{ ...said, article: 'a0' }])
    const ofAll = await shards(items, undefined, undefined, [said])
    const changed = (found: readonly Shard[]): boolean[] => found.map(({ hash }, at) => hash !== plain[at]!.hash)
    expect(changed(ofOne)).toEqual([true, false])
    expect(changed(ofAll)).toEqual([true, true])
    expect(ofAll.map((shard) => shard.items)).toEqual(plain.map((shard) => shard.items))
    expect(changed(await shards(items, undefined, undefined, [said, { ...said, judgement: 'open' }]))).toEqual([false, false])
  })

  test('where an article was read from changes neither key nor hash; it is told apart', async () => {
    const moved = articles('a').map((item) =>
      item.kind === 'article' ? { ...item, article: { ...item.article, origin: { file: 'b', line: 7 } } } : item,
    )
    const [[here], [there]] = [await shards(articles('a')), await shards(moved)]
    expect(there).toMatchObject({ hash: here!.hash })
    expect(there!.origins).not.toBe(here!.origins)
  })

  test('an article in front of many changes the shards at the front, and no others', async () => {
    const many = Array.from({ length: 3000 }, (_, at) => ({
      kind: 'article' as const,
      article: makeArticle({ id: `m${at}`, body: `${at}` }),
    }))
    const limits = { articles: 200, bytes: 1e6 }
    const before = new Set((await shards(many, limits)).map(({ hash }) => hash))
    const after = await shards([...articles('new'), ...many], limits)
    expect(before.size).toBeGreaterThan(15)
    expect(after.filter(({ hash }) => !before.has(hash)).length).toBeLessThanOrEqual(2)
  })

  test('no item is lost or moved, whatever the limits', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ maxLength: 50 })),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 80 }),
        async (bodies, count, bytes) => {
          const found = await shards(articles(...bodies), { articles: count, bytes })
          const read = found.flatMap((shard) => shard.items.map((item) => (item.kind === 'article' ? item.article.body : '')))
          expect(read).toEqual(bodies)
          for (const shard of found) expect(shard.items.length === 1 || shard.bytes <= bytes).toBe(true)
        },
      ),
    )
  })
})

test('sha256 tells where one part ends and the next begins', () => {
  expect(sha256('ab', 'c')).not.toBe(sha256('a', 'bc'))
})
