import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Alignment, RowJudgement } from '../../../src/article.ts'
import { alignSegments } from '../../../src/stages/align/index.ts'
import { asSaid, place } from '../../../src/stages/align/judged.ts'
import type { Row } from '../../../src/stages/align/said.ts'

const german = [
  'Der Turm wurde 1887 gebaut.',
  'Er ist 42 Meter hoch.',
  'Viele kamen aus Paris.',
  'Man sah ihn weit.',
  'Dann kam 1911 der Sturm.',
]
const english = [
  'The tower was built in 1887.',
  'It is 42 metres high.',
  'Many came from Paris.',
  'One saw it from afar.',
  'Then came the storm of 1911.',
]

/** As the stage does it. */
function aligned(source: readonly string[], target: readonly string[], confirmed: readonly Row[], apart: readonly Row[]): Alignment[] {
  const said = { confirmed, apart }
  return asSaid(alignSegments(source, target, { from: 'de', to: 'en', said }), said)
}

const lines = (rows: readonly Row[], side: keyof Row) => rows.flatMap((row) => row[side]).toSorted((a, b) => a - b)
const isIn = (part: Row, row: Row) => part.source.every((i) => row.source.includes(i)) && part.target.every((j) => row.target.includes(j))

describe('a row that a person judged', () => {
  test('stands when it was confirmed, with its neighbours around it, and never comes back when it was taken apart', () => {
    const whole = aligned(german, english, [{ source: [1], target: [2] }], [{ source: [3], target: [3] }])
    expect(whole).toContainEqual({ source: [1], target: [2], score: 1, judged: 'aligned' })
    expect(whole.some((row) => isIn({ source: [3], target: [3] }, row))).toBe(false)
    // What stands before the row on one side stays before it on the other.
    for (const row of whole) if (row.source[0] === 0 && row.target.length > 0) expect(Math.max(...row.target)).toBeLessThan(2)
  })

  test('is nothing to who is not asked', () => {
    expect(aligned(german, english, [], [])).toEqual(alignSegments(german, english, { from: 'de', to: 'en' }))
  })

  test('whatever people say, every line comes up once, confirmed rows stand and others are not what was taken apart', () => {
    const numbers = (count: number) =>
      fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: 3 }).map((all) => all.toSorted((a, b) => a - b))
    const text = fc.array(fc.constantFrom(...german, ...english, 'Ja.', '1911'), { minLength: 1, maxLength: 14 })
    const scene = fc.tuple(text, text).chain(([source, target]) => {
      const row = fc.record({ source: numbers(source.length), target: numbers(target.length) })
      return fc.record({
        source: fc.constant(source),
        target: fc.constant(target),
        rows: fc.array(row, { maxLength: 4 }),
        apart: fc.array(row, { maxLength: 3 }),
      })
    })
    fc.assert(
      fc.property(scene, ({ source, target, rows, apart }) => {
        const confirmed: Row[] = []
        for (const row of rows)
          if (!confirmed.some((one) => one.source.some((i) => row.source.includes(i)) || one.target.some((j) => row.target.includes(j))))
            confirmed.push(row)
        const unlinked = apart.filter((row) => !confirmed.some((one) => isIn(row, one)))
        const result = aligned(source, target, confirmed, unlinked)
        expect(lines(result, 'source')).toEqual(source.map((_, at) => at))
        expect(lines(result, 'target')).toEqual(target.map((_, at) => at))
        for (const row of confirmed) expect(result).toContainEqual({ ...row, score: 1, judged: 'aligned' })
        for (const row of unlinked) expect(result.filter((one) => isIn(row, one))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('holds in a long text too, far from where the rest would put it', () => {
    const source = Array.from({ length: 700 }, (_, at) => `Satz ${at} nennt ${at * 37} Dinge.`)
    const target = source.map((_, at) => `Sentence ${at} names ${at * 37} things.`)
    const result = aligned(source, target, [{ source: [100], target: [400] }], [])
    expect(result).toContainEqual({ source: [100], target: [400], score: 1, judged: 'aligned' })
    expect(lines(result, 'target')).toHaveLength(700)
  })
})

describe('the place of a row', () => {
  const said: RowJudgement = {
    judgement: 'aligned',
    article: 'a',
    language: 'en',
    source: [1],
    target: [1],
    sourceText: german[1]!,
    targetText: english[1]!,
  }

  test('is where it was, in whatever form it was seen, and where its sentences have gone', () => {
    const seen = [english.with(1, 'It is 42 meters high.'), english]
    expect(place([said], [german], seen).confirmed).toEqual([{ source: [1], target: [1] }])
    expect(place([said], [['Neu.', 'Neu.', ...german]], [['New.', ...english]]).confirmed).toEqual([{ source: [3], target: [2] }])
    const two = { ...said, source: [1, 2], sourceText: `${german[1]}\n${german[2]}` }
    expect(place([two], [['Neu.', ...german]], [english]).confirmed).toEqual([{ source: [2, 3], target: [1] }])
  })

  test('is told when it is gone, or when something else was said later', () => {
    const gone = place([said], [german.with(1, 'Er ist 43 Meter hoch.')], [english])
    expect(gone).toEqual({ confirmed: [], apart: [], unmet: [{ judgement: said, why: 'the sentence is no longer there' }] })
    const other: RowJudgement = { ...said, target: [2], targetText: english[2]! }
    expect(place([said, other], [german], [english])).toMatchObject({
      confirmed: [{ source: [1], target: [2] }],
      unmet: [{ judgement: said }],
    })
    const apart: RowJudgement = { ...said, judgement: 'apart' }
    expect(place([said, apart], [german], [english])).toMatchObject({ confirmed: [], apart: [{ source: [1], target: [1] }] })
    expect(place([apart, said], [german], [english])).toMatchObject({ confirmed: [{ source: [1], target: [1] }], apart: [] })
  })
})
