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
      const versions: Version[] = []
      for await (const article of articles(files, Pipeline.from(clean()).use(detect()).use(segment()), flags))
        versions.push(versionOf(article))
      const collation = collate(versions)
      if (flags.json) print(JSON.stringify(collation))
      else for (const line of told(collation)) print(line)
      tell(`${versions.length} articles: ${collation.groups.length} groups, ${collation.sameStory.length} pairs that tell of the same`)
    })
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
