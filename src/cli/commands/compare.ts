import { writeFile } from 'node:fs/promises'
import { Command, Option } from 'commander'
import {
  type Compared,
  type Comparison,
  compareTranslations,
  comparisonPage,
  comparisonRecord,
  comparisonTable,
  type System,
  tokenizerNames,
} from '../../compare/index.ts'
import { messageOf, UsageError } from '../../errors.ts'
import { loadGlossary } from '../../glossary/index.ts'
import { paths } from '../arguments.ts'
import { languageFlag, linesOf, print, readText, tell } from '../text.ts'

interface Flags {
  readonly source: string
  readonly reference?: string[]
  readonly from: string
  readonly to: string
  readonly glossary?: string[]
  readonly tokenize?: Comparison['tokenizer']
  readonly mecabDictionary?: string
  readonly resamples: number
  readonly segments?: true
  readonly json?: true
  readonly tsv?: true
  readonly html?: string
}

export function compareCommand(): Command {
  return new Command('compare')
    .description('Translations of one text side by side: BLEU, chrF2, chrF++ and TER as sacrebleu counts them, names, checks, differences.')
    .argument('<name=file...>', 'translations, a segment a line; without a name, the file is its name')
    .requiredOption('--source <file>', 'what was translated, a segment a line')
    .option('--reference <file>', 'a translation to measure by; may be given several times', paths)
    .requiredOption('--from <tag>', 'the language of the source, BCP 47')
    .requiredOption('--to <tag>', 'the language of the translations, BCP 47')
    .option('--glossary <path>', 'whether its names came through; may be given several times', paths)
    .addOption(
      new Option(
        '--tokenize <name>',
        'words as BLEU counts them (default: zh for Chinese, char for Japanese without a dictionary, else 13a)',
      ).choices(tokenizerNames),
    )
    .option('--mecab-dictionary <folder>', 'the IPA dictionary of MeCab, for --tokenize ja-mecab, which is then the default for Japanese')
    .option('--resamples <n>', 'bootstrap resamplings behind intervals and chances', count, 1000)
    .option('--segments', 'with --json: each segment too')
    .option('--json', 'one JSON object on standard output')
    .option('--tsv', 'a row a segment and system, those segments first on which the systems differ most')
    .option('--html <file>', 'writes a page of its own')
    .addHelpText(
      'after',
      `
Without --reference the systems are measured by each other: chrF2 to what the others say, and the translation that agrees best
with all. Two systems differ beyond chance where the paired bootstrap says less than .05.

Examples:
  synoptic compare --source a.de --reference a.en --from de --to en marian=m.en google=g.en
  synoptic compare --source a.de --from de --to en m.en g.en --html compared.html
  synoptic compare --source a.de --from de --to en m.en g.en --tsv > sentences.tsv`,
    )
    .action(async (given: string[], flags: Flags) => {
      if (flags.tokenize === 'ja-mecab' && flags.mecabDictionary === undefined) throw new UsageError(dictionaryMissing)
      const from = languageFlag('--from', flags.from)
      const to = languageFlag('--to', flags.to)
      const source = linesOf(await readText(flags.source))
      if (source.length === 0) throw new UsageError(`--source ${flags.source}: expected a segment a line, the file is empty`)
      const lines = (file: string): Promise<string[]> => linesLike(file, flags.source, source.length)
      const references = await Promise.all((flags.reference ?? []).map(lines))
      const systems = await systemsOf(given, lines)
      const comparison: Comparison = {
        ...{ source, references, systems },
        from,
        to,
        ...(flags.glossary && { glossary: await loadGlossary(flags.glossary) }),
        ...(flags.tokenize && { tokenizer: flags.tokenize }),
        ...(flags.mecabDictionary !== undefined && { mecabDictionary: flags.mecabDictionary }),
        resampling: { resamples: flags.resamples, seed: 12345 },
      }
      const compared = compareTranslations(comparison)
      if (flags.html !== undefined) await writePage(flags.html, comparisonPage(comparison, compared))
      if (flags.json) print(JSON.stringify(comparisonRecord(compared, flags.segments ?? false)))
      else if (flags.tsv) process.stdout.write(comparisonTable(comparison, compared))
      else show(compared)
      if (systems.length === 1 && references.length === 0)
        tell('nothing to measure by: neither a --reference nor a second translation; only checks and names are told')
    })
}

const dictionaryMissing =
  '--tokenize ja-mecab needs --mecab-dictionary FOLDER, the IPA dictionary of MeCab: pip install ipadic, whose folder is ' +
  'what python3 -c "import ipadic; print(ipadic.DICDIR)" prints'

function count(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new UsageError(`--resamples: expected a whole number from 1 to 999999, got '${text}'`)
}

/** @throws UsageError when two have one name */
async function systemsOf(given: readonly string[], lines: (file: string) => Promise<string[]>): Promise<System[]> {
  const systems = await Promise.all(
    given.map(async (word) => {
      const [, name, file] = /^([^=/\\]+)=(.+)$/.exec(word) ?? [word, word, word]
      return { name: name!, lines: await lines(file!) }
    }),
  )
  const names = systems.map(({ name }) => name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new UsageError(`two translations are called '${twice}': give them names, as in a=FILE b=FILE`)
  return systems
}

/** @throws UsageError when there are more lines, or fewer, than in the source */
async function linesLike(file: string, source: string, wanted: number): Promise<string[]> {
  const lines = linesOf(await readText(file))
  if (lines.length === wanted) return lines
  throw new UsageError(`${file}: expected ${wanted} lines, one for each of ${source}, got ${lines.length}`)
}

async function writePage(file: string, content: string): Promise<void> {
  try {
    await writeFile(file, content)
  } catch (thrown) {
    throw new UsageError(`--html ${file}: cannot be written: ${messageOf(thrown)}`, { cause: thrown })
  }
  tell(`wrote ${file}`)
}

function show({ systems, differences, signatures }: Compared): void {
  const figure = (value: number | undefined) => (value === undefined ? '' : value.toFixed(1))
  const columns = [
    ['system', ...systems.map(({ name }) => name)],
    ['BLEU', ...systems.map(({ bleu }) => figure(bleu))],
    ['chrF2', ...systems.map(({ chrf }) => figure(chrf))],
    ['chrF++', ...systems.map(({ chrfpp }) => figure(chrfpp))],
    ['TER', ...systems.map(({ ter }) => figure(ter))],
    ['like the others', ...systems.map(({ agreement }) => figure(agreement))],
    ['names right', ...systems.map(({ names }) => figure(names?.score))],
    [
      'checks',
      ...systems.map(({ checks }) =>
        Object.entries(checks)
          .map(([code, times]) => `${code} ${times}`)
          .join(', '),
      ),
    ],
  ].filter(([, ...cells]) => cells.some((cell) => cell !== ''))
  for (const at of columns[0]!.keys()) {
    print(
      columns
        .map((cells, column) => pad(cells, at, column === 0 || column === columns.length - 1))
        .join('  ')
        .trimEnd(),
    )
  }
  for (const {
    systems: [a, b],
    chance,
  } of differences) {
    const sure = Object.entries(chance).flatMap(([metric, value]) => (value < 0.05 ? [metric] : []))
    print(`${a}, ${b}: ${sure.length === 0 ? 'may differ by chance' : `differ beyond chance in ${sure.join(', ')}`}`)
  }
  for (const [name, signature] of Object.entries(signatures)) tell(`${name}: ${signature}`)
}

function pad(cells: readonly string[], at: number, left: boolean): string {
  const width = Math.max(...cells.map((cell) => cell.length))
  return left ? cells[at]!.padEnd(width) : cells[at]!.padStart(width)
}
