import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Command } from 'commander'
import { formatTmx, loadMemory, type Unit } from '../../engines/memory.ts'
import { FileError, messageOf, UsageError } from '../../errors.ts'
import { linesOf, writeWhole } from '../../run/files.ts'
import { glossaryFiles } from '../../run/recipe.ts'
import { parseArticle } from '../../write/corpus.ts'
import { print, tell } from '../text.ts'

const DEFAULT_MEMORY = 'glossary/memory.tmx'

export function memoryCommand(): Command {
  const command = new Command('memory').description(
    'A translation memory is a .tmx file beside the glossary: what it holds is never asked of an engine.',
  )
  for (const each of [importCommand(), exportCommand(), statsCommand()]) command.addCommand(each)
  return command
}

function importCommand(): Command {
  return new Command('import')
    .summary('add the units of TMX files to a memory')
    .description('Checks TMX files and adds their units to a memory. A unit that is there already is not added twice.')
    .argument('<file...>', 'TMX 1.4, UTF-8 or UTF-16')
    .option('--memory <file>', 'the memory to add to; made when it is not there', DEFAULT_MEMORY)
    .addHelpText('after', '\nExample:\n  synoptic memory import agency.tmx --memory glossary/agency.tmx')
    .action(async (files: string[], { memory: target }: { memory: string }) => {
      checkSuffix(target)
      // The memory's folder is read, not the file tried: a memory that is there and cannot be read is an error.
      const there = (await readdir(dirname(target)).catch(() => [] as string[])).includes(target.slice(target.lastIndexOf('/') + 1))
      const before = there ? (await loadMemory([target])).units() : []
      const added = (await loadMemory(files)).units()
      const units = unique([...before, ...added])
      await writeMemory(target, units)
      tell(`${target}: ${units.length} units, ${units.length - unique(before).length} of them new`)
    })
}

function exportCommand(): Command {
  return new Command('export')
    .summary("a run's translations as a memory")
    .description('Collects the sentences an engine or a memory translated in a run. Given translations are in aligned/, not here.')
    .argument('[run]', 'the output folder of a run', 'output')
    .option('-o, --output <file>', 'the TMX file to write (default: standard output)')
    .addHelpText('after', '\nExample:\n  synoptic memory export output -o glossary/from-last-run.tmx')
    .action(async (run: string, { output }: { output?: string }) => {
      if (output !== undefined) checkSuffix(output)
      const units = unique(await unitsOfRun(run))
      if (output === undefined) for (const piece of formatTmx(units)) process.stdout.write(piece)
      else await writeMemory(output, units)
      tell(`${output ?? 'standard output'}: ${units.length} units`)
    })
}

function statsCommand(): Command {
  return new Command('stats')
    .summary('units by language pair, and conflicts')
    .description('Counts the units of memories by language pair, and those that another unit translates otherwise.')
    .argument('[path...]', 'memories (.tmx), or folders of them (default: glossary)')
    .option('--json', '{units, pairs: [{from, to, units, conflicts}]}')
    .addHelpText('after', '\nExample:\n  synoptic memory stats glossary')
    .action(async (paths: string[], flags: { json?: true }) => {
      const files = (await Promise.all((paths.length > 0 ? paths : ['glossary']).map(glossaryFiles))).flat()
      const memory = await loadMemory(files.filter((file) => file.endsWith('.tmx')))
      const pairs = memory.stats()
      if (flags.json) return print(JSON.stringify({ units: memory.size, pairs }))
      for (const { from, to, units, conflicts } of pairs) print(`${from}–${to}\t${units} units\t${conflicts} in conflict`)
      tell(`${memory.size} units in ${files.filter((file) => file.endsWith('.tmx')).length} files`)
    })
}

/** Sentence by sentence, what was translated in the run at `output`. */
async function unitsOfRun(output: string): Promise<Unit[]> {
  const folder = join(output, 'corpus')
  const names = await readdir(folder).catch((thrown) => {
    throw new FileError(folder, 0, `expected the folder of a finished run: ${messageOf(thrown)}`, 0, { cause: thrown })
  })
  const units: Unit[] = []
  for (const name of names.filter((each) => each.endsWith('.jsonl')).sort()) {
    let line = 0
    for await (const text of linesOf(join(folder, name))) {
      line += 1
      const { language, segments, translations } = parseArticle(text, join(folder, name), line)
      for (const translation of translations.filter(({ engine }) => engine !== 'given')) {
        for (const [at, segment] of segments.entries()) {
          const target = translation.segments[at]
          if (target === undefined || target.origin === 'missing') continue
          units.push(
            new Map([
              [language, segment.text],
              [translation.language, target.text],
            ]),
          )
        }
      }
    }
  }
  return units
}

/** The first of each: two units are one when they say the same in the same languages. */
function unique(units: readonly Unit[]): Unit[] {
  return [...new Map(units.map((unit) => [JSON.stringify([...unit].sort()), unit])).values()]
}

function checkSuffix(file: string): void {
  if (!file.endsWith('.tmx')) throw new UsageError(`${file}: expected the name of a .tmx file`)
}

async function writeMemory(file: string, units: readonly Unit[]): Promise<void> {
  await writeWhole(file, [[...formatTmx(units)].join('').trimEnd()])
}
