import { expect, test } from 'vitest'
import type { Detected } from '../../../src/article.ts'
import { Pipeline } from '../../../src/stage.ts'
import { segment } from '../../../src/stages/segment/index.ts'

function detected(paragraphs: readonly string[], languages: readonly string[], language = 'en'): Detected {
  const text = paragraphs.join('\n\n')
  let at = 0
  const blocks = paragraphs.map((paragraph) => {
    const start = text.indexOf(paragraph, at)
    at = start + paragraph.length
    return { start, end: at }
  })
  const passages = blocks.map(({ start }, index) => ({
    start,
    end: blocks[index + 1]?.start ?? text.length,
    language: languages[index] ?? language,
  }))
  return {
    id: 'a',
    origin: { file: 'a.txt', line: 1 },
    title: '',
    body: text,
    format: 'text',
    metadata: {},
    versions: [],
    warnings: [],
    text,
    blocks,
    removed: [],
    language,
    confidence: 1,
    passages,
  }
}

async function segmentsOf(article: Detected) {
  const outcome = await Pipeline.from(segment()).run(article, new AbortController().signal)
  if (outcome.kind === 'rejected') throw new Error(outcome.rejected.detail)
  return outcome.article.segments
}

test('segments never cross a block and know their block, place and language', async () => {
  const article = detected(['A heading', 'The sea is calm. No wind', 'Am 3. Mai kam Regen. Es war kalt.'], ['en', 'en', 'de'])
  const segments = await segmentsOf(article)
  expect(segments.map(({ text, block, language }) => [text, block, language])).toEqual([
    ['A heading', 0, 'en'],
    ['The sea is calm.', 1, 'en'],
    ['No wind', 1, 'en'],
    ['Am 3. Mai kam Regen.', 2, 'de'],
    ['Es war kalt.', 2, 'de'],
  ])
  for (const { span, text } of segments) expect(article.text.slice(span.start, span.end)).toBe(text)
})

test('a segment takes the language that covers most of it, and the article’s own in doubt', async () => {
  const text = 'He said „Es regnet heute in Strömen“ twice. Good.'
  const quote = { start: text.indexOf('„'), end: text.indexOf('“') + 1 }
  const article: Detected = {
    ...detected([text], ['en']),
    passages: [
      { start: 0, end: quote.start, language: 'en' },
      { ...quote, language: 'de' },
      { start: quote.end, end: text.length, language: 'en' },
    ],
  }
  expect((await segmentsOf(article)).map(({ language }) => language)).toEqual(['de', 'en'])
  expect((await segmentsOf({ ...article, passages: [], language: 'fr' })).map(({ language }) => language)).toEqual(['fr', 'fr'])
  expect(await segmentsOf({ ...article, text: '', blocks: [] })).toEqual([])
})

test('every letter of a text stands in one segment, however long its blocks', async () => {
  const block = Array.from({ length: 40 }, (_, index) => `Boat ${index} came in at noon.`).join(' ')
  const article = detected([block, 'Then the rain began.', block], ['en', 'en', 'en'])
  const segments = await segmentsOf(article)
  expect(segments).toHaveLength(81)
  expect(segments.map(({ text }) => text).join('')).toBe(article.text.replaceAll('\n\n', '').replaceAll('. ', '.'))
})
