/** Many rows of names: every spelling is on one card, and every card on one page. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { garbled } from '../../bench/review/articles.ts'
import type { Card } from '../../src/write/clusters/card.ts'
import { clustersSink } from '../../src/write/clusters/index.ts'
import { emptyFolder, serve } from './served.ts'

test('20,000 rows are paged through without one lost or twice, and found by name', async () => {
  const output = await emptyFolder()
  const glossary = join(output, 'glossary')
  for (const folder of ['report', '.synoptic', 'glossary']) await mkdir(join(output, folder))
  const sink = clustersSink(output)
  const mentions = new Map<string, number>()
  for (const article of garbled(2000, { rows: 10, names: 500, spellings: 32 })) {
    await sink.write(article)
    for (const { canonical, surface } of article.mentions) {
      const spelling = `${canonical}\n${surface}`
      mentions.set(spelling, (mentions.get(spelling) ?? 0) + 1)
    }
  }
  await sink.close()
  await writeFile(join(output, 'report', 'index.html'), '<head></head>')
  await writeFile(join(output, 'run.json'), JSON.stringify({ configuration: { glossary: [glossary] } }))
  await writeFile(join(output, '.synoptic', 'run.json'), JSON.stringify({ judgements: [] }))

  const { get, post } = await serve(output)
  const { total, pages } = (await get('/api/names?state=open')).json as { total: number; pages: number }
  const cards: Card[] = []
  for (let page = 0; page < pages; page++) cards.push(...(await get(`/api/names?state=open&page=${page}`)).json.rows)
  expect(cards).toHaveLength(total)
  const shown = cards.flatMap(({ canonical, spellings }) =>
    spellings.map(({ surface, mentions }) => [`${canonical}\n${surface}`, mentions] as const),
  )
  expect(shown).toHaveLength(mentions.size)
  expect(new Map(shown)).toEqual(mentions)
  expect(cards.map(({ risk }) => risk)).toEqual(cards.map(({ risk }) => risk).toSorted((a, b) => b - a))
  expect(Math.max(...cards.map(({ spellings }) => spellings.length))).toBeLessThanOrEqual(20)

  const [last] = cards.slice(-1)
  const [spelling] = last!.spellings
  const found = (await get(`/api/names?query=${spelling!.surface}`)).json.rows as Card[]
  expect(found.map(({ canonical }) => canonical)).toContain(last!.canonical)
  const judgement = { judgement: 'wrong', canonical: last!.canonical, surface: spelling!.surface }
  expect((await post('judgements', { judgements: [judgement] })).json).toMatchObject({ articlesConcerned: spelling!.articles })
  expect((await get('/api/names?state=judged')).json).toMatchObject({ total: 1, rows: [{ canonical: last!.canonical }] })
})
