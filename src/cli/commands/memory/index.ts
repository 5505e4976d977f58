import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { Command } from 'commander'
import { DATABASE, formatUnits, unitsOf } from '../../../engines/memory/files.ts'
import { gather } from '../../../engines/memory/import.ts'
import type { Store } from '../../../engines/memory/store.ts'
import { isMemory, loadMemory, type Unit } from '../../../engines/memory.ts'
import { UsageError } from '../../../errors.ts'
import { writeWhole } from '../../../run/files.ts'
import { glossaryFiles } from '../../../run/recipe.ts'
import { print, tell } from '../../text.ts'
import { findCommand } from './find.ts'
import { UnitsOfRun } from './run.ts'

const DEFAULT_MEMORY = 'glossary/memory.tmx'

export function memoryCommand(): Command {
  const command = new Command('memory').description(
    `A translation memory is a .tmx or ${DATABASE} file beside the glossary: what it holds is never asked of an engine.`,
  )
  for (const each of [importCommand(), exportCommand(), findCommand(), statsCommand()]) command.addCommand(each)
  return command
}

function importCommand(): Command {
  return new Command('import')
    .summary('add the units of TMX files, tables and databases to a memory')
    .description(
      `Checks TMX files and tables and adds their units to a memory. A unit that is there already is not added twice. The name of the memory says what
it is: a .tmx or .tsv file, which people can read and which is read whole when a run begins; or a database (${DATABASE}), which is looked up where it
stands. From some ten thousand units on a database is the better choice.`,
    )
    .argument('<file...>', `TMX 1.4 (.tmx), tables (.tsv: a column a language, its BCP 47 tag on top), databases (${DATABASE})`)
    .option('--memory <file>', 'the memory to add to; made when it is not there', DEFAULT_MEMORY)
    .addHelpText(
      'after',
      `
Examples:
  synoptic memory import agency.tmx --memory glossary/agency.tmx
  synoptic memory import europarl.tmx news.tsv --memory glossary/large${DATABASE}`,
    )
    .action(async (files: string[], { memory: target }: { memory: string }) => {
      suffixOf(target)
      // The memory's folder is read, not the file tried: a memory that is there and cannot be read is an error.
      const isThere = (await readdir(dirname(target)).catch(() => [] as string[])).includes(basename(target))
      await gather(
        target,
        files.map(unitsOf),
        async ({ store, added }) => {
          await writeText(target, store)
          tell(`${target}: ${store.footer.units} units, ${added} of them new`)
        },
        isThere ? [unitsOf(target)] : [],
      )
    })
}

function exportCommand(): Command {
  return new Command('export')
    .summary("a run's translations, or a memory, as a memory of another format")
    .description(
      `Writes a memory, or the sentences that a person, an engine or a memory translated in a run. Given translations are in aligned/, not here. What a
person wrote comes last, so that it wins over other translations of the sentence; in TMX its property x-origin is 'person'.`,
    )
    .argument('[from]', `the output folder of a run, or a memory (.tmx, .tsv, ${DATABASE})`, 'output')
    .option('-o, --output <file>', `the .tmx, .tsv or ${DATABASE} file to write (default: TMX on standard output)`)
    .addHelpText(
      'after',
      `
Examples:
  synoptic memory export output -o glossary/from-last-run.tmx
  synoptic memory export glossary/large${DATABASE} -o large.tsv`,
    )
    .action(async (from: string, { output }: { output?: string }) => {
      if (output !== undefined) suffixOf(output)
      const run = isMemory(from) || from.endsWith('.tsv') ? undefined : new UnitsOfRun(from)
      const originOf = (unit: Unit) => run?.originOf(unit)
      await gather(output ?? join(tmpdir(), 'memory.tmx'), [run?.units() ?? unitsOf(from)], async ({ store }) => {
        if (output !== undefined) await writeText(output, store, originOf)
        else for (const piece of formatUnits('.tmx', store.units(), store.languages, originOf)) process.stdout.write(piece)
        tell(`${output ?? 'standard output'}: ${store.footer.units} units`)
      })
    })
}

function statsCommand(): Command {
  return new Command('stats')
    .summary('units by language pair, and conflicts')
    .description('Counts the units of memories by language pair, and those that another unit translates otherwise.')
    .argument('[path...]', `memories (.tmx, ${DATABASE}), or folders of them (default: glossary)`)
    .option('--json', '{units, pairs: [{from, to, units, conflicts}]}')
    .addHelpText('after', '\nExample:\n  synoptic memory stats glossary')
    .action(async (paths: string[], flags: { json?: true }) => {
      const files = (await Promise.all((paths.length > 0 ? paths : ['glossary']).map(glossaryFiles))).flat().filter(isMemory)
      const memory = await loadMemory(files)
      const pairs = memory.stats()
      if (flags.json) return print(JSON.stringify({ units: memory.size, pairs }))
      for (const { from, to, units, conflicts } of pairs) print(`${from}–${to}\t${units} units\t${conflicts} in conflict`)
      tell(`${memory.size} units in ${files.length} files`)
    })
}

/** @throws UsageError when it is no name of a memory */
function suffixOf(file: string): '.tmx' | '.tsv' | typeof DATABASE {
  const suffix = (['.tmx', '.tsv', DATABASE] as const).find((each) => file.endsWith(each))
  if (suffix === undefined) throw new UsageError(`${file}: expected the name of a .tmx, .tsv or ${DATABASE} file`)
  return suffix
}

/** Writes the units as text, where that is what `file` is. */
async function writeText(file: string, store: Store, originOf?: (unit: Unit) => string | undefined): Promise<void> {
  const suffix = suffixOf(file)
  if (suffix !== DATABASE) await writeWhole(file, linesOf(formatUnits(suffix, store.units(), [...store.languages].sort(), originOf)))
}

function* linesOf(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) yield piece.slice(0, -1)
}
