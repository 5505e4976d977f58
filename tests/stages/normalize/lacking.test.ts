import { describe, expect, test } from 'vitest'
import type { Mention, Translated, TranslatedSegment, Translation } from '../../../src/article.ts'
import { lacking } from '../../../src/stages/normalize/lacking.ts'

const mention = (start: number, entry: string, more: Partial<Mention> = {}): Mention => ({
  span: { start, end: start + 5 },
  surface: '',
  suffix: '',
  kind: 'place',
  entry,
  canonical: entry,
  replacement: '',
  action: 'keep',
  confidence: 0.95,
  reason: 'exact',
  ...more,
})

/** Two sentences of ten characters each, and their translations. */
const article = (mentions: readonly Mention[]): Translated =>
  ({ segments: [0, 10].map((start) => ({ span: { start, end: start + 10 } })), mentions }) as unknown as Translated
const translation = (
  texts: readonly string[],
  more: Partial<Translation> = {},
  origin: TranslatedSegment['origin'] = 'engine',
): Translation =>
  ({
    engine: 'fake',
    segments: texts.map((text, at) => ({ text, span: { start: at * 100, end: at * 100 + 100 }, origin })),
    ...more,
  }) as unknown as Translation

describe('a name of the source', () => {
  const source = article([mention(2, 'Uppsala'), mention(12, 'Sweden')])

  test('that its translation does not have is missing there', () => {
    expect(lacking(source, translation(['the city', 'it is cold']), [])).toEqual([['term-missing'], ['term-missing']])
    expect(lacking(source, translation(['the city', 'it is cold']), [mention(20, 'Uppsala'), mention(30, 'Sweden')])).toEqual([
      [],
      ['term-missing'],
    ])
  })

  test('is there, however it is spelt, and in a word made of it', () => {
    expect(lacking(source, translation(['Upsala', 'the Swedish cold']), [mention(0, 'Uppsala', { action: 'rewrite' })])).toEqual([[], []])
  })

  test('is not looked for where it is not sure, or nothing was translated', () => {
    const unsure = article([mention(2, 'Uppsala', { confidence: 0.5 }), mention(12, 'Sweden', { action: 'suggest' })])
    expect(lacking(unsure, translation(['the city', 'it is cold']), [])).toEqual([[], []])
    expect(lacking(source, translation(['the city', 'it is cold'], { engine: 'given' }), [])).toEqual([[], []])
    expect(lacking(source, translation(['', ''], {}, 'missing'), [])).toEqual([[], []])
    expect(lacking(source, translation(['one']), [])).toEqual([[]])
  })
})
