import { describe, expect, test } from 'vitest'
import { type Pair, scorePairs } from '../../../bench/names/pair-score.ts'
import type { Glossary } from '../../../src/glossary/index.ts'
import { glossaryOf } from '../../glossary/make.ts'

/** What the pair's target reads once its names are rewritten. */
async function repaired(names: Glossary, from: string, source: string, to: string, target: string): Promise<string> {
  const pair: Pair = { id: 'pair', from, to, source, target, targetMentions: [], traps: [] }
  const { texts } = await scorePairs([pair], names)
  return texts[0]!
}

describe('a name that the translation garbles', () => {
  test.each([
    [
      'zh',
      '契诃夫的剧本我们排了两个月。',
      'We rehearsed the play of Qihefu for two months.',
      'We rehearsed the play of Chekhov for two months.',
    ],
    ['hi', 'टैगोर का घर अब संग्रहालय है।', 'The house of Tegor is now a museum.', 'The house of Tagore is now a museum.'],
  ])('%s: neither sentence tells, both together do', async (from, source, target, wanted) => {
    const names = glossaryOf('Anton Chekhov', 'Rabindranath Tagore')
    expect(await repaired(names, from, source, 'en', target)).toBe(wanted)
    expect(await repaired(names, from, '', 'en', target)).toBe(target)
  })

  test('an ending of the source that the engine left on it goes', async () => {
    expect(
      await repaired(glossaryOf('Bohumil Hrabal'), 'cs', 'S Hrabalem se chodilo na pivo.', 'en', 'One went for beer with Hrabalem.'),
    ).toBe('One went for beer with Hrabal.')
  })
})

describe('a name that is somebody else’s', () => {
  test('what another name of the source explains better is that name', async () => {
    const target = 'Mihail Sholokov and Mikhail Sholokhovsky sat there.'
    const source = 'Михаил Шолохов и Михаил Шолоховский сидели там.'
    expect(await repaired(glossaryOf('Mikhail Sholokhov'), 'ru', source, 'en', target)).toBe(
      'Mikhail Sholokhov and Mikhail Sholokhovsky sat there.',
    )
  })

  test('a person who is only like one of the glossary is not confirmed by being so in both sentences', async () => {
    const target = 'The letters of Bulgarin were lost.'
    expect(await repaired(glossaryOf('Mikhail Bulgakov'), 'ru', 'Письма Булгарина пропали.', 'en', target)).toBe(target)
  })

  test('of entries alike, the one that the source names', async () => {
    const names = glossaryOf('Robert Schumann', 'Robert Schuman')
    const source = 'Robert Schuman ging früh zu Bett.'
    expect(await repaired(names, 'de', source, 'en', 'Robert Shuman went to bed early.')).toBe('Robert Schuman went to bed early.')
  })
})

test('a name of which nothing in the source speaks is only proposed', async () => {
  const names = glossaryOf('Virginia Woolf')
  const target = 'Virginia Wolff was there, and Virginia Woolf.'
  expect(await repaired(names, 'cs', 'Nikdo tam nebyl.', 'en', target)).toBe(target)
})
