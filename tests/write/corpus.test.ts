import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FileError } from '../../src/errors.ts'
import { formatArticle, parseArticle, restoreArticle } from '../../src/write/corpus.ts'
import { makeArticle } from '../make.ts'
import { build } from './build.ts'

const article = build(
  {
    id: 'a-1',
    language: 'de',
    title: 'Bekerel',
    paragraphs: [['Bekerel kam.', 'Er ging.']],
    names: [{ surface: 'Bekerel', replacement: 'Becquerel' }],
    metadata: { date: '1911-11-08', byline: 'Redaktion' },
  },
  [{ language: 'en', paragraphs: [['Becquerel came.', 'He left.']] }],
)

describe('corpus lines', () => {
  it('come back as they were', () => {
    expect(parseArticle(formatArticle(article, { keepSource: true }), 'c.jsonl', 1)).toEqual(article)
  })

  it('hold what was read only when asked to, and nothing twice that spans say', () => {
    const raw = build({ language: 'de', body: 'RAW', paragraphs: [['Er ging.', 'Sie kam.']] })
    const line = formatArticle({ ...raw, versions: [makeArticle({ id: 'v', body: 'RAW' })] })
    expect(line).not.toContain('RAW')
    expect(parseArticle(formatArticle(raw), 'c.jsonl', 1)).toEqual({ ...raw, body: '' })
    expect(restoreArticle(formatArticle(raw), 'c.jsonl', 1)).toEqual({ ...raw, body: '' })
    // The text, its segments, the normalized text.
    expect(line.split('Sie kam.')).toHaveLength(4)
  })

  it('do not depend on the order in which keys were set', () => {
    const { title, metadata, ...rest } = article
    const shuffled = { title, ...rest, metadata: { byline: metadata.byline!, date: metadata.date! } }
    expect(formatArticle(shuffled)).toBe(formatArticle(article))
  })

  it('survive any text, on one line, for readers that break at Unicode line ends too', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', '\u2028', '\u0085', '\ud800', '\udc00', '\u0000', '\r\n'),
        (text, hostile) => {
          const hard = build({ language: 'und', body: `${text}${hostile}${text}`, title: hostile })
          const line = formatArticle(hard, { keepSource: true })
          expect(line).not.toMatch(/[\n\r\u0085\u2028\u2029]/)
          expect(parseArticle(line, 'c.jsonl', 1)).toEqual(hard)
          expect(restoreArticle(line, 'c.jsonl', 1)).toEqual(hard)
        },
      ),
    )
  })

  it('are never written when they could not be read again', () => {
    expect(() => formatArticle({ ...article, confidence: Number.NaN })).toThrow(/article a-1 .*confidence/)
  })

  it.each([
    ['{"id": "a"', /^c\.jsonl:7: is not JSON/],
    ['{"id": "a"}', /^c\.jsonl:7: is not an article of the corpus: origin: .*; and \d+ more$/],
    [formatArticle(article).replace('"confidence"', '"certainty"'), /confidence.*certainty/],
  ])('that are broken are refused with file and line: %#', (line, message) => {
    expect(() => parseArticle(line, 'c.jsonl', 7)).toThrow(FileError)
    expect(() => parseArticle(line, 'c.jsonl', 7)).toThrow(message)
  })
})
