import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Alignment } from '../../../src/article.ts'
import { UsageError } from '../../../src/errors.ts'
import { alignSegments, formatLadder } from '../../../src/stages/align/index.ts'

const german = [
  'Der Leuchtturm am Kap wurde 1887 gebaut.',
  'Er ist 42 Meter hoch und steht auf einem Felsen, den man nur bei Ebbe zu Fuß erreicht.',
  'Ein Wärter wohnt dort nicht mehr.',
  'Seit 1974 arbeitet das Licht von selbst; ein Techniker aus Brest sieht zweimal im Jahr nach ihm.',
  'Im Sommer kommen viele Besucher.',
  'Der Eintritt kostet 5 Euro.',
]
const english = [
  'The lighthouse at the cape was built in 1887.',
  'It is 42 metres high.',
  'It stands on a rock that can only be reached on foot at low tide.',
  'No keeper lives there any more.',
  'Since 1974 the light has worked by itself, and a technician from Brest checks on it twice a year.',
  'Photo: the harbour office',
  'Many visitors come in summer. Admission costs 5 euros.',
]
/** German put into English a little clumsily, as a machine would. */
const pivot = [
  'The lighthouse on the cape was built in 1887.',
  'He is 42 meters high and stands on a rock that you reach on foot only at low tide.',
  'A keeper does not live there any more.',
  'Since 1974 the light works by itself; a technician from Brest looks after it twice in the year.',
  'In summer come many visitors.',
  'The admission costs 5 euros.',
]
const truth = '[0]:[0] [1]:[1,2] [2]:[3] [3]:[4] []:[5] [4,5]:[6]'

const shape = (alignments: readonly Alignment[]) => alignments.map(({ source, target }) => `[${source}]:[${target}]`).join(' ')
const mirrored = (alignments: readonly Alignment[]) => alignments.map(({ source, target }) => `[${target}]:[${source}]`).join(' ')

describe('alignSegments', () => {
  it('joins, splits and leaves alone what a translation of the source shows', () => {
    expect(shape(alignSegments(german, english, { from: 'de', to: 'en', pivots: [pivot] }))).toBe(truth)
  })

  it('takes a translation of the target as well', () => {
    expect(mirrored(alignSegments(english, german, { from: 'en', to: 'de', targetPivots: [pivot] }))).toBe(truth)
  })

  it('averages several translations', () => {
    const rough = pivot.map((line) => line.split(' ').slice(0, 5).join(' '))
    expect(shape(alignSegments(german, english, { pivots: [pivot, rough] }))).toBe(truth)
  })

  it('compares two versions in one language directly', () => {
    expect(shape(alignSegments(pivot, english, { from: 'en-GB', to: 'en' }))).toBe(truth)
  })

  it('finds most of it without any translation, by lengths, numbers and names', () => {
    const found = shape(alignSegments(german, english, { from: 'de', to: 'en' })).split(' ')
    expect(truth.split(' ').filter((pair) => found.includes(pair)).length).toBeGreaterThanOrEqual(4)
  })

  it('compares scripts without spaces by their characters', () => {
    const source = ['灯台は一八八七年に建てられた。', '高さは四十二メートルである。', '夏には多くの人が訪れる。', '入場料は五ユーロ。']
    const target = ['この灯台は一八八七年に建設された。', '夏には大勢の人が訪れる。', '入場料は五ユーロである。']
    expect(shape(alignSegments(source, target, { from: 'ja', to: 'ja' }))).toBe('[0]:[0] [1]:[] [2]:[1] [3]:[2]')
  })

  it('gives a certain pair a higher score than a doubtful one, and an unaligned line none', () => {
    const doubtful = [...pivot.slice(0, 4), 'Something else entirely was said here.', 'The admission costs 5 euros.']
    const scoreOf = (alignments: readonly Alignment[], target: number) => alignments.find((one) => one.target.includes(target))?.score ?? -1
    const sure = alignSegments(german, english, { pivots: [pivot] })
    const unsure = alignSegments(german, english, { pivots: [doubtful] })
    expect(scoreOf(sure, 0)).toBeGreaterThan(0.9)
    expect(scoreOf(unsure, 6)).toBeLessThan(scoreOf(sure, 6))
    expect(scoreOf(sure, 5)).toBe(0)
  })

  it('crosses a long insertion', () => {
    const many = Array.from({ length: 60 }, (_, number) => `Chapter ${number} speaks of ${wordFor(number)} and ${wordFor(number + 500)}.`)
    const notes = Array.from({ length: 400 }, (_, number) => `Footnote: ${wordFor(number + 2000)}, ${wordFor(number + 3000)}.`)
    const found = alignSegments(many, [...many.slice(0, 30), ...notes, ...many.slice(30)], { pivots: [many] })
    expect(found.filter(({ source }) => source.length > 0)).toEqual(
      many.map((_, line) => ({ source: [line], target: [line < 30 ? line : line + 400], score: expect.closeTo(1, 1) })),
    )
  })

  it('takes empty sides and single lines', () => {
    expect(alignSegments([], [])).toEqual([])
    expect(alignSegments(['Ja.', 'Nein.'], [])).toEqual([
      { source: [0], target: [], score: 0 },
      { source: [1], target: [], score: 0 },
    ])
    expect(alignSegments([], ['Yes.'])).toEqual([{ source: [], target: [0], score: 0 }])
    expect(shape(alignSegments(['Ja, das Haus ist alt.'], ['Yes, the house is old.']))).toBe('[0]:[0]')
  })

  it('refuses a translation that has not a line for each line', () => {
    expect(() => alignSegments(german, english, { pivots: [pivot.slice(1)] })).toThrow(UsageError)
    expect(() => alignSegments(german, english, { targetPivots: [german] })).toThrow(/each of its 7 lines, got 6/)
    expect(() => alignSegments(german, english, { pivots: [pivot.with(2, ' ')] })).toThrow(/^line 3 /)
    expect(() => alignSegments([...german, ''], english, { pivots: [[...pivot, '']] })).not.toThrow()
    expect(() => alignSegments(german, [], { pivots: [[]] })).toThrow(UsageError)
  })

  it('takes every line once, in order, with scores 0..1, whatever the text', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(...german, ...english, '', '\ud800', '\u0000', '漢字', '１２'),
    )
    const lines = fc.array(line, { maxLength: 25 })
    fc.assert(
      fc.property(lines, lines, fc.boolean(), (source, target, withPivot) => {
        const found = alignSegments(source, target, withPivot ? { pivots: [source] } : {})
        expect(found.flatMap((one) => one.source)).toEqual(source.map((_, index) => index))
        expect(found.flatMap((one) => one.target)).toEqual(target.map((_, index) => index))
        expect(found.every(({ score }) => score >= 0 && score <= 1)).toBe(true)
        expect(found.every((one) => one.source.length + one.target.length > 0)).toBe(true)
        expect(formatLadder(alignSegments(source, target, withPivot ? { pivots: [source] } : {}))).toBe(formatLadder(found))
      }),
      { numRuns: 150 },
    )
  })

  it('stays in its band on long texts', () => {
    const source = Array.from({ length: 1500 }, (_, number) => `${wordFor(number)} ${wordFor(number * 7 + 1)} ${wordFor(number * 13 + 2)}`)
    const target = source.flatMap((line, number) => (number % 10 === 3 ? [] : number % 10 === 5 ? line.split(/ (?=\S+$)/) : [line]))
    const found = alignSegments(source, target, { pivots: [source] })
    const right = found.filter(
      ({ source: [line], target: lines }) => line !== undefined && lines.length === (line % 10 === 3 ? 0 : line % 10 === 5 ? 2 : 1),
    )
    expect(right.length / source.length).toBeGreaterThan(0.95)
  })
})

/** A made-up word for each number, unlike its neighbours'. */
function wordFor(number: number): string {
  const syllables = ['ba', 'ke', 'mi', 'no', 'ru', 'sa', 'te', 'vi', 'wo', 'zu', 'la', 'pe', 'di']
  return [1, 13, 169].map((step) => syllables[Math.floor((number * 7919) / step) % 13]).join('') + syllables[number % 13]
}
