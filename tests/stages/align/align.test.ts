import { describe, expect, it } from 'vitest'
import type { Normalized, NormalizedText, TranslatedSegment, Translation } from '../../../src/article.ts'
import { align } from '../../../src/stages/align/index.ts'

const context = { signal: new AbortController().signal, warn: () => {} }

function textOf(language: string, lines: readonly string[]): NormalizedText {
  const segments = lines.map((text) => ({ span: { start: 0, end: text.length }, text }))
  return { language, title: '', titleMentions: [], text: lines.join(' '), segments, mentions: [] }
}

function translation(engine: string, status: Translation['status'], lines: readonly string[]): Translation {
  const segments = lines.map((text): TranslatedSegment => {
    const origin = text === '' ? 'missing' : engine === 'given' ? 'given' : 'engine'
    return { span: { start: 0, end: text.length }, text, block: 0, origin, checks: [] }
  })
  return { language: 'en', engine, status, title: '', text: lines.join(' '), segments }
}

/** Only what the stage looks at. */
function article(source: readonly string[], translations: readonly Translation[]): Normalized {
  const texts = translations.map(({ segments }) =>
    textOf(
      'en',
      segments.map(({ text }) => text),
    ),
  )
  return { id: 'a', translations, normalized: { source: textOf('de', source), translations: texts } } as unknown as Normalized
}

describe('align', () => {
  const source = ['Der Turm wurde 1887 gebaut.', 'Er ist 42 Meter hoch.']

  it('pairs an engine’s segments one to one, and leaves what is missing alone', async () => {
    const done = translation('libretranslate', 'done', ['The tower was built in 1887.', 'It is 42 metres high.'])
    const failed = translation('libretranslate', 'failed', ['The tower was built in 1887.', ''])
    const { alignments } = await align().run(article(source, [done, failed]), context)
    expect(alignments).toEqual([
      {
        language: 'en',
        alignments: [
          { source: [0], target: [0], score: expect.closeTo(1, 1) },
          { source: [1], target: [1], score: expect.closeTo(1, 1) },
        ],
      },
      {
        language: 'en',
        alignments: [
          { source: [0], target: [0], score: expect.closeTo(1, 1) },
          { source: [1], target: [], score: 0 },
        ],
      },
    ])
  })

  it('does not take it for granted that they say the same', async () => {
    const sources = [
      'Der Turm wurde 1887 gebaut.',
      'Er ist 42 Meter hoch.',
      'Im Jahr 1911 kam Marie Curie nach Paris.',
      'Danach regnete es.',
    ]
    const wrong = ['The tower was built in 1887.', 'In 1911 Marie Curie came to Paris.', 'It is 42 metres high.', 'After that it rained.']
    const { alignments } = await align().run(article(sources, [translation('libretranslate', 'done', wrong)]), context)
    const [first, second, third] = alignments[0]!.alignments.map(({ score }) => score)
    expect(first).toBeGreaterThan(0.5)
    expect(Math.max(second!, third!)).toBeLessThan(0.2)
  })

  it('has nothing to say while a translation is pending', async () => {
    const { alignments } = await align().run(article(source, [translation('none', 'pending', ['', ''])]), context)
    expect(alignments).toEqual([{ language: 'en', alignments: [] }])
  })

  it('aligns a given translation, whose segments are others', async () => {
    const given = translation('given', 'done', ['The tower was built in 1887. It is 42 metres high.'])
    const { alignments } = await align().run(article(source, [given]), context)
    expect(alignments[0]?.alignments).toEqual([{ source: [0, 1], target: [0], score: expect.any(Number) }])
    expect(alignments[0]?.alignments[0]?.score).toBeGreaterThan(0)
  })
})
