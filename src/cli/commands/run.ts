import { Command } from 'commander'
import { type ConfigSources, engineNames, formatNames, parseConfig, readConfigFile } from '../../config.ts'
import { UsageError } from '../../errors.ts'
import { glossarySuffixes } from '../../glossary/index.ts'
import { type Part, run } from '../../run/index.ts'
import { queueAddress } from '../../run/queue/address.ts'
import type { RunSummary } from '../../run/summary.ts'
import { agreement } from '../agree.ts'
import { list, modelFlags, paths, scoreOr, wholeOr } from '../arguments.ts'
import { checkAllRead, tellSurvey } from '../input.ts'
import { interrupted } from '../interrupt.ts'
import { duration, inputBytes, ProgressLine } from '../progress.ts'
import { INPUTS, type ReadingFlags, withReadingFlags } from '../reading.ts'
import { print, tell } from '../text.ts'

interface Flags extends ReadingFlags {
  readonly dryRun?: true
  readonly strict?: true
  readonly limit?: string
  readonly onlyLanguage?: string[]
  readonly minChars?: string
  readonly maxChars?: string
  readonly dropDuplicates?: true
  readonly output?: string
  readonly to?: string[]
  readonly glossary?: string[]
  readonly engine?: string[]
  readonly format?: string[]
  readonly jobs?: string
  readonly memoryThreshold?: string
  readonly wait?: string
  readonly cache?: string
  readonly fresh?: true
  readonly keepSource?: true
  readonly compress?: true
  readonly compare?: true
  readonly modelDir?: string
  readonly modelMirror?: string
  readonly yes?: true
  readonly shard?: string
  readonly queue?: string
  readonly status?: true
  readonly config?: string
  readonly json?: true
}

export function runCommand(): Command {
  return withReadingFlags(
    new Command('run')
      .description(
        'Reads articles, cleans them, detects their language, splits them into sentences, links and normalizes names, translates,\naligns, and writes the results. A run that was stopped goes on where it was; one that is finished redoes only what changed.',
      )
      .argument('[input...]', `${INPUTS} (default: input)`),
  )
    .option('--dry-run', 'read nothing: list the files that would be read, and those that would not')
    .option('--strict', 'stop before anything is read when a file of the input has no reader (else it is skipped, and told)')
    .option('--limit <n>', 'read so many articles, at most')
    .option('--only-language <tags>', 'leave out articles in other languages', list)
    .option('--min-chars <n>', 'leave out articles that are shorter after cleaning')
    .option('--max-chars <n>', 'reject articles that are longer as they are read (default: 5000000)')
    .option('--drop-duplicates', 'leave out articles whose text is that of one before them (else they are told)')
    .option('-o, --output <folder>', 'where the results go (default: output)')
    .option('--to <tags>', 'languages to translate into, BCP 47 (default: en)', list)
    .option(
      '--glossary <path>',
      `glossaries (${glossarySuffixes}), translation memories (.tmx, .tmdb), or folders of them (default: glossary)`,
      paths,
    )
    .option('--engine <names>', `who translates, in order of preference: ${engineNames.join(', ')} (default: auto)`, list)
    .option('--yes', 'fetch models of the built-in engine without asking')
    .option(...modelFlags.folder)
    .option(...modelFlags.mirror)
    .option('--format <names>', `what aligned/ holds: ${formatNames.join(', ')} (default: tmx, tsv)`, list)
    .option('--jobs <n>', 'worker threads (default: one for each processor)')
    .option(
      '--memory-threshold <score>',
      'use of the memory what is so much like a sentence, 0.6 to 1; 1: the very sentence alone (default: 0.9)',
    )
    .option('--wait <time>', 'how long to wait for a server that is away: 90s, 10m, 2h; 0: not at all (default: 10m)')
    .option('--cache <folder>', "where translations are kept from run to run; outputs may share one (default: the output's own)")
    .option('--keep-source', 'keep in the corpus each article as it was read, markup and all')
    .option('--compare', 'set the engines side by side on sentences of the corpus, with --engine A B: in the report, and compare/')
    .option('--compress', 'write the corpus compressed, corpus/NNNNN.jsonl.gz')
    .option('--fresh', 'redo also what is finished, and forget cached translations')
    .option('--shard <i/n>', 'do the i-th of n parts and assemble nothing: for several processes or machines, each with its own -o')
    .option('--queue <url>', 'have the work done by those who work at this Redis queue (synoptic worker --help)')
    .option('--status', 'run nothing: tell what waits at the queue, who has what, and what failed')
    .option('--config <file>', 'settings (default: synoptic.config.json, if there is one)')
    .option('--json', 'print the content of run.json on standard output')
    .addHelpText(
      'after',
      `
Examples:
  synoptic run                                      input/ → output/, into English, names by glossary/
  synoptic run news/ dump.jsonl.gz -o corpus --to en fr
  LIBRETRANSLATE_URL=http://localhost:5000 synoptic run
                                                    with a LibreTranslate server (key in LIBRETRANSLATE_API_KEY)
  synoptic run --engine memory                      translate from memory only, though a server is set up
  synoptic run dump.jsonl --shard 2/8 -o part-2     one of eight parts (a Slurm array, a Kubernetes indexed job, GNU parallel);
                                                    then: synoptic assemble part-* -o corpus

Without a server, the built-in engine translates what the translation memory does not cover, once its models are here: on a terminal
this command asks before it fetches them, elsewhere --yes says so, or "synoptic models fetch" did before. Articles that nobody can
translate are written as pending (exit code 1); a later run fills in exactly those.`,
    )
    .action(async (input: string[], flags: Flags) => {
      if (flags.status) return tellStatus(flags)
      const config = parseConfig(await sources(input, flags))
      if (flags.dryRun) return tellSurvey(config, flags)
      if (flags.strict) await checkAllRead(config)
      const part = partOf(flags.shard)
      const queue = flags.queue === undefined ? undefined : queueAddress(flags.queue, process.env.REDIS_PASSWORD)
      if (part !== undefined && queue !== undefined) throw new UsageError('--shard and --queue are two ways to share the work: choose one')
      const progress = new ProgressLine(process.stderr, await inputBytes(config.input))
      let summary: RunSummary
      try {
        summary = await run(config, {
          signal: interrupted,
          fresh: flags.fresh ?? false,
          part,
          queue,
          agree: agreement({ yes: flags.yes, before: () => progress.finish() }),
          progress,
        })
      } finally {
        progress.finish()
      }
      if (flags.json) print(JSON.stringify(summary))
      for (const line of closing(summary, flags.shard)) tell(line)
      process.exitCode = failures(summary) + summary.counts.unfinished > 0 ? 1 : 0
    })
}

/** Rejected, but not because something else was asked for. */
function failures({ rejections }: RunSummary): number {
  return Object.entries(rejections).reduce((sum, [reason, count]) => sum + (reason.startsWith('select/') ? 0 : count), 0)
}

/** @throws UsageError when no queue is named, or it cannot be reached */
async function tellStatus({ queue, json }: Flags): Promise<void> {
  if (queue === undefined) throw new UsageError('--status: expected --queue URL: only a queue can be asked')
  const { queueStatus } = await import('../../run/queue/status.ts')
  const runs = await queueStatus(queueAddress(queue, process.env.REDIS_PASSWORD))
  if (json) return print(JSON.stringify(runs))
  if (runs.length === 0) print('no run is at this queue')
  for (const { output, waiting, active, done, failed, secondsLeft } of runs) {
    const inHand = Object.entries(active)
    const left = secondsLeft === undefined ? '' : `, about ${duration(secondsLeft)} left`
    const sum = inHand.reduce((all, [, count]) => all + count, 0)
    print(`${output}: ${waiting} shards wait, ${sum} in hand, ${done} done, ${failed.length} given up${left}`)
    for (const [worker, count] of inHand) print(`  ${worker} has ${count}`)
    for (const { place, error } of failed) print(`  ${place}: ${error}`)
  }
}

async function sources(input: readonly string[], flags: Flags): Promise<ConfigSources> {
  return {
    flags: {
      input: input.length > 0 ? [...input] : undefined,
      encoding: flags.encoding,
      fields: flags.field,
      limit: wholeOr(flags.limit),
      onlyLanguages: flags.onlyLanguage,
      minChars: wholeOr(flags.minChars),
      maxChars: wholeOr(flags.maxChars),
      dropDuplicates: flags.dropDuplicates,
      output: flags.output,
      to: flags.to,
      glossary: flags.glossary,
      // What is no engine, format or number is for the check to complain of.
      engines: flags.engine as NonNullable<NonNullable<ConfigSources['flags']>['engines']> | undefined,
      formats: flags.format as NonNullable<NonNullable<ConfigSources['flags']>['formats']> | undefined,
      memoryThreshold: flags.memoryThreshold === undefined ? undefined : scoreOr(flags.memoryThreshold),
      wait: flags.wait,
      cache: flags.cache,
      bergamot: { models: flags.modelDir, mirror: flags.modelMirror },
      keepSource: flags.keepSource,
      compress: flags.compress,
      compare: flags.compare,
      jobs: wholeOr(flags.jobs),
    },
    file: await readConfigFile(flags.config),
    environment: process.env,
  }
}

/** @throws UsageError when it is no part of anything */
function partOf(text: string | undefined): Part | undefined {
  if (text === undefined) return undefined
  const [, index = 0, count = 0] = (/^(\d+)\/(\d+)$/u.exec(text) ?? []).map(Number)
  if (index < 1 || index > count) throw new UsageError(`--shard: expected I/N with I from 1 to N, such as 2/8, got '${text}'`)
  return { index, count }
}

/** What the user must know at the end; the last line adds up. */
export function closing(
  { counts, rejections, skipped, warnings, shards, milliseconds, configuration, engineFailure }: RunSummary,
  part?: string,
): string[] {
  const { output } = configuration
  const lines: string[] = []
  for (const [reason, count] of Object.entries(skipped)) lines.push(`${count} skipped: ${reason}`)
  if (Object.keys(skipped).length > 0) lines.push(`${output}/skipped.jsonl names them`)
  const repeated = warnings['duplicate-text'] ?? 0
  if (repeated > 0) lines.push(`${repeated} have the text of an article before them; --drop-duplicates leaves them out`)
  if (counts.rejected > 0) {
    const reasons = Object.entries(rejections).map(([reason, count]) => `${count} × ${reason}`)
    lines.push(`${counts.rejected} rejected (${reasons.join(', ')}): ${output}/rejected.jsonl tells why`)
  }
  if (counts.unfinished > 0) {
    lines.push(
      `${counts.unfinished} wait for a translation: ${output}/report/index.html tells why, \`synoptic engines\` what to do; the same command fills them in`,
    )
  }
  if (shards.skipped > 0) lines.push(`${shards.skipped} of ${shards.total} shards were done already`)
  const { read, written, rejected, unfinished } = counts
  const why = unfinished > 0 && engineFailure !== undefined ? `: ${engineFailure}` : ''
  lines.push(
    `read ${read} = written ${written} (${unfinished} pending${why}) + rejected ${rejected}, in ${duration(milliseconds / 1000)} → ${part === undefined ? `${output}/report/index.html` : `part ${part} in ${output}: \`synoptic assemble\` puts the parts together`}`,
  )
  return lines
}
