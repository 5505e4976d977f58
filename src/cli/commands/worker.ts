import { Command } from 'commander'
import { parseConfig, readConfigFile } from '../../config.ts'
import { queueAddress } from '../../run/queue/address.ts'
import { work } from '../../run/queue/work.ts'
import { paths, wholeOr } from '../arguments.ts'
import { interrupted } from '../interrupt.ts'
import { print, tell } from '../text.ts'

interface Flags {
  readonly queue: string
  readonly output?: string
  readonly glossary?: string[]
  readonly jobs?: string
  readonly wait?: string
  readonly cache?: string
  readonly config?: string
}

export function workerCommand(): Command {
  return new Command('worker')
    .description(
      'Works for runs that were started with --queue: takes their shards, one a thread, until it is stopped. SIGTERM and Ctrl-C let it finish\nwhat it has in hand, or put it back, within five seconds. Prints a line of JSON for every shard.',
    )
    .requiredOption(
      '--queue <url>',
      'a Redis server: redis://[user:password@]host[:port][/database]; the password may stand in REDIS_PASSWORD',
    )
    .option('-o, --output <folder>', "where the run's output folder is here (default: where the run has it)")
    .option('--glossary <path>', "where the run's glossaries and memories are here (default: where the run has them)", paths)
    .option('--jobs <n>', 'threads, each with a shard of its own (default: one for each processor)')
    .option('--wait <time>', 'how long to wait for a server or a queue that is away: 90s, 10m, 2h (default: 10m)')
    .option('--cache <folder>', "where translations are kept, for this worker alone (default: one of the output's own)")
    .option('--config <file>', 'settings (default: synoptic.config.json, if there is one)')
    .addHelpText(
      'after',
      `
Example:
  synoptic worker --queue redis://queue-host &        on each machine, as many as you like, before or after:
  synoptic run dump.jsonl -o /shared/corpus --queue redis://queue-host
  synoptic run --status --queue redis://queue-host    what waits, who has what, what failed

The output folder must be one that all machines see, and the glossary the same for all. A worker of another version, glossary or
engine refuses to work. Shards of a worker that dies are done by others within 15 seconds.`,
    )
    .action(async ({ queue, output, glossary, jobs, wait, cache, config: path }: Flags) => {
      const address = queueAddress(queue, process.env.REDIS_PASSWORD)
      const flags = { wait, cache, jobs: wholeOr(jobs) }
      const config = parseConfig({ flags, file: await readConfigFile(path), environment: process.env })
      await work(address, {
        config,
        output,
        glossary,
        signal: interrupted,
        notice: tell,
        report: (report) => print(JSON.stringify(report)),
      })
    })
}
