import { describe, expect, it } from 'vitest'
import { entryOf, found, hashOf, type Wish, wishOf } from '../../src/page/overview/find.ts'
import type { ArticleRow } from '../../src/write/report/summary.ts'

const row = (id: string, change: Partial<ArticleRow> = {}): ArticleRow => ({
  id,
  title: '',
  languages: ['de', 'en'],
  states: ['original', 'translated'],
  sentences: 1,
  rewritten: 0,
  proposed: 0,
  doubtful: 0,
  failedChecks: 0,
  codes: [],
  pending: 0,
  places: {},
  page: true,
  ...change,
})
const ids = (rows: readonly ArticleRow[], hash: string): string[] => found(rows.map(entryOf), wishOf(hash)).map(({ id }) => id)

describe('articles looked for', () => {
  it('have all words of the query in title or id, whatever their case and marks', () => {
    const rows = [row('a', { title: 'Röntgens Straßen' }), row('b', { title: 'Rentgen' }), row('rontgen-2')]
    expect(ids(rows, '#query=RONTGEN')).toEqual(['a', 'rontgen-2'])
    expect(ids(rows, '#query=rontgen+straßen')).toEqual(['a'])
  })

  it('have what is asked for', () => {
    const pending = row('p', { languages: ['fr', 'de'], states: ['original', 'pending'], pending: 1 })
    const rows = [row('d', { doubtful: 2 }), row('s', { story: 'x' }), pending, row('c', { failedChecks: 1, proposed: 1 })]
    expect(['doubtful', 'story', 'pending', 'checks', 'proposed'].map((filter) => ids(rows, `#filter=${filter}`))).toEqual([
      ['d'],
      ['s'],
      ['p'],
      ['c'],
      ['c'],
    ])
    expect(ids(rows, '#language=de')).toEqual(['d', 's', 'p', 'c'])
    expect(ids(rows, '#language=de&state=pending')).toEqual(['p'])
    expect(ids(rows, '#filter=nonsense')).toHaveLength(4)
  })

  it('come in the order asked for, equals as they were', () => {
    const rows = [
      row('a', { title: 'Part 10', sentences: 1 }),
      row('b', { title: 'part 9', sentences: 3 }),
      row('c', { title: 'Ähre', sentences: 1 }),
    ]
    expect(ids(rows, '#sort=title')).toEqual(['c', 'b', 'a'])
    expect(ids(rows, '#sort=sentences&down')).toEqual(['b', 'a', 'c'])
  })

  it('are asked for in an address that says the same again', () => {
    const wish: Wish = { query: 'a&b #ü', filter: 'pending', language: 'zh-Hant', state: 'failed', sort: 'proposed', down: true }
    expect(wishOf(hashOf(wish))).toEqual(wish)
    expect(hashOf(wishOf(''))).toBe('')
  })
})
