/**
 * How well languages are told apart must not fall below what was measured on tests/data, every twentieth line of the set that `bench/detect`
 * reads whole. Floors stand a little under the figures.
 */
import { describe, expect, test } from 'vitest'
import { garbage } from '../../bench/detect/garbage.ts'
import { mixedDocuments } from '../../bench/detect/mixed.ts'
import { postsOf } from '../../bench/detect/posts.ts'
import { lettersRight, measure, merged, reliabilityOf } from '../../bench/detect/score.ts'
import { readSet, units } from '../../bench/detect/units.ts'
import { baseLanguage } from '../../src/language.ts'
import { defaultDetector } from '../../src/stages/detect/index.ts'

const detector = defaultDetector()

describe('detection, 59 languages', () => {
  const set = readSet(new URL('../data/detect-dev', import.meta.url).pathname)
  const only = [...set.keys()]

  test.each([
    ['5 sentences', 0.98],
    ['sentence', 0.975],
    ['40 characters', 0.945],
    ['5 words', 0.935],
    ['2 words', 0.84],
  ])('%s', (unit, floor) => {
    const { accuracy, f1 } = measure((text) => detector.detect(text, { only }).language, set, units[unit]!)
    expect(accuracy).toBeGreaterThanOrEqual(floor)
    expect(f1).toBeGreaterThanOrEqual(floor - 0.005)
  })

  test('sentences, all languages open; close ones as one', () => {
    const detect = (text: string) => detector.detect(text).language
    expect(measure(detect, set, units.sentence!).accuracy).toBeGreaterThanOrEqual(0.973)
    expect(measure(detect, set, units.sentence!, merged).accuracy).toBeGreaterThanOrEqual(0.995)
  })

  test.each([
    ['id', 0.92],
    ['ms', 0.88],
    ['hr', 0.7],
    ['bs', 0.58],
  ])('sentences in %s, told from languages close to it', (tag, floor) => {
    const own = new Map([[tag, set.get(tag)!]])
    expect(measure((text) => detector.detect(text).language, own, units.sentence!).accuracy).toBeGreaterThanOrEqual(floor)
  })

  test('confidence is the share of right answers', () => {
    expect(reliabilityOf(detector, set, units.sentence!).error).toBeLessThanOrEqual(0.02)
  })

  test('letters of two-language documents', () => {
    const { all, foreign } = lettersRight(detector, mixedDocuments(set, 200))
    expect(all).toBeGreaterThanOrEqual(0.99)
    expect(foreign).toBeGreaterThanOrEqual(0.96)
  })
})

test('posts', () => {
  const set = postsOf(new URL('../../bench/names/sets/posts-tune.txt', import.meta.url))
  const texts = [...set].flatMap(([tag, lines]) => lines.map((text) => ({ tag, answer: baseLanguage(detector.detect(text).language) })))
  expect(texts.filter(({ tag, answer }) => tag === answer).length / texts.length).toBeGreaterThanOrEqual(0.97)
  expect(texts.filter(({ answer }) => answer === 'und').length / texts.length).toBeLessThanOrEqual(0.01)
})

test.each(Object.entries(garbage))('%s are in no language', (kind, texts) => {
  const labelled = texts.filter((text) => detector.detect(text).language !== 'und').length / texts.length
  expect(labelled).toBeLessThanOrEqual(['code', 'URLs', 'UUIDs'].includes(kind) ? 0.1 : 0.03)
})
