import { describe, expect, it } from 'vitest'
import { loadSets, type Pair, score, settings } from '../../../bench/align-data.ts'
import { alignSegments } from '../../../src/stages/align/index.ts'

const data = process.env.SYNOPTIC_DATA

/** Strict F1 measured by bench/align.ts, less about a point. */
const floors: [set: string, setting: string, floor: number][] = [
  ['textberg-de-fr', 'one', 0.875],
  ['textberg-de-fr', 'all', 0.89],
  ['synth-zh-en', 'one', 0.97],
  ['synth-fi-en', 'one', 0.97],
  ['parice-en-is', 'none', 0.875],
  ['deplain-web-de-de', 'none', 0.9],
]

describe.skipIf(data === undefined)('alignment of the sets in SYNOPTIC_DATA', () => {
  const sets = data === undefined ? [] : loadSets(data)
  it.each(floors)('%s, translations: %s, F1 at least %d', (name, setting, floor) => {
    const set = sets.find((set) => set.name === name)!
    const results = set.documents.map((document): [readonly Pair[], readonly Pair[]] => {
      const found = alignSegments(document.source, document.target, settings(document)[setting])
      return [document.gold, found.map(({ source, target }): Pair => [source, target])]
    })
    expect(score(results, set.pairsOnly).strict.f1).toBeGreaterThanOrEqual(floor)
  })
})
