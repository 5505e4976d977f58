import { describe, expect, it } from 'vitest'
import { type AlignedSet, loadSets, type Pair, score, settings } from '../../../bench/align/data.ts'
import { type Hardship, hardened } from '../../../bench/align/hard.ts'
import { alignSegments } from '../../../src/stages/align/index.ts'

const data = process.env.SYNOPTIC_DATA

/** Strict F1 measured by bench/align/index.ts, less about a point. */
const floors: [set: string, setting: string, floor: number][] = [
  ['textberg-de-fr', 'one', 0.875],
  ['textberg-de-fr', 'all', 0.89],
  ['synth-zh-en', 'one', 0.97],
  ['synth-fi-en', 'one', 0.97],
  ['parice-en-is', 'none', 0.875],
  ['deplain-web-de-de', 'none', 0.9],
]

/** The same of documents made hard, which without what a document makes likely reach .875, .914 and .629. */
const hardFloors: [set: string, setting: string, hardship: Hardship, floor: number][] = [
  ['deplain-web-de-de', 'none', 'inserted', 0.885],
  ['synth-zh-en', 'one', 'gaps', 0.918],
  ['textberg-de-fr', 'one', 'free', 0.665],
]

describe.skipIf(data === undefined)('alignment of the sets in SYNOPTIC_DATA', () => {
  const sets = data === undefined ? [] : loadSets(data)
  const f1Of = (set: AlignedSet, setting: string) => {
    const results = set.documents.map((document): [readonly Pair[], readonly Pair[]] => {
      const found = alignSegments(document.source, document.target, settings(document)[setting])
      return [document.gold, found.map(({ source, target }): Pair => [source, target])]
    })
    return score(results, set.pairsOnly).strict.f1
  }
  const named = (name: string) => sets.find((set) => set.name === name)!

  it.each(floors)('%s, translations: %s, F1 at least %d', (name, setting, floor) => {
    expect(f1Of(named(name), setting)).toBeGreaterThanOrEqual(floor)
  })

  it.each(hardFloors)('%s, translations: %s, made hard: %s, F1 at least %d', (name, setting, hardship, floor) => {
    expect(f1Of(hardened(named(name), hardship), setting)).toBeGreaterThanOrEqual(floor)
  })
})
