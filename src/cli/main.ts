#!/usr/bin/env node
/** argv → API → exit code. Commands print; nothing below them does. */
import { setFlagsFromString } from 'node:v8'
import { Command, CommanderError } from 'commander'
import { UsageError } from '../errors.ts'
import { version } from '../run/version.ts'
import { spreadLists } from './arguments.ts'
import { Interrupted, onInterrupt } from './interrupt.ts'

// Compiling what is called often took a quarter of the processor time of a run of a thousand articles, most of it inlining ever more into ever
// larger functions (V8's limit is 920 bytes of bytecode). With this one, half; what is compiled so runs as fast.
setFlagsFromString('--max-inlined-bytecode-size-cumulative=200')

/** A command's module is loaded when it is asked for: `segment` need not wait for the HTML parser. */
const commands: Record<string, { readonly summary: string; readonly load: () => Promise<Command> }> = {
  run: {
    summary: 'the whole pipeline: articles in, a corpus out',
    load: async () => (await import('./commands/run.ts')).runCommand(),
  },
  assemble: {
    summary: 'one output of runs that did a part each (run --shard)',
    load: async () => (await import('./commands/assemble.ts')).assembleCommand(),
  },
  serve: {
    summary: 'the report in your browser, to judge names, alignments and translations on',
    load: async () => (await import('./commands/serve.ts')).serveCommand(),
  },
  worker: {
    summary: 'works for runs on other machines (run --queue)',
    load: async () => (await import('./commands/worker.ts')).workerCommand(),
  },
  clean: {
    summary: 'articles without banners, navigation, references; title, byline and date apart',
    load: async () => (await import('./commands/clean.ts')).cleanCommand(),
  },
  detect: {
    summary: 'the language of articles and of their passages, or of single lines',
    load: async () => (await import('./commands/detect.ts')).detectCommand(),
  },
  segment: {
    summary: 'plain text into sentences',
    load: async () => (await import('./commands/segment.ts')).segmentCommand(),
  },
  names: {
    summary: 'names of the glossary in plain text, garbled ones too',
    load: async () => (await import('./commands/names.ts')).namesCommand(),
  },
  align: {
    summary: 'sentence alignment of two texts',
    load: async () => (await import('./commands/align.ts')).alignCommand(),
  },
  compare: {
    summary: 'translations of one text side by side: scores, names, checks, differences',
    load: async () => (await import('./commands/compare.ts')).compareCommand(),
  },
  collate: {
    summary: 'versions of one story among articles, sentence beside sentence',
    load: async () => (await import('./commands/collate.ts')).collateCommand(),
  },
  translate: {
    summary: 'text in, text out',
    load: async () => (await import('./commands/translate.ts')).translateCommand(),
  },
  glossary: {
    summary: 'check glossaries, propose entries, import and export other formats',
    load: async () => (await import('./commands/glossary/index.ts')).glossaryCommand(),
  },
  memory: {
    summary: 'translation memories: TMX, tables and databases in and out, and what they say of a sentence',
    load: async () => (await import('./commands/memory/index.ts')).memoryCommand(),
  },
  models: {
    summary: 'models of the built-in engine: list, fetch, remove',
    load: async () => (await import('./commands/models.ts')).modelsCommand(),
  },
  engines: {
    summary: 'who can translate what right now; why not, and what to do about it',
    load: async () => (await import('./commands/engines.ts')).enginesCommand(),
  },
}

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

const words = await spreadLists(process.argv.slice(2))
const asked = words.find((word) => word !== 'help')
for (const [name, { summary, load }] of Object.entries(commands)) {
  const command = (name === asked ? await load() : new Command(name)).summary(summary)
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
  await onInterrupt(() => program.parseAsync(words, { from: 'user' }))
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
