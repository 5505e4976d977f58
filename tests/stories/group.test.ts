import { expect, test } from 'vitest'
import { collate, type Version } from '../../src/stories/index.ts'
import { comet, election, flood, floodElsewhere, floodGarbled, floodInGerman, makeVersion } from './make.ts'

const others: readonly Version[] = [makeVersion({ id: 'election', sentences: election }), makeVersion({ id: 'comet', sentences: comet })]
const original = makeVersion({ id: 'original', sentences: flood })

function groupsOf(versions: readonly Version[]) {
  return collate(versions).groups.map(({ members, pairs }) => ({ members, kinds: pairs.map(({ kind }) => kind) }))
}

test('a garbled copy is a copy', () => {
  const garbled = makeVersion({ id: 'garbled', sentences: floodGarbled })
  expect(groupsOf([original, ...others, garbled])).toEqual([{ members: ['original', 'garbled'], kinds: ['copy'] }])
})

test('a translation is found by names, numbers and lengths alone', () => {
  const german = makeVersion({ id: 'german', language: 'de', sentences: floodInGerman })
  expect(groupsOf([original, ...others, german])).toEqual([{ members: ['original', 'german'], kinds: ['translation'] }])
})

test('translations into a third language bring two articles together', () => {
  const german = makeVersion({
    id: 'german',
    language: 'de',
    sentences: floodInGerman,
    translations: [{ language: 'en', sentences: flood, exact: true }],
  })
  const unreadable = makeVersion({
    id: 'other',
    language: 'eu',
    sentences: flood.map((_, at) => `${at}`),
    translations: [{ language: 'en', sentences: floodGarbled, exact: true }],
  })
  const { groups } = collate([german, unreadable, ...others])
  expect(groups.map(({ members }) => members)).toEqual([['german', 'other']])
  expect(groups[0]!.pairs[0]!.alignments.map(({ a, b }) => [a, b])).toEqual(flood.map((_, at) => [[at], [at]]))
})

test('an article of its own on the same event is no version, but tells of the same', () => {
  const another = makeVersion({ id: 'another', sentences: floodElsewhere })
  const { groups, sameStory } = collate([original, another, ...others])
  expect(groups).toEqual([])
  expect(sameStory).toEqual([['original', 'another', expect.any(Number)]])
})

test('what the input says are versions are, however little they have in common', () => {
  const versions = [
    makeVersion({ id: 'a', sentences: election, given: ['b'] }),
    makeVersion({ id: 'b', language: 'de', sentences: floodInGerman, given: ['a'] }),
  ]
  expect(groupsOf(versions)).toEqual([{ members: ['a', 'b'], kinds: ['translation'] }])
})

test('the groups do not depend on the order of the articles', () => {
  const all = [
    original,
    makeVersion({ id: 'garbled', sentences: floodGarbled }),
    makeVersion({ id: 'german', language: 'de', sentences: floodInGerman }),
    makeVersion({ id: 'elsewhere', sentences: floodElsewhere }),
    ...others,
  ]
  const members = (versions: readonly Version[]) => collate(versions).groups.map((group) => group.members.toSorted())
  expect(members(all)).toEqual([['garbled', 'german', 'original']])
  expect(members(all.toReversed())).toEqual(members(all))
})

test('articles without a sentence are in no group', () => {
  expect(collate([makeVersion({ id: 'a', sentences: [] }), makeVersion({ id: 'b', sentences: [] })])).toEqual({ groups: [], sameStory: [] })
})

test('copies of a text by the hundred are one group', () => {
  const copies = Array.from({ length: 120 }, (_, at) => makeVersion({ id: `copy-${at}`, sentences: [...flood, `Copy number ${at}.`] }))
  const { groups } = collate([...copies, ...others])
  expect(groups.map(({ members }) => members.length)).toEqual([120])
})
