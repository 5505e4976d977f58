import { expect, test } from 'vitest'
import type { Aligned, Mention } from '../../src/article.ts'
import { Judgements } from '../../src/glossary/index.ts'
import { rewritten } from '../../src/stages/normalize/index.ts'
import { mend } from '../../src/stories/index.ts'
import type { Pair } from '../../src/story.ts'

interface Name {
  readonly surface: string
  readonly entry: string
  readonly action: Mention['action']
}

/** An article of sentences, in which each name is looked for once. */
function article(id: string, language: string, sentences: readonly string[], names: readonly Name[]): Aligned {
  const text = sentences.join(' ')
  const spanOf = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length })
  const segments = sentences.map((sentence) => ({ span: spanOf(sentence), text: sentence, language, block: 0 }))
  const mentions = names.map(({ surface, entry, action }) => ({
    ...{ span: spanOf(surface), surface, suffix: '', kind: 'person' as const, entry, canonical: entry, action },
    ...{ replacement: action === 'keep' ? surface : entry, confidence: 0.6, reason: 'spelling 0.80' },
  }))
  const whole = {
    ...{ id, origin: { file: '-', line: 1 }, title: '', body: text, format: 'text' as const, metadata: {}, versions: [], warnings: [] },
    ...{ text, blocks: [{ start: 0, end: text.length }], removed: [], language, confidence: 1 },
    ...{ passages: [{ start: 0, end: text.length, language }], segments, mentions, titleMentions: [], translations: [] },
  }
  return { ...whole, normalized: { source: rewritten(whole, mentions, []), translations: [] }, alignments: [] }
}

const suggested = { surface: 'Volsca', entry: 'Wolska', action: 'suggest' } as const
const english = article('en', 'en', ['The mayor thanked all.', 'Volsca had asked for boats.', 'So Volsca will stay.'], [suggested])
const german = article(
  'de',
  'de',
  ['Allen dankte sie.', 'Wolska hatte um Boote gebeten.'],
  [{ ...suggested, surface: 'Wolska', action: 'keep' }],
)
const score = 0.9
const pair: Pair = { a: 'en', b: 'de', kind: 'translation', similarity: 0.8, alignments: [{ a: [1], b: [1], score }] }
const none = new Judgements()
const textsOf = (mended: Map<number, Aligned>) => [...mended].map(([at, { normalized }]) => [at, normalized.source.text])

test('a proposal is right when the sentence beside it in another language names who is proposed', () => {
  const mended = mend([english, german], [pair], none)
  expect(textsOf(mended)).toEqual([[0, 'The mayor thanked all. Wolska had asked for boats. So Volsca will stay.']])
  expect(mended.get(0)!.normalized.source.mentions[0]).toMatchObject({ action: 'rewrite', reason: 'spelling 0.80; de has Wolska there' })
})

test('nothing is mended by a sentence that may not say the same, by a proposal, or when both versions have the word', () => {
  const unsure = { ...pair, alignments: [{ a: [1], b: [1], score: 0.3 }] }
  expect(mend([english, german], [unsure], none).size).toBe(0)
  const proposed = article('de', 'de', ['Allen dankte sie.', 'Wolsca hatte um Boote gebeten.'], [{ ...suggested, surface: 'Wolsca' }])
  expect(mend([english, proposed], [pair], none).size).toBe(0)
  const copy = article(
    'de',
    'en',
    ['She thanked all.', 'Volsca, Wolska said, asked for boats.'],
    [{ ...suggested, surface: 'Wolska', action: 'keep' }],
  )
  expect(mend([english, copy], [pair], none).size).toBe(0)
})

test('what a person said is not a name stays as it is', () => {
  const judgement = { judgement: 'wrong', canonical: 'Wolska', surface: 'Volsca' } as const
  expect(mend([english, german], [pair], new Judgements({ lines: [{ judgement, line: 1 }] })).size).toBe(0)
})
