import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { accuracy, type GoldenCase } from '../../../bench/segment-score.ts'
import { segmentText } from '../../../src/stages/segment/index.ts'

const folder = process.env.SYNOPTIC_DATA

/** Floors: what was reached when they were set. They rise, they do not fall. */
describe.skipIf(folder === undefined)('golden rules of pragmatic_segmenter', () => {
  const read = (): GoldenCase[] => JSON.parse(readFileSync(join(folder!, 'segment-dev', 'golden-rules.json'), 'utf8'))

  test('of all cases, at least 93 % have every boundary right', () => {
    expect(accuracy(read(), segmentText)).toBeGreaterThanOrEqual(0.93)
  })

  test('every English golden rule but one', () => {
    const english = read().filter(({ lang, file, golden }) => lang === 'en' && file === 'english' && golden)
    expect(accuracy(english, segmentText) * english.length).toBeGreaterThanOrEqual(english.length - 1)
  })
})
