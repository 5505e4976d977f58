import { Command } from 'commander'
import { formatNames, parseConfig } from '../../config.ts'
import { merge } from '../../run/index.ts'
import { list } from '../arguments.ts'
import { interrupted } from '../interrupt.ts'
import { print, tell } from '../text.ts'
import { closing } from './run.ts'

interface Flags {
  readonly output: string
  readonly format?: string[]
  readonly compress?: true
  readonly json?: true
}

export function assembleCommand(): Command {
  return new Command('assemble')
    .description('Puts the outputs of `run --shard` together: the same files, byte for byte, as of one run over the whole input.')
    .argument('<folder...>', 'outputs of all the parts, in any order')
    .requiredOption('-o, --output <folder>', 'where the results go')
    .option('--format <names>', `what aligned/ holds: ${formatNames.join(', ')} (default: tmx, tsv)`, list)
    .option('--compress', 'write the corpus compressed, corpus/NNNNN.jsonl.gz')
    .option('--json', 'print the content of run.json on standard output')
    .addHelpText(
      'after',
      `
Example:
  for i in 1 2 3; do synoptic run dump.jsonl --shard $i/3 -o part-$i & done; wait
  synoptic assemble part-1 part-2 part-3 -o corpus`,
    )
    .action(async (parts: string[], { output, format, compress, json }: Flags) => {
      const config = parseConfig({ flags: { output, formats: format as never, compress }, environment: {} })
      const summary = await merge({ parts, output, config, signal: interrupted, notice: tell })
      if (json) print(JSON.stringify(summary))
      for (const line of closing(summary)) tell(line)
      process.exitCode = summary.counts.rejected + summary.counts.unfinished > 0 ? 1 : 0
    })
}
