import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { Command } from 'commander'
import type { Kind } from '../../../article.ts'
import { UsageError } from '../../../errors.ts'
import { glossarySuffixes, kinds, loadEntries, type WriteFormat, writeGlossary } from '../../../glossary/index.ts'
import { writeWhole } from '../../../run/files.ts'
import { languageFlag, tell } from '../../text.ts'

interface Flags {
  readonly output?: string
  readonly from?: string
  readonly to?: string
  readonly kind?: string
}

/** Formats that hold everything an entry has. */
const targets: readonly WriteFormat[] = ['csv', 'tsv', 'jsonl']

export function importCommand(): Command {
  return new Command('import')
    .summary('add the names of other files to a glossary')
    .description(
      'Reads glossaries of other programs, and adds their entries to a glossary of ours. What an entry cannot hold is told on standard error.',
    )
    .argument('<file...>', `${glossarySuffixes}; UTF-8, or UTF-16 with a byte order mark`)
    .option('-o, --output <file>', 'the .csv, .tsv or .jsonl to add to; made when it is not there (default: glossary/NAME.csv)')
    .option('--from <tag>', 'the language of the first column of pairs')
    .option('--to <tag>', 'the language that canonical names are written in')
    .option('--kind <kind>', `what the entries are when their file does not say it: ${kinds.join(', ')} (default: term)`)
    .addHelpText(
      'after',
      `
What a table is, its first line says:
  canonical,kind,…    our own columns, in any order
  en,de,fr            term sets of Google Cloud Translation: a language a column, and pos and description.
                      Canonical names are those of --to, or of the first column.
  Köln,Cologne,de,en  pairs of DeepL: the second is the canonical name, the first its form.
                      Pairs without languages (Köln,Cologne) need --from and --to.

A .tbx file is TBX-Basic, of 2019 or older (martif). Preferred terms become names, admitted ones variants,
deprecated ones 'not'. Canonical names are those of --to, or of the language of the file.

Examples:
  synoptic glossary import agency.tbx
  synoptic glossary import places.tsv --from de --to en --kind place -o glossary/places.csv`,
    )
    .action(async (files: string[], flags: Flags) => {
      const target = flags.output ?? defaultTarget(files)
      const format = targets.find((each) => target.toLowerCase().endsWith(`.${each}`))
      if (format === undefined) throw new UsageError(`${target}: expected a name that ends in .${targets.join(', .')}`)
      if (files.some((file) => resolve(file) === resolve(target))) throw new UsageError(`${target}: cannot be imported into itself`)
      const before = existsSync(target) ? [target] : []
      const skipped = new Map<string, number>()
      const source = {
        paths: files,
        from: flags.from === undefined ? undefined : languageFlag('--from', flags.from),
        to: flags.to === undefined ? undefined : languageFlag('--to', flags.to),
        kind: flags.kind === undefined ? undefined : kindFlag(flags.kind),
        skip: (what: string) => void skipped.set(what, (skipped.get(what) ?? 0) + 1),
      }
      const entries = await loadEntries({ paths: before }, source)
      const old = entries.filter(({ origin }) => origin.file === target).length
      await writeWhole(target, writeGlossary(entries, format, {}).lines)
      if (skipped.size > 0) tell(`not kept: ${[...skipped].map(([what, count]) => `${what} (${count})`).join(', ')}`)
      tell(`${target}: ${entries.length} entries, ${entries.length - old} of them new`)
    })
}

function defaultTarget(files: readonly string[]): string {
  const [first = '', ...more] = files
  if (more.length > 0) throw new UsageError('glossary import of several files needs -o FILE')
  return join('glossary', `${basename(first).replace(/\.[^.]*$/, '')}.csv`)
}

function kindFlag(text: string): Kind {
  const kind = kinds.find((known) => known === text)
  if (kind === undefined) throw new UsageError(`--kind: expected ${kinds.join(', ')}, got '${text}'`)
  return kind
}
