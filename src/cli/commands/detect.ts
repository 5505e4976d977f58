import { createInterface } from 'node:readline'
import { Command } from 'commander'
import { UsageError } from '../../errors.ts'
import { Pipeline } from '../../stage.ts'
import { clean } from '../../stages/clean/index.ts'
import { detect, detectLine } from '../../stages/detect/index.ts'
import { list } from '../arguments.ts'
import { articles } from '../articles.ts'
import { INPUTS, type ReadingFlags, withReadingFlags } from '../reading.ts'
import { languageFlag, print } from '../text.ts'

interface Flags extends ReadingFlags {
  readonly lines?: true
  readonly only?: string[]
  readonly json?: true
}

export function detectCommand(): Command {
  return withReadingFlags(
    new Command('detect')
      .description("Says which language a text is in, as a BCP 47 tag, and how sure that is (0..1); 'und' for what is in none.")
      .argument('[file...]', INPUTS),
  )
    .option('--lines', 'one text a line on standard input; prints tag<TAB>confidence for each')
    .option('--only <tags>', 'the languages that may be answered', list)
    .option('--json', 'a line an article: {id, language, confidence, passages: [{start, end, language}]}, offsets into the cleaned text')
    .addHelpText(
      'after',
      `
Examples:
  synoptic detect story.txt
  cut -f2 corpus.tsv | synoptic detect --lines --only de en fr`,
    )
    .action(async (files: string[], flags: Flags) => {
      const only = flags.only?.map((tag) => languageFlag('--only', tag))
      if (flags.lines) return detectLines(files, only)
      if (files.length === 0) throw new UsageError("detect: expected a file, or '-', or --lines")
      for await (const { id, language, confidence, passages } of articles(files, Pipeline.from(clean()).use(detect({ only })), flags)) {
        print(flags.json ? JSON.stringify({ id, language, confidence, passages }) : `${id}\t${language}\t${confidence.toFixed(3)}`)
      }
    })
}

async function detectLines(files: readonly string[], only: readonly string[] | undefined): Promise<void> {
  if (files.length > 0) throw new UsageError('detect --lines reads standard input and takes no file')
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const { language, confidence } = detectLine(line, { only })
    print(`${language}\t${confidence.toFixed(4)}`)
  }
}
