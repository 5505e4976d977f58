/**
 * Words of two versions put beside each other by us and by CollateX: of articles of the sample, copied carelessly; and, where SYNOPTIC_SEEDS names
 * the folder of the five seed articles, of 001 and 004, of which only figures are shown, and whether these are found among a thousand others.
 *
 * npm run bench -- versions collate
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { read } from '../../src/read/index.ts'
import { Pipeline } from '../../src/stage.ts'
import { clean } from '../../src/stages/clean/index.ts'
import { detect } from '../../src/stages/detect/index.ts'
import { segment } from '../../src/stages/segment/index.ts'
import { tokensOf } from '../../src/stories/collate/words.ts'
import { collate, group, sketch, type Version, versionOf } from '../../src/stories/index.ts'
import { isHere, load } from './data.ts'
import { generated } from './generated.ts'
import { collatex, copied, hasCollatex, ours, scored, type Words } from './words.ts'

const OTHERS = 1000

const versions = copied()
const results: Record<string, object> = { 'careless copies, ours': scored(versions.map((one) => [ours(one), one.gold] as const)) }
if (hasCollatex) {
  const theirs = collatex(versions)
  results['careless copies, CollateX'] = scored(versions.map((one, at) => [theirs[at]!, one.gold] as const))
}
const folder = process.env.SYNOPTIC_SEEDS
if (folder !== undefined) Object.assign(results, await ofSeeds(folder))
console.log(JSON.stringify(results, null, 2))
process.send?.({ results })

async function ofSeeds(folder: string): Promise<Record<string, object>> {
  const seeds = await articlesOf(folder)
  const [one, other] = ['001', '004'].map((number) => seeds.find(({ id }) => id.startsWith(number))!) as [Version, Version]
  const witnesses = { a: wordsIn(one), b: wordsIn(other) }
  const mine = ours(witnesses)
  const found: Record<string, object> = { 'seeds 001 and 004, ours': agreement(witnesses, mine) }
  if (hasCollatex) found['seeds 001 and 004, CollateX'] = agreement(witnesses, collatex([witnesses])[0]!)

  const { groups } = collate([one, other])
  const rows = groups[0]?.pairs[0]?.alignments ?? []
  found['seeds 001 and 004, sentences'] = {
    rows: rows.length,
    inBoth: rows.filter(({ a, b }) => a.length > 0 && b.length > 0).length,
    ...{ onlyIn001: rows.filter(({ b }) => b.length === 0).length, onlyIn004: rows.filter(({ a }) => a.length === 0).length },
  }
  const news = isHere ? unrelated() : []
  const all = [
    ...seeds,
    ...news,
    ...[...generated(2 * OTHERS)].filter(({ version }) => !version.id.includes('-')).map(({ version }) => version),
  ]
  const corpus = all.slice(0, seeds.length + OTHERS)
  const grouping = group(corpus.map(sketch))
  const isSeed = (at: number) => at < seeds.length
  const numbers = (members: readonly number[]) => members.map((at) => corpus[at]!.id.slice(0, 3)).join(', ')
  found['seeds among others'] = {
    articles: corpus.length,
    ofNews: news.length,
    groupsOfSeeds: grouping.groups.filter(({ members }) => members.some(isSeed)).map(({ members }) => numbers(members)),
    otherGroups: grouping.groups.filter(({ members }) => !members.some(isSeed)).length,
    sameStoryOfSeeds: grouping.sameStory.filter(([a, b]) => isSeed(a) && isSeed(b)).length,
    sameStoryOfSeedAndOther: grouping.sameStory.filter(([a, b]) => isSeed(a) !== isSeed(b)).length,
    sameStoryOfOthers: grouping.sameStory.filter(([a, b]) => !isSeed(a) && !isSeed(b)).length,
  }
  return found
}

async function articlesOf(folder: string): Promise<Version[]> {
  const stages = Pipeline.from(clean()).use(detect()).use(segment())
  const files = readdirSync(folder).sort()
  const found: Version[] = []
  const { signal } = new AbortController()
  for await (const item of read(
    files.map((name) => join(folder, name)),
    signal,
  )) {
    if (item.kind === 'rejected') continue
    const outcome = await stages.run(item.article, signal)
    if (outcome.kind === 'done') found.push(versionOf(outcome.article))
  }
  return found
}

/** News in five languages, one of each story. */
function unrelated(): Version[] {
  const seen = new Set<string>()
  return load('news in five languages', 'tune').flatMap(({ story, version }) => {
    if (seen.has(story)) return []
    seen.add(story)
    return [version]
  })
}

function wordsIn({ sentences }: Version): Words {
  return sentences.map((sentence) => tokensOf(sentence).map(({ text }) => text))
}

/** Nobody has said which words belong together: how many are put beside each other, and how many of these are the same word. */
function agreement({ a, b }: { readonly a: Words; readonly b: Words }, { pairs, seconds }: ReturnType<typeof ours>) {
  const [left, right] = [a.flat(), b.flat()]
  const same = pairs.filter(([i, j]) => left[i]!.toLowerCase() === right[j]!.toLowerCase()).length
  return { words: left.length, beside: pairs.length, same, cpuSeconds: Number(seconds.toFixed(3)) }
}
