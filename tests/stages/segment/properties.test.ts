import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitSentences } from '../../../src/stages/segment/index.ts'
import { cpuMilliseconds } from '../../cpu.ts'

const languages = ['en', 'de', 'ru', 'el', 'hy', 'ar', 'hi', 'zh', 'ja', 'th', 'ko', 'my', 'und']
/** What the rules look at, close together. */
const hostile = fc
  .array(
    fc.constantFrom(
      ...[
        '.',
        '..',
        '…',
        '. . .',
        '?',
        '!',
        '。',
        '؟',
        '।',
        ':',
        ';',
        '|',
        ',',
        '"',
        "'",
        '“',
        '”',
        '„',
        '«',
        '»',
        '(',
        ')',
        '[',
        ']',
        '「',
        '」',
        '•',
        '-',
        '--',
      ],
      ...[' ', '  ', '\n', '\r\n', '\n\n', '\t', '\u00a0', '\u0085', '\u2028', '\u200b', '\u202a', '\ud83d', '\ude00', '\0'],
      ...[
        'a',
        'A',
        'Dr',
        'no',
        'U.S',
        'z. B',
        '1',
        '12',
        'April',
        'The',
        'the',
        'Wort',
        'слово',
        'կ',
        'نص',
        'हिन्दी',
        '山',
        'の',
        'ไทย ',
        '한',
        'e\u0301',
      ],
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))
const anyText = fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 200 }))
const anyCase = fc.tuple(anyText, fc.constantFrom(...languages))

describe('splitSentences', () => {
  test('spans rise, are trimmed and not empty; only white space lies between them', () => {
    fc.assert(
      fc.property(anyCase, ([text, language]) => {
        let at = 0
        for (const { start, end } of splitSentences(text, language)) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          expect(text.slice(at, start)).toMatch(/^[\s\u0085]*$/)
          expect(text.slice(start, end)).not.toMatch(/^[\s\u0085]|[\s\u0085]$/)
          at = end
        }
        expect(text.slice(at)).toMatch(/^[\s\u0085]*$/)
      }),
      { numRuns: 1500 },
    )
  })

  test('the same text gives the same spans, whatever was split before', () => {
    fc.assert(
      fc.property(anyCase, anyCase, ([text, language], [other, otherLanguage]) => {
        const first = splitSentences(text, language)
        splitSentences(other, otherLanguage)
        expect(splitSentences(text, language)).toEqual(first)
      }),
    )
  })

  test.each(['. ', '.” (', '. . ', '(', '“.', '."', '1) A. ', 'a.a', '.[1]', '\n', 'ก ', '• ', "'a"])(
    'time grows with length: %j',
    (unit) => {
      const started = cpuMilliseconds()
      splitSentences(unit.repeat(40_000), 'th')
      splitSentences(unit.repeat(40_000), 'de')
      expect(cpuMilliseconds() - started).toBeLessThan(5000)
    },
  )
})
