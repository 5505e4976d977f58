import { Command } from 'commander'
import { segmentText } from '../../stages/segment/index.ts'
import { languageFlag, print, readText } from '../text.ts'

interface Flags {
  readonly language: string
  readonly json?: true
}

export function segmentCommand(): Command {
  return new Command('segment')
    .description('Splits plain text into sentences. The text is taken as it is: no cleaning.')
    .argument('<file>', "plain text, UTF-8; '-' reads standard input")
    .requiredOption('--language <tag>', 'the language of the text, BCP 47')
    .option('--json', 'one JSON array of all segments, instead of one segment a line')
    .addHelpText(
      'after',
      `
Examples:
  synoptic segment story.txt --language de
  echo 'Dr. Curie kam am 13. April. Sie blieb.' | synoptic segment - --language de --json`,
    )
    .action(async (file: string, flags: Flags) => {
      const segments = segmentText(await readText(file), languageFlag('--language', flags.language))
      if (flags.json) return print(JSON.stringify(segments))
      // One segment a line, also where a segment holds a newline of its own.
      for (const segment of segments) print(segment.replace(/\s*\n\s*/g, ' '))
    })
}
