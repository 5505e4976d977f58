/**
 * How well names are found, on the project's own sets, must not fall below what was measured (`bench/names.ts`). A floor stands a mention
 * or so below the figure; who raises the figure raises the floor, who lowers a floor says why in the changelog.
 */
import { expect, test } from 'vitest'
import { score } from '../../bench/names/score.ts'
import { ownSets } from '../../bench/names/sets.ts'
import { findMentions } from '../../src/stages/link/index.ts'
import floors from './floors.json' with { type: 'json' }

const sets = new Map((await ownSets()).map((set) => [set.name, set]))

test.each(Object.entries(floors))('%s', (name, floor) => {
  const { f1, misspelt, falseRewrites } = score(sets.get(name)!, findMentions)
  expect(f1).toBeGreaterThanOrEqual(floor.f1)
  expect(misspelt).toBeGreaterThanOrEqual(floor.misspelt)
  expect(falseRewrites).toBeLessThanOrEqual(floor.falseRewrites)
})
