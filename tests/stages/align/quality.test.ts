import { describe, expect, it } from 'vitest'
import { type AlignedSet, loadSets, type Pair, score, settings } from '../../../bench/align/data.ts'
import { type Hardship, hardened } from '../../../bench/align/hard.ts'
import { alignSegments } from '../../../src/stages/align/index.ts'

const sets = loadSets(new URL('../../data', import.meta.url).pathname)

/** Strict F1 measured here, less about a point. `bench/align` measures the whole sets, and one whose licence keeps it out of the project. */
const floors: [set: string, setting: string, floor: number][] = [
  ['synth-zh-en', 'one', 0.975],
  ['synth-zh-en', 'all', 0.985],
  ['synth-fi-en', 'one', 0.96],
  ['synth-fi-en', 'all', 0.97],
  ['parice-en-is', 'none', 0.875],
  ['deplain-web-de-de', 'none', 0.915],
]

/** The same of documents made hard. */
const hardFloors: [set: string, setting: string, hardship: Hardship, floor: number][] = [
  ['deplain-web-de-de', 'none', 'inserted', 0.89],
  ['deplain-web-de-de', 'none', 'gaps', 0.905],
  ['synth-zh-en', 'one', 'inserted', 0.96],
  ['synth-zh-en', 'all', 'free', 0.825],
]

describe('alignment of the documents in tests/data', () => {
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
