/** `npm run bench -- read` in small: every article of every format comes, in order. */
import { expect, test } from 'vitest'
import { type Kind, opening, writeInput } from '../../bench/read/inputs.ts'
import { folder, readAll, useFolder } from './reading.ts'

useFolder()

test.each<[Kind, number]>([
  ['csv', 3000],
  ['tsv', 3000],
  ['jsonl', 3000],
  ['json', 3000],
  ['feed', 1000],
  ['warc', 500],
  ['files', 2500],
])('%s, %i records', async (kind, records) => {
  const input = await writeInput(folder, kind, records)
  const { articles, rejected, skipped } = await readAll(input.path)
  expect(rejected).toEqual([])
  expect(articles).toHaveLength(input.articles)
  expect(skipped.reduce((sum, { count }) => sum + count, 0)).toBe(input.skipped)
  for (const [at, { body }] of articles.entries()) expect(body).toContain(opening(at + 1))
})
