import { Command } from 'commander'
import { parseConfig, readConfigFile } from '../../config.ts'
import { Library, type LibraryOptions } from '../../engines/bergamot/library.ts'
import { LICENCE, sizeOf } from '../../engines/bergamot/registry.ts'
import { remove } from '../../engines/bergamot/store.ts'
import { parsePair } from '../../engines/pairs.ts'
import type { LanguagePair } from '../../engines/translator.ts'
import { EngineError, UsageError } from '../../errors.ts'
import { agreement } from '../agree.ts'
import { modelFlags } from '../arguments.ts'
import { interrupted } from '../interrupt.ts'
import { fetchingLine, megabytes } from '../progress.ts'
import { print, tell } from '../text.ts'

interface Flags {
  readonly modelDir?: string
  readonly modelMirror?: string
  readonly config?: string
  readonly all?: true
  readonly json?: true
  readonly yes?: true
}

export function modelsCommand(): Command {
  const models = new Command('models')
    .description("Models of the built-in engine: Mozilla's, fetched once and shared by all runs.")
    .addHelpText(
      'after',
      `
Examples:
  synoptic models list --all                 which there are, and how large
  synoptic models fetch de-en                the model from German into English
  synoptic models fetch de-fr --yes          two models, by way of English, without asking
  synoptic models fetch de-en --model-dir models --yes
                                             into a folder that is then taken to a machine without network`,
    )
  const withFolder = (command: Command): Command =>
    command.option(...modelFlags.folder).option('--config <file>', 'settings (default: synoptic.config.json, if there is one)')
  models.addCommand(
    withFolder(new Command('list'))
      .description('The models that are here.')
      .option('--all', 'also those that can be fetched')
      .option(...modelFlags.mirror)
      .option('--json', 'machine-readable: {folder, models: [{from, to, here, architecture, bytes, licence, version}]}')
      .action(list),
  )
  models.addCommand(
    withFolder(new Command('fetch'))
      .description('Fetches the models of language pairs; a pair without one takes two, by way of English.')
      .argument('<pair...>', 'such as de-en')
      .option(...modelFlags.mirror)
      .option('--yes', 'without asking')
      .action(fetch),
  )
  models.addCommand(
    withFolder(new Command('remove')).description('Removes models.').argument('<pair...>', 'such as de-en').action(removeAll),
  )
  return models
}

async function open(flags: Flags, agree?: LibraryOptions['agree']): Promise<Library> {
  const config = parseConfig({
    flags: { bergamot: { models: flags.modelDir, mirror: flags.modelMirror } },
    file: await readConfigFile(flags.config),
    environment: process.env,
  })
  const progress = process.stderr.isTTY
  return new Library({
    ...config.bergamot,
    agree,
    notice: tell,
    onFetch: ({ from, to }, done, total) => {
      if (progress) process.stderr.write(`\r\u001b[K${fetchingLine(`${from}-${to}`, done, total)}`)
    },
  })
}

async function list(flags: Flags): Promise<void> {
  const library = await open(flags)
  const here = await library.installed()
  const others = flags.all ? await orUsage(library.listed(interrupted)) : []
  const rows = [
    ...here.map(({ from, to, architecture, bytes, licence, version }) => ({ from, to, here: true, architecture, bytes, licence, version })),
    ...others
      .filter((other) => !here.some(({ from, to }) => from === other.from && to === other.to))
      .map((other) => ({
        from: other.from,
        to: other.to,
        here: false,
        architecture: other.architecture,
        bytes: sizeOf(other),
        licence: LICENCE,
        version: '',
      })),
  ]
  if (flags.json) return print(JSON.stringify({ folder: library.folder, models: rows }))
  if (rows.length === 0) tell(`no model is in ${library.folder}: \`synoptic models list --all\` lists those that can be fetched`)
  for (const row of rows) {
    const licence = row.here ? `  ${row.licence}  ${row.version}` : ''
    print(`${row.here ? '*' : ' '} ${row.from}-${row.to}  ${row.architecture}  ${megabytes(row.bytes)} MB${licence}`)
  }
}

async function fetch(names: readonly string[], flags: Flags): Promise<void> {
  const pairs = names.map(pairOf)
  const agree = agreement({ yes: flags.yes, before: clearLine })
  const library = await open(flags, agree)
  for (const [at, { from, to }] of pairs.entries()) {
    try {
      const models = await library.chain(from, to, interrupted)
      clearLine()
      for (const model of models) print(`${model.from}-${model.to}  ${model.architecture}  ${megabytes(model.bytes)} MB  ${model.folder}`)
    } catch (thrown) {
      if (!(thrown instanceof EngineError)) throw thrown
      clearLine()
      process.exitCode = 1
      // Where something was to be fetched, the library has said what became of it.
      if (agree === undefined) tell(`${names[at]}: ${thrown.message}; to fetch it without being asked at a terminal, add --yes`)
    }
  }
}

async function removeAll(names: readonly string[], flags: Flags): Promise<void> {
  const library = await open(flags)
  for (const pair of names.map(pairOf)) {
    if (await remove(library.folder, pair)) print(`removed ${pair.from}-${pair.to}`)
    else throw new UsageError(`there is no model ${pair.from}-${pair.to} in ${library.folder}`)
  }
}

/** @throws UsageError */
function pairOf(name: string): LanguagePair {
  const pair = parsePair(name)
  if (pair === undefined) throw new UsageError(`expected a pair of languages such as de-en, got '${name}'`)
  return pair
}

/** @throws UsageError in place of an EngineError: without the list there is nothing to show */
async function orUsage<T>(promise: Promise<T>): Promise<T> {
  return promise.catch((thrown: unknown) => {
    throw thrown instanceof EngineError ? new UsageError(thrown.message, { cause: thrown }) : thrown
  })
}

function clearLine(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
}
