import { expect, test } from 'vitest'
import { type AlignedSet, loadSets, type Pair, score, settings } from '../../../bench/align/data.ts'
import { withMovedBlocks } from '../../../bench/align/moved.ts'
import { alignSegments } from '../../../src/stages/align/index.ts'

const places = [
  'harbour',
  'station',
  'library',
  'museum',
  'bakery',
  'school',
  'bridge',
  'market',
  'chapel',
  'theatre',
  'stadium',
  'brewery',
]
const people = [
  'Ingrid',
  'Bartholomew',
  'Czeslaw',
  'Dimitra',
  'Edmund',
  'Fatima',
  'Gustavo',
  'Hedwig',
  'Ismail',
  'Jolanta',
  'Kenneth',
  'Ludmila',
]
const text = places.map((place, at) => `${people[at]} opened the ${place} of the town in ${1900 + 7 * at} before ${30 + at} guests.`)
const reworded = text.map((line) => line.replace('opened the', 'inaugurated the').replace('guests', 'people'))
const english = { from: 'en', to: 'en' }

const pairsOf = (alignments: ReturnType<typeof alignSegments>) =>
  alignments.flatMap(({ source, target, moved }) => (source.length * target.length === 1 ? [[source[0], target[0], moved ?? false]] : []))

test('a block that stands elsewhere is aligned, marked, and stands where its source does', () => {
  const target = [...reworded.slice(4, 12), ...reworded.slice(0, 4)]
  const found = alignSegments(text, target, english)
  expect(pairsOf(found)).toEqual(text.map((_, line) => (line < 4 ? [line, line + 8, true] : [line, line - 4, false])))
  expect(found.flatMap(({ source }) => source)).toEqual(text.map((_, line) => line))
  expect(found.flatMap(({ target }) => target).sort((a, b) => a - b)).toEqual(text.map((_, line) => line))
})

test('in order, where it is asked for', () => {
  const found = alignSegments(text, [...reworded.slice(4, 12), ...reworded.slice(0, 4)], { ...english, inOrder: true })
  expect(pairsOf(found).every(([, , moved]) => !moved)).toBe(true)
  expect(found.filter(({ target }) => target.length === 0)).toHaveLength(4)
})

test('what is alone on both sides and has nothing in common stays alone', () => {
  const foreign = [
    'Rain fell over the mountains all night long.',
    'Nobody had expected such a harvest of apples.',
    'The orchestra cancelled its tour through Brazil.',
    'A new law on fishing takes effect in May.',
  ]
  const others = [
    'Shares of the shipyard rose sharply yesterday.',
    'The committee will meet again after Easter.',
    'Two swimmers crossed the strait in six hours.',
    'Critics called the novel long and tender.',
  ]
  const found = alignSegments([...foreign, ...text], [...reworded, ...others], english)
  expect(found.some(({ moved }) => moved)).toBe(false)
})

test('through a translation, with its own lines', () => {
  const turned = (lines: readonly string[]) => lines.map((line) => line.replace(/\p{L}+/gu, (word) => [...word].reverse().join('')))
  const target = [...reworded.slice(5), ...reworded.slice(0, 5)]
  const found = alignSegments(turned(text), target, { from: 'de', to: 'en', pivots: [text] })
  expect(pairsOf(found)).toContainEqual([2, 9, true])
})

const f1Of = (set: AlignedSet, inOrder: boolean) => {
  const results = set.documents.map((document): [readonly Pair[], readonly Pair[]] => {
    const options = { ...(settings(document).one ?? settings(document).none), inOrder }
    return [document.gold, alignSegments(document.source, document.target, options).map(({ source, target }): Pair => [source, target])]
  })
  return score(results, set.pairsOnly).strict.f1
}

test('real texts with blocks out of order lose little, and without any nothing', () => {
  const set = loadSets(new URL('../../data', import.meta.url).pathname).find(({ name }) => name === 'synth-fi-en')!
  const shuffled = withMovedBlocks(set)
  expect(f1Of(shuffled, false)).toBeGreaterThan(f1Of(shuffled, true) + 0.03)
  expect(f1Of(set, false)).toBeGreaterThanOrEqual(f1Of(set, true))
})
