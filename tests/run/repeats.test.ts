import { expect, test } from 'vitest'
import type { ReadItem } from '../../src/read/index.ts'
import { markRepeats } from '../../src/run/repeats.ts'
import { makeArticle } from '../make.ts'

const story = (name: string) => `The keeper of ${name} went home when the lamp of ${name} became electric, many years ago.`
const text = (id: string, body: string, url = 'https://coast.example/a'): ReadItem => ({
  kind: 'article',
  article: makeArticle({ id, body, format: 'text', metadata: { url } }),
})
const repeatsOf = (items: readonly ReadItem[]) =>
  markRepeats(items).map((item) => (item.kind === 'article' ? item.article.repeats : undefined))

test('lines that several articles of a site have are told', () => {
  const items = ['Rock', 'Sound', 'Head', 'Ness'].map((name) => text(name, `${story(name)}\n\nFriends of the lamp since 1871`))
  expect(repeatsOf(items)).toEqual(Array.from({ length: 4 }, () => ['Friends of the lamp since 1871']))
  expect(repeatsOf(items.slice(1))).toEqual([undefined, undefined, undefined])
})

test('copies of one article repeat nothing', () => {
  const items = ['a', 'b', 'c', 'd', 'e'].map((id) => text(id, `${story('Rock')}\n\nIt was dark.`))
  expect(repeatsOf(items)).toEqual(items.map(() => undefined))
})

test('what stands on different sites does not count together', () => {
  const items = ['Rock', 'Sound', 'Head', 'Ness'].map((name) => text(name, `${story(name)}\n\nSources`, `https://${name}.example/a`))
  expect(repeatsOf(items)).toEqual(items.map(() => undefined))
})
