/**
 * How well names are found, on the project's own sets, must not fall below what was measured (`bench/names.ts`). A floor stands a mention
 * or so below the figure; who raises the figure raises the floor, who lowers a floor says why in the changelog.
 */
import { expect, test } from 'vitest'
import { score } from '../../bench/names/score.ts'
import { ownSets } from '../../bench/names/sets.ts'
import { type Entry, splitPersonName } from '../../src/glossary/entry.ts'
import { draftOf, emptyRow } from '../../src/glossary/row.ts'
import { findMentions } from '../../src/stages/link/index.ts'
import floors from './floors.json' with { type: 'json' }

const sets = new Map((await ownSets()).map((set) => [set.name, set]))

/** The entry again, of a row whose columns are filled in with as little as people write: the first word and the last. */
function filledIn({ canonical, kind, family, given }: Entry): Pick<Entry, 'given' | 'family'> {
  const row = { ...emptyRow, canonical, kind, given: given.split(' ')[0]!, family: family.split(' ').at(-1)! }
  return draftOf(row, { file: 'names.csv', line: 2, columnOf: () => 0 }, () => {})!
}

test('names are found as well with given and family filled in as with none: the entries are the same', () => {
  const people = [...sets.values()].flatMap(({ glossary }) =>
    [...glossary.entries].filter(({ kind, given }) => kind === 'person' && given !== ''),
  )
  const read = people.filter(({ canonical, given, family }) => {
    const name = splitPersonName(canonical)
    return name.given === given && name.family === family
  })
  expect(read.length).toBeGreaterThan(200)
  for (const entry of read) expect(filledIn(entry)).toMatchObject({ given: entry.given, family: entry.family })
})

test.each(Object.entries(floors))('%s', (name, floor) => {
  const { f1, misspelt, falseRewrites } = score(sets.get(name)!, findMentions)
  expect(f1).toBeGreaterThanOrEqual(floor.f1)
  expect(misspelt).toBeGreaterThanOrEqual(floor.misspelt)
  expect(falseRewrites).toBeLessThanOrEqual(floor.falseRewrites)
})
