import { Command } from 'commander'
import { UsageError } from '../../../errors.ts'
import { glossarySuffixes, loadEntries, needs, type WriteFormat, writeFormats, writeGlossary } from '../../../glossary/index.ts'
import { writeWhole } from '../../../run/files.ts'
import { languageFlag, print, tell } from '../../text.ts'
import { tablesAt } from './paths.ts'

interface Flags {
  readonly format?: string
  readonly from?: string
  readonly to?: string
  readonly output?: string
}

export function exportCommand(): Command {
  return new Command('export')
    .summary('write a glossary for other programs')
    .description('Writes the entries of glossaries as one file. What its format cannot hold is told on standard error, with an example.')
    .argument('[path...]', `glossaries (${glossarySuffixes}), or folders of them (default: glossary)`)
    .option('--format <name>', `${writeFormats.join(', ')} (default: by the name of the output, else csv)`)
    .option('--from <tag>', 'the language of the sources of pairs; in other formats, the only other language to write')
    .option('--to <tag>', 'the language that canonical names are written in')
    .option('-o, --output <file>', 'the file to write (default: standard output)')
    .addHelpText(
      'after',
      `
Formats:
  csv, tsv  a table with our columns; cells that a spreadsheet would evaluate get an apostrophe in front
  jsonl     an object a line, with the same fields
  tbx       TBX-Basic (ISO 30042:2019), for terminology programs; --to says the language of the names
  deepl     pairs for one direction of DeepL: names and variants in --from, and what they become in --to
  google    equivalent term sets for Google Cloud Translation: a column a language, --to first

Examples:
  synoptic glossary export --format tbx -o names.tbx
  synoptic glossary export --format deepl --from de --to en -o de-en.csv
  synoptic glossary export glossary/people.csv --format google --to en -o sets.csv`,
    )
    .action(async (paths: string[], flags: Flags) => {
      const format = formatOf(flags)
      const options = {
        from: flags.from === undefined ? undefined : languageFlag('--from', flags.from),
        to: flags.to === undefined ? undefined : languageFlag('--to', flags.to),
      }
      for (const flag of needs[format])
        if (options[flag] === undefined) throw new UsageError(`glossary export --format ${format} needs --${flag} TAG`)
      const entries = await loadEntries({ paths: await tablesAt(paths) })
      const { lines, losses } = writeGlossary(entries, format, options)
      if (flags.output === undefined) for (const line of lines) print(line)
      else await writeWhole(flags.output, lines)
      for (const line of losses.lines()) tell(line)
      tell(`${flags.output ?? 'standard output'}: ${entries.length} entries, ${format}`)
    })
}

function formatOf({ format, output }: Flags): WriteFormat {
  const asked = format ?? /\.([a-z]+)$/i.exec(output ?? '.csv')?.[1]?.toLowerCase()
  const known = writeFormats.find((each) => each === asked)
  if (known !== undefined) return known
  if (format === undefined) throw new UsageError(`${output}: expected --format, or a name that ends in ${glossarySuffixes}`)
  throw new UsageError(`--format: expected ${writeFormats.join(', ')}, got '${format}'`)
}
