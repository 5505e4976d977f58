import { expect, test } from 'vitest'
import { compareTranslations } from '../../src/compare/index.ts'
import { mecab } from '../../src/compare/mecab.ts'
import { type ToyDictionary, toyMecab } from './toy-mecab.ts'

const [edge, noun, particle] = [0, 1, 2]
const toy: ToyDictionary = {
  words: [
    { word: '東', cost: 500, class: noun },
    { word: '京', cost: 600, class: noun },
    { word: '東京', cost: 300, class: noun },
    { word: '京都', cost: 400, class: noun },
    { word: '都', cost: 200, class: particle },
    { word: 'に', cost: 10, class: particle },
    { word: 'に', cost: 900, class: noun },
    { word: '住む', cost: 100, class: noun },
  ],
  unknown: ['DEFAULT', 'SPACE', 'KANJI', 'ALPHA'].map((word) => ({ word, cost: 2000, class: noun })),
  connections: [
    [0, 0, 0],
    [0, 300, 0],
    [0, 0, 50],
  ],
}

test('words are those of the path of least cost, through what each costs and what stands beside it', async () => {
  // 東京 300 + 都 200; 東 500 + 京都 400 + 300 for two nouns.
  expect(mecab(await toyMecab(toy))('東京都に住む')).toEqual(['東京', '都', 'に', '住む'])
  const rather = toy.connections.with(noun, [0, -300, 400]).with(edge, [0, 0, 0])
  expect(mecab(await toyMecab({ ...toy, connections: rather }))('東京都に住む').slice(0, 2)).toEqual(['東', '京都'])
})

test('what the dictionary lacks: runs of letters are words, Han characters one or two, spaces none', async () => {
  const words = mecab(await toyMecab(toy))
  expect(words('  ABC に xyz')).toEqual(['ABC', 'に', 'xyz'])
  expect(words('東京雨')).toEqual(['東京', '雨'])
  expect(words('雨雪に')).toEqual(['雨雪', 'に'])
  expect(words('😀に').join('')).toBe('😀に')
  expect(words('')).toEqual([])
  expect(words('   ')).toEqual([])
})

test('BLEU counts these words, and says so', async () => {
  const compared = compareTranslations({
    source: ['He lives in Tokyo.'],
    references: [['東京都に住む']],
    systems: [
      { name: 'same', lines: ['東京都に住む'] },
      { name: 'another', lines: ['京都に住む'] },
    ],
    from: 'en',
    to: 'ja',
    mecabDictionary: await toyMecab(toy),
    resampling: { resamples: 1, seed: 1 },
  })
  expect(compared.signatures.bleu).toContain('tok:ja-mecab-0.996-IPA')
  expect(compared.systems[0]!.bleu).toBeCloseTo(100)
  // Three words, two of them in the reference, one pair of words: not the five characters of six that are the same.
  expect(compared.systems[1]!.segments[0]!.bleu).toBeLessThan(60)
})

test.each([
  [{ charset: 'EUC-JP' }, 'sys.dic: expected a dictionary of MeCab in UTF-8, this is one in EUC-JP'],
  [{ size: 8 }, 'sys.dic: expected the IPA dictionary 2.7.0-20070801 with 392126 words, this has 8'],
])('%j is refused: figures would not be comparable', async (change, message) => {
  const folder = await toyMecab({ ...toy, ...change })
  expect(() => mecab(folder)).toThrow(message)
})
