import { expect, test } from 'vitest'
import { alignWords, tokensOf } from '../../src/stories/collate/words.ts'
import { collateStory, formatSketch, NumberRoom, parseSketch, sketch, type Version } from '../../src/stories/index.ts'
import { storySchema } from '../../src/story.ts'
import { flood, floodGarbled, floodInGerman, makeVersion } from './make.ts'

/** 'kind: here' of what differs. */
function told(a: string, b: string): string[] {
  const words = (text: string) => tokensOf(text).map((token) => token.text)
  const slice = (text: string, [from, to]: readonly [number, number]) => words(text).slice(from, to).join(' ')
  return alignWords(words(a), words(b)).flatMap((step) =>
    step.kind === 'same' ? [] : [`${step.kind}: ${slice(a, step.a)}→${slice(b, step.b)}`],
  )
}

test('words are added, missing, replaced and moved', () => {
  expect(told('The mayor asked the army for boats', 'The mayor has asked army for boats')).toEqual(['added: →has', 'missing: the→'])
  expect(told('Wolska thanked them', 'Volska thanked them')).toEqual(['replaced: Wolska→Volska'])
  expect(told('On Sunday night the dyke of Kostrzyn broke', 'The dyke of Kostrzyn broke on Sunday night')).toContain(
    'moved: On Sunday night→',
  )
  expect(told('洪水昨夜来了', '洪水今夜来了')).toEqual(['replaced: 昨→今'])
})

const link = (a: number, b: number, kind: 'copy' | 'translation' = 'copy') => ({ a, b, kind, similarity: 0.7 })
const original = makeVersion({ id: 'original', sentences: flood })

test('rows hold what says the same in all versions; who adds and leaves out is told', () => {
  const german = makeVersion({ id: 'german', language: 'de', sentences: floodInGerman.slice(0, 4) })
  const longer = makeVersion({
    id: 'longer',
    sentences: [...flood.slice(0, 2), 'Nobody was hurt, said a spokeswoman of the police.', ...flood.slice(2)],
  })
  const story = collateStory([original, longer, german], [link(0, 1), link(0, 2, 'translation'), link(1, 2, 'translation')])
  expect(storySchema.parse(story)).toEqual(story)
  expect(story.rows).toHaveLength(6)
  expect(story.versions.find(({ id }) => id === 'longer')!.adds).toEqual([2])
  expect(story.versions.find(({ id }) => id === 'german')!.leavesOut).toEqual([5])
  expect(story.rows[1]!.cells.map(({ sentences }) => sentences)).toEqual([[1], [1], [1]])
})

test('a copy of a garbled copy follows it, for it has its errors; what most say is free of them', () => {
  const garbled = makeVersion({ id: 'garbled', sentences: floodGarbled })
  const worse = makeVersion({
    id: 'worse',
    sentences: floodGarbled.map((sentence) => sentence.replace('Volska', 'Volsca').replace('Friday', 'Fryday')),
  })
  const edited = makeVersion({ id: 'edited', sentences: flood.map((sentence) => sentence.replace('reporters', 'journalists')) })
  const another = makeVersion({ id: 'another', sentences: flood.map((sentence) => sentence.replace('further notice', 'Sunday')) })
  const all = [original, edited, garbled, worse, another]
  const links = all.flatMap((_, a) => all.slice(a + 1).map((_, b) => ({ ...link(a, a + 1 + b), similarity: a === 0 ? 0.9 : 0.6 })))
  const story = collateStory(all, links)
  expect(story.base).toBe('original')
  expect(story.versions.find(({ id }) => id === 'worse')!.follows!.id).toBe('garbled')
  expect(story.versions.find(({ id }) => id === 'edited')!.follows!.id).toBe('original')
  expect(story.consensus.text).toContain('Mayor Agnieszka Wolska asked the army for 12 boats and for sandbags.')
})

test('of two versions the one that spells its names as the glossary does is the base', () => {
  const name = (surface: string) => [[], [{ entry: 'wolska', canonical: 'Agnieszka Wolska', surface }], [], [], []]
  const versions: Version[] = [
    makeVersion({ id: 'garbled', sentences: floodGarbled, names: name('Agneshka Volska') }),
    makeVersion({ id: 'original', sentences: flood, names: name('Agnieszka Wolska') }),
  ]
  const story = collateStory(versions, [link(0, 1)])
  expect(story.base).toBe('original')
  expect(story.names).toEqual([
    {
      canonical: 'Agnieszka Wolska',
      entry: 'wolska',
      spellings: [
        { spelling: 'Agneshka Volska', versions: ['garbled'] },
        { spelling: 'Agnieszka Wolska', versions: ['original'] },
      ],
    },
  ])
})

test('numbers that a translation has otherwise are told', () => {
  const german = makeVersion({ id: 'german', language: 'de', sentences: floodInGerman.map((sentence) => sentence.replace('340', '430')) })
  const story = collateStory([original, german], [link(0, 1, 'translation')])
  expect(story.rows[0]!.facts).toEqual([
    { kind: 'number', value: '340', versions: ['original'] },
    { kind: 'number', value: '430', versions: ['german'] },
  ])
})

test('a sketch comes back from its text', () => {
  const made = sketch({ ...original, translations: [{ language: 'de', sentences: floodInGerman, exact: true }], given: ['x'] })
  expect(parseSketch(formatSketch(made), new NumberRoom())).toEqual(made)
})
