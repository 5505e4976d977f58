#!/usr/bin/env node
/** argv → API → exit code. Commands print; nothing below them does. */
import { Command, CommanderError } from 'commander'
import { UsageError } from '../errors.ts'
import { version } from '../run/version.ts'
import { spreadLists } from './arguments.ts'
import { alignCommand } from './commands/align.ts'
import { cleanCommand } from './commands/clean.ts'
import { detectCommand } from './commands/detect.ts'
import { enginesCommand } from './commands/engines.ts'
import { glossaryCommand } from './commands/glossary.ts'
import { memoryCommand } from './commands/memory.ts'
import { namesCommand } from './commands/names.ts'
import { runCommand } from './commands/run.ts'
import { segmentCommand } from './commands/segment.ts'
import { translateCommand } from './commands/translate.ts'
import { Interrupted, onInterrupt } from './interrupt.ts'

/** Exit codes, as the README gives them. */
const exit = { usage: 2, interrupted: 130 }

const program = new Command('synoptic')
  .description('Article dumps in; clean, name-consistent, sentence-aligned corpora out.')
  .version(version)
  .enablePositionalOptions()
  .showSuggestionAfterError()
  .addHelpText(
    'after',
    `
Examples:
  synoptic run                            the whole pipeline: input/ → output/, into English
  synoptic run dump.jsonl -o out --to fr  a dump into French
  synoptic clean page.html --json         one page's title, date and text, and what was taken out
  synoptic engines                        who can translate what right now, and what to do if nobody can

Exit codes: 0 done; 1 finished, but some articles were rejected or wait for a translation; 2 wrong usage, configuration
or glossary, or an output that cannot be written; 130 interrupted (the same command goes on from there).`,
  )

for (const command of [
  runCommand(),
  cleanCommand(),
  detectCommand(),
  segmentCommand(),
  namesCommand(),
  alignCommand(),
  translateCommand(),
  glossaryCommand(),
  memoryCommand(),
  enginesCommand(),
]) {
  // Settings such as exitOverride are copied to subcommands only when they are made by .command(): these are not.
  for (const each of [command, ...command.commands]) each.copyInheritedSettings(program).exitOverride()
  program.addCommand(command)
}
program.exitOverride()

// A reader that has had enough (`| head`) closes the pipe: that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  await onInterrupt(() => program.parseAsync(spreadLists(process.argv.slice(2)), { from: 'user' }))
} catch (thrown) {
  process.exitCode = explain(thrown)
}

/** Says on stderr what went wrong. @returns the exit code */
function explain(thrown: unknown): number {
  // Commander has already said what was wrong; help and version are errors to it, with exit code 0.
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : exit.usage
  if (thrown instanceof Interrupted) {
    process.stderr.write('synoptic: interrupted; finished work is kept, the same command goes on from there\n')
    return exit.interrupted
  }
  if (thrown instanceof UsageError) {
    process.stderr.write(`synoptic: ${thrown.message}\n`)
    return exit.usage
  }
  process.stderr.write(`synoptic: unexpected error, please report it: ${thrown instanceof Error ? thrown.stack : String(thrown)}\n`)
  return exit.usage
}
