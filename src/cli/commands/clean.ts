import { Command } from 'commander'
import { UNDETERMINED } from '../../language.ts'
import { Pipeline } from '../../stage.ts'
import { clean } from '../../stages/clean/index.ts'
import { detect } from '../../stages/detect/index.ts'
import { articles } from '../articles.ts'
import { INPUTS, type ReadingFlags, withReadingFlags } from '../reading.ts'
import { print } from '../text.ts'

export function cleanCommand(): Command {
  return withReadingFlags(
    new Command('clean')
      .description(
        'Reads articles and takes out what is not the article. Nothing is lost: what was removed is listed with the rule that did it.',
      )
      .argument('<file...>', INPUTS),
  )
    .option('--json', 'a line an article: {id, title, byline, date, language, text, removed: [{rule, text}]}')
    .addHelpText(
      'after',
      `
Examples:
  synoptic clean page.html               the article's text
  synoptic clean dump.jsonl --json | jq -r '.removed[].rule' | sort | uniq -c
                                         which rules took out how much of a dump`,
    )
    .action(async (files: string[], flags: ReadingFlags & { json?: true }) => {
      let first = true
      for await (const article of articles(files, Pipeline.from(clean()).use(detect()), flags)) {
        const { id, title, metadata, language, text, removed } = article
        if (flags.json) {
          print(
            JSON.stringify({
              id,
              title,
              byline: metadata.byline ?? null,
              date: metadata.date ?? null,
              language: language === UNDETERMINED ? null : language,
              text,
              removed,
            }),
          )
        } else {
          print(`${first ? '' : '\n'}${title === '' ? '' : `${title}\n\n`}${text}`)
        }
        first = false
      }
    })
}
