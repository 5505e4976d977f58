import { Command } from 'commander'
import { UsageError } from '../../errors.ts'
import { review } from '../../review/index.ts'
import { interrupted } from '../interrupt.ts'
import { print, tell } from '../text.ts'

interface Flags {
  readonly port: string
  readonly json?: true
}

/** The year of the prize that the sample tells of, and a thousand. */
const PORT = 8911

export function serveCommand(): Command {
  return new Command('serve')
    .description(
      'Shows the report of a finished run in your browser, for you to judge on it: names that are right or wrong, sentences that belong\ntogether or do not, translations put right. What you say is kept with the glossary and obeyed by the next run.',
    )
    .argument('[output]', 'the folder that a run wrote to', 'output')
    .option('--port <n>', 'of this machine, which alone is served; 0: any that is free', String(PORT))
    .option('--json', 'print {url} on standard output, once it can be asked')
    .addHelpText(
      'after',
      `
Each judgement is a line of judgements.jsonl beside the glossary, and on the disk before the page says so: nothing is lost when this
is stopped (Ctrl-C) or killed. U on the page takes it back. While a run goes on in the folder nothing can be judged.

Entries that \`glossary suggest\` proposes stand in the same queue, if their table is proposals.csv in the output.

Examples:
  synoptic run news/ -o corpus                     first a run
  synoptic serve corpus                            then open the address that it prints
  synoptic glossary suggest corpus -o corpus/proposals.csv
  ssh -L 8911:127.0.0.1:8911 host synoptic serve   from another machine`,
    )
    .action(async (output: string, { port, json }: Flags) => {
      const number = Number(port)
      if (!/^\d+$/u.test(port) || number > 65_535) throw new UsageError(`--port: expected a number from 0 to 65535, got '${port}'`)
      await using served = await review(output, { port: number, notice: tell })
      if (json) print(JSON.stringify({ url: served.url }))
      tell(`${output} is at ${served.url} until you stop this (Ctrl-C)`)
      await new Promise((done) => interrupted.addEventListener('abort', done, { once: true }))
    })
}
