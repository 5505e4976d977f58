/**
 * Versions in a large corpus: articles made of words with Zipf's frequencies, a tenth of them versions of another, paraphrased, cut, reordered.
 * Prints precision, recall, processor time and memory of finding them; sketches are made as a run's shards make them, one article at a time, written and read back.
 *
 * npm run bench -- 'versions campaign' [ARTICLES]
 */
import { formatSketch, group, NumberRoom, parseSketch, type Sketch, sketch } from '../../src/stories/index.ts'
import { generated } from './generated.ts'

const articles = Number(process.argv[2] ?? 100_000)
const stories: string[] = []
const sketches: Sketch[] = []
const room = new NumberRoom()
let making = 0
const start = cpuSeconds()
for (const { story, version } of generated(articles)) {
  const before = cpuSeconds()
  sketches.push(parseSketch(formatSketch(sketch(version)), room))
  making += cpuSeconds() - before
  stories.push(story)
}
const made = cpuSeconds()
const { groups, sameStory } = group(sketches)
const grouping = cpuSeconds() - made

const pairsOf = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
const tally = (names: readonly string[]) => {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts.values()]
}
const wanted = pairsOf(tally(stories))
const found = pairsOf(groups.map(({ members }) => members.length))
const right = groups.reduce((sum, { members }) => sum + pairsOf(tally(members.map((member) => stories[member]!))), 0)
const result = {
  articles,
  pairs: wanted,
  precision: rounded(right / found),
  recall: rounded(right / wanted),
  sameStory: sameStory.length,
  sketchSeconds: rounded(making),
  groupSeconds: rounded(grouping),
  wholeSeconds: rounded(cpuSeconds() - start),
  megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
}
console.log(JSON.stringify(result))
process.send?.(result)

function rounded(value: number): number {
  return Number(value.toFixed(4))
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
