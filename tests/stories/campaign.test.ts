import { expect, test } from 'vitest'
import { generated } from '../../bench/versions/generated.ts'
import { group, sketch } from '../../src/stories/index.ts'

test('of generated articles the paraphrased, cut and shuffled ones are found, and no others', () => {
  const all = [...generated(600)]
  const pairsOf = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
  const stories = new Map<string, number>()
  for (const { story } of all) stories.set(story, (stories.get(story) ?? 0) + 1)
  const { groups } = group(all.map(({ version }) => sketch(version)))
  for (const { members } of groups) expect(new Set(members.map((member) => all[member]!.story)).size).toBe(1)
  expect(pairsOf(groups.map(({ members }) => members.length)) / pairsOf([...stories.values()])).toBeGreaterThan(0.97)
})
