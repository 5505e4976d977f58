import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ownLetters } from '../../src/names/compare/own-letters.ts'
import { plain, squeeze } from '../../src/names/compare/spelling.ts'
import { transcribed } from '../../src/names/scripts/han-transcribed.ts'
import { scriptOf } from '../../src/names/scripts/index.ts'
import { glossaryOf } from './make.ts'

/**
 * 60 pairs of each script, seen at least twice and not learned from (scripts/train-names/costs/pairs.ts, `isHeld`): adapted from
 * steveash/NETransliteration-COLING2018 @5d5f59e5, data/wd_*, drawn from Wikidata, CC0 1.0. Its noise is in it: some pairs are no spellings of one name.
 */
const pairs = readFileSync(join(import.meta.dirname, 'transliterations.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((row) => row.split('\t') as [string, string])

const names = pairs.map(([, latin]) => latin)
/** The head of one name with the tail of another, until there are 10,000. */
const many = new Set(names)
for (let step = 1; many.size < 10_000; step++)
  for (const [at, name] of names.entries()) many.add(name.slice(0, 3) + names[(at * 31 + step * 7919) % names.length]!.slice(2))
const { index } = glossaryOf(...[...many].map((canonical) => ({ canonical, kind: 'place' as const })))

describe('a name in another script is offered its Latin spelling, among 10,000 names', () => {
  test.each([
    ['cyrillic', 0.95],
    ['arabic', 0.95],
    ['hebrew', 0.95],
    ['kana', 0.93],
    ['hangul', 0.93],
    ['han', 0.8],
  ])('%s', (script, floor) => {
    const asked = pairs.filter(([source]) => scriptOf(source)?.name === script)
    const found = asked.filter(([source, latin]) => {
      const parts = index.candidates(transcribed(source) ?? squeeze(source), ownLetters(source))
      expect(parts.length).toBeLessThanOrEqual(64)
      return parts.some((part) => plain(index.part(part)) === plain(squeeze(latin)))
    })
    expect(asked).toHaveLength(60)
    expect(found.length / asked.length).toBeGreaterThanOrEqual(floor)
  })
})
