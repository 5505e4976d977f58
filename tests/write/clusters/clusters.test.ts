/** Spellings on cards, riskiest first, and what finds them again. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Aligned } from '../../../src/article.ts'
import type { Card } from '../../../src/write/clusters/card.ts'
import type { WrittenCard } from '../../../src/write/clusters/cards.ts'
import { Holders } from '../../../src/write/clusters/holders.ts'
import { clustersSink } from '../../../src/write/clusters/index.ts'
import { Spool } from '../../../src/write/clusters/spool.ts'
import { build, type Name } from '../build.ts'
import { temporaryFolder } from '../folder.ts'

/** Articles of one sentence, with names of which 'Henri X' is the full form. */
function article(id: string, sentence: string, names: readonly (Name & { readonly confidence?: number })[]): Aligned {
  const made = build({ id, language: 'en', title: id, paragraphs: [['A first one.', sentence]], names }, [
    { language: 'de', paragraphs: [['Ein erster.', 'Der zweite Satz.']] },
  ])
  const sure = (mention: Aligned['mentions'][number]) => ({
    ...mention,
    confidence: names.find(({ surface }) => surface === mention.surface)?.confidence ?? mention.confidence,
  })
  const { source, ...normalized } = made.normalized
  return { ...made, normalized: { ...normalized, source: { ...source, mentions: source.mentions.map(sure) } } }
}

async function cardsOf(
  articles: Iterable<Aligned>,
  limit?: number,
  names?: readonly string[],
): Promise<{ folder: string; cards: WrittenCard[]; page: Card[] }> {
  const folder = await temporaryFolder()
  const sink = clustersSink(folder, { ...(limit !== undefined && { limit }), names })
  for (const each of articles) await sink.write(each)
  await sink.close()
  const lines = (await readFile(join(folder, 'review', 'cards.jsonl'), 'utf8')).split('\n').filter((line) => line !== '')
  const script = await readFile(join(folder, 'report', 'data', 'names-000.js'), 'utf8')
  const { rows } = JSON.parse(/^synoptic\.data\("names", 0, (.*)\)\n$/u.exec(script)![1]!) as { rows: Card[] }
  return { folder, cards: lines.map((line) => JSON.parse(line) as WrittenCard), page: rows }
}

const spellingsOf = (card: WrittenCard | Card | undefined): string[] => card?.spellings.map(({ surface }) => surface) ?? []

describe('cards', () => {
  it('hold each spelling once, with its counts and its least sure contexts, and the sentence beside', async () => {
    const confidences = [0.9, 0.6, 0.95, 0.7, 0.99, 0.8, 0.65]
    const { cards, page } = await cardsOf(
      confidences.map((confidence, at) =>
        article(`a${at}`, `Then Bekerel came, and Bekerel went (${at}).`, [{ surface: 'Bekerel', replacement: 'Becquerel', confidence }]),
      ),
    )
    expect(cards).toHaveLength(1)
    expect(cards[0]).toMatchObject({ canonical: 'Henri Becquerel', mentions: 14, articles: 7 })
    const [spelling] = cards[0]!.spellings
    expect(spelling).toMatchObject({ surface: 'Bekerel', replacement: 'Becquerel', mentions: 14, articles: 7, confidence: 0.6 })
    expect(spelling!.contexts.map(({ article, confidence }) => [article, confidence])).toEqual([
      ['a1', 0.6],
      ['a1', 0.6],
      ['a6', 0.65],
      ['a6', 0.65],
      ['a3', 0.7],
    ])
    expect(spelling!.contexts[0]).toMatchObject({
      left: 'Then ',
      right: ' came, and Bekerel went (1).',
      segment: 1,
      beside: { language: 'de', text: 'Der zweite Satz.' },
    })
    // No page was made of any article.
    expect(page[0]!.spellings[0]!.contexts[0]).toMatchObject({ page: false })
  })

  it('come in the order of risk, and say why', async () => {
    const name = (surface: string, replacement: string, confidence: number): readonly Name[] => [
      { surface, replacement, confidence } as Name,
    ]
    const { cards } = await cardsOf([
      article('sure', 'Yesterday Bekerel came.', name('Bekerel', 'Becquerel', 0.97)),
      article('word', 'Yesterday a rose came.', name('rose', 'Rosen', 0.97)),
      article('unsure', 'Yesterday Kuri came.', name('Kuri', 'Curie', 0.5)),
    ])
    expect(cards.map(({ risk }) => risk)).toEqual(cards.map(({ risk }) => risk).toSorted((a, b) => b - a))
    const why = new Map(cards.map((card) => [card.canonical, card.why.join('; ')]))
    expect(why.get('Henri Rosen')).toContain('‘rose’ is a word of the language too (en)')
    expect(why.get('Henri Rosen')).toContain('written small')
    expect(why.get('Henri Curie')).toContain('50 % sure at the least')
    expect(why.get('Henri Becquerel')).toContain('no article names Henri Becquerel in full')
    expect(cards[0]!.canonical).toBe('Henri Rosen')
    expect(cards[1]!.canonical).toBe('Henri Curie')
  })

  it('know a name that is one letter from the spelling of another', async () => {
    const { cards } = await cardsOf([
      article('one', 'Yesterday Henri Marten came.', [{ surface: 'Henri Marten', replacement: 'Martin' }]),
      article('two', 'Yesterday Henri Martan came.', [{ surface: 'Henri Martan', replacement: 'Morten' }]),
    ])
    expect(cards.find(({ canonical }) => canonical === 'Henri Morten')!.why.join()).toContain('one letter from Henri Martin, a name too')
  })

  it('know a name of the glossary that no article mentions, too', async () => {
    const articles = [article('one', 'Yesterday Henri Marten came.', [{ surface: 'Henri Marten', replacement: 'Morten' }])]
    const { cards } = await cardsOf(articles, undefined, ['Henri Martin', 'Henri Morten', 'Hu Shih'])
    expect(cards[0]!.why.join()).toContain('one letter from Henri Martin, a name too')
  })

  it('are several of an entry of many spellings, and leave out what is beyond the limit, counted', async () => {
    const names = (count: number): Aligned[] =>
      Array.from({ length: count }, (_, at) =>
        article(`a${at}`, `Then Bekerel${at}x came.`, [{ surface: `Bekerel${at}x`, replacement: 'Becquerel' }]),
      )
    const { cards, folder } = await cardsOf(names(50), 45)
    expect(cards.map(({ spellings }) => spellings.length)).toEqual([20, 20, 5])
    expect(new Set(cards.flatMap(spellingsOf)).size).toBe(45)
    expect(JSON.parse(await readFile(join(folder, 'review', 'overview.json'), 'utf8'))).toMatchObject({
      cards: 3,
      spellings: 45,
      leftOut: 5,
    })
  })

  it('are none without names, and the page of data is there all the same', async () => {
    const { cards, page, folder } = await cardsOf([article('a', 'Nobody came.', [])])
    expect([cards, page]).toEqual([[], []])
    expect((await readdir(join(folder, 'review'))).sort()).toEqual([
      'articles.index',
      'articles.txt',
      'cards.index',
      'cards.jsonl',
      'cards.search',
      'overview.json',
    ])
  })
})

describe('the articles of each spelling', () => {
  it('come sorted, however many are sorted at a time', async () => {
    const folder = await temporaryFolder()
    for (const atOnce of [1, 7, 1000]) {
      const holders = new Holders(new Spool(join(folder, `${atOnce}`)), atOnce)
      const held = new Map<number, number[]>()
      for (let article = 1; article < 300; article++)
        for (const spelling of [article % 5, 5 + (article % 11)]) {
          holders.add(spelling, article)
          held.set(spelling, [...(held.get(spelling) ?? []), article])
        }
      const order = [...held.keys()].toReversed()
      const sorted = [...holders.sorted(order, (spelling) => held.get(spelling)!.length)].map((articles) => [...articles])
      expect(sorted).toEqual(order.map((spelling) => held.get(spelling)))
    }
  })
})
