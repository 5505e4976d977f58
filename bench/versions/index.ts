/**
 * How well versions of one story are found, on the halves to tune on; with `held` on those held back. Pairs of one group against pairs of one story.
 *
 * SYNOPTIC_DATA=… npm run bench -- versions [held] [SET]
 */
import { type Grouping, group } from '../../src/stories/group/index.ts'
import { sketch } from '../../src/stories/sketch/index.ts'
import { type Half, inCorporaOf, isHere, load, sets, type Told } from './data.ts'

const half: Half = process.argv.includes('held') ? 'held' : 'tune'
const only = process.argv.slice(2).find((word) => word in sets)
if (!isHere) throw new Error('SYNOPTIC_DATA must name the folder that holds versions-dev/')

/** Stories of a corpus; Infinity for the whole set. */
const sizes = [Number.POSITIVE_INFINITY, 3]

const results: Record<string, object> = {}
for (const name of Object.keys(sets)) {
  if (only !== undefined && only !== name) continue
  for (const stories of sizes) {
    const corpora = inCorporaOf(stories, load(name, half))
    const start = process.cpuUsage()
    const groupings = corpora.map((told) => group(told.map(({ version }) => sketch(version))))
    const { user, system } = process.cpuUsage(start)
    const result = { ...score(corpora, groupings), cpuSeconds: Number(((user + system) / 1e6).toFixed(1)) }
    const title = stories === Number.POSITIVE_INFINITY ? name : `${name}, ${stories} stories at a time`
    results[title] = result
    console.log(title.padEnd(60), JSON.stringify(result))
  }
}
process.send?.({ half, sets: results })

function score(corpora: readonly (readonly Told[])[], groupings: readonly Grouping[]) {
  let [wanted, found, right, sameStory] = [0, 0, 0, 0]
  for (const [at, told] of corpora.entries()) {
    const { groups, sameStory: pairs } = groupings[at]!
    wanted += pairsOf(tally(told.map(({ story }) => story)))
    found += pairsOf(groups.map(({ members }) => members.length))
    for (const { members } of groups) right += pairsOf(tally(members.map((member) => told[member]!.story)))
    sameStory += pairs.length
  }
  const [precision, recall] = [found === 0 ? 1 : right / found, right / wanted]
  const f1 = (2 * precision * recall) / (precision + recall)
  const rounded = (value: number) => Number(value.toFixed(4))
  const articles = corpora.reduce((sum, { length }) => sum + length, 0)
  return { articles, pairs: wanted, precision: rounded(precision), recall: rounded(recall), f1: rounded(f1), sameStory }
}

function tally(stories: readonly string[]): Iterable<number> {
  const counts = new Map<string, number>()
  for (const story of stories) counts.set(story, (counts.get(story) ?? 0) + 1)
  return counts.values()
}

function pairsOf(sizes: Iterable<number>): number {
  return [...sizes].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
}
