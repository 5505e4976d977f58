import { resolve } from 'node:path'
import { Command } from 'commander'
import { Pipeline } from '../../stage.ts'
import { clean } from '../../stages/clean/index.ts'
import { detect } from '../../stages/detect/index.ts'
import { segment } from '../../stages/segment/index.ts'
import { type Collation, collate, type Version, versionOf } from '../../stories/index.ts'
import { articles } from '../articles.ts'
import { INPUTS, type ReadingFlags, withReadingFlags } from '../reading.ts'
import { print, tell } from '../text.ts'

export function collateCommand(): Command {
  return withReadingFlags(
    new Command('collate')
      .description(
        'Finds versions of one story: copies, edited or garbled, and translations; aligns them sentence by sentence. Articles that tell of the same\nin other words are named beside the groups.',
      )
      .argument('<file...>', INPUTS),
  )
    .option(
      '--json',
      '{groups: [{members, pairs: [{a, b, kind, similarity, alignments: [{a, b, score}]}]}], sameStory: [[a, b, similarity]]}; sentences are counted from 0',
    )
    .addHelpText(
      'after',
      `
Every pair of a group says whether it is a copy or a translation, how much the two have in common, and which sentences stand beside which.
Nothing is translated: languages are bridged by names, numbers and the lengths of sentences. \`run\` does the same with translations.

Examples:
  synoptic collate news/                        groups of articles, a line each
  synoptic collate a.txt b.html dump.jsonl --json | jq '.groups[].members'`,
    )
    .action(async (files: string[], flags: ReadingFlags & { json?: true }) => {
      const paths = new Map(files.map((file) => [resolve(file), file]))
      if (paths.size < files.length) tell('a file that is given twice is read once')
      const versions: Version[] = []
      for await (const article of articles([...paths.values()], Pipeline.from(clean()).use(detect()).use(segment()), flags))
        versions.push(versionOf(article))
      const collation = collate(versions)
      if (flags.json) print(JSON.stringify(collation))
      else for (const line of told(collation)) print(line)
      const { groups, sameStory } = collation
      const pairs = `${counted(sameStory.length, 'pair')} that ${sameStory.length === 1 ? 'tells' : 'tell'} of the same`
      tell(`${counted(versions.length, 'article')}: ${counted(groups.length, 'group')}, ${pairs}`)
      if (versions.length < 2) tell('nothing to compare: expected two articles or more')
    })
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

/** A group a block, and what tells of the same a line each. */
function told({ groups, sameStory }: Collation): string[] {
  return [
    ...groups.flatMap(({ members, pairs }) => [
      members.join('  '),
      ...pairs.map(({ a, b, kind, similarity, alignments }) => {
        const both = alignments.filter((beside) => beside.a.length > 0 && beside.b.length > 0).length
        return `  ${a}  ${b}  ${kind}, ${Math.round(similarity * 100)} % in common, ${both} of ${alignments.length} rows in both`
      }),
    ]),
    ...sameStory.map(([a, b, similarity]) => `${a}  ${b}  same story, ${Math.round(similarity * 100)} % of the names in common`),
  ]
}
