/** docs/benchmarks.md is made of bench/results: `npx jiti scripts/benchmarks/index.ts` writes it anew. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { benchmarksPage } from '../scripts/benchmarks/page.ts'
import { sizesTable } from '../scripts/benchmarks/sizes.ts'
import { tables } from '../scripts/benchmarks/tables.ts'

const root = join(import.meta.dirname, '..')

test('docs/benchmarks.md tells what the results say', () => {
  expect(readFileSync(join(root, 'docs', 'benchmarks.md'), 'utf8')).toBe(benchmarksPage(root))
})

test('docs/guide.md has the sizes of the results', () => {
  expect(readFileSync(join(root, 'docs', 'guide.md'), 'utf8')).toContain(sizesTable(root))
})

test('results of whatever shape become tables', () => {
  expect(tables([{ names: 20, stages: { link: 1.5 } }])).toBe('| names | stages: link |\n| --- | --- |\n| 20 | 1.5 |\n\n')
  expect(tables({ units: 1000000, lost: [] })).toBe('|  |  |\n| --- | --- |\n| units | 1,000,000 |\n| lost | none |\n\n')
  expect(tables({ 'a|b': { synoptic: '95 %' }, c: { peer: '6 %' } })).toBe(
    '|  | synoptic | peer |\n| --- | --- | --- |\n| a\\|b | 95 % |  |\n| c |  | 6 % |\n\n',
  )
  expect(tables({ set: { ours: { f1: 1 } } })).toBe('|  |  | f1 |\n| --- | --- | --- |\n| set | ours | 1 |\n\n')
})
