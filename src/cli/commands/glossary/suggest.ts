import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import { UsageError } from '../../../errors.ts'
import { glossarySuffixes, isGlossary, loadGlossary, readLogOf } from '../../../glossary/index.ts'
import { corpusOf } from '../../../run/corpus.ts'
import { writeWhole } from '../../../run/files.ts'
import { glossaryFiles } from '../../../run/recipe.ts'
import { Pipeline } from '../../../stage.ts'
import { clean } from '../../../stages/clean/index.ts'
import { detect } from '../../../stages/detect/index.ts'
import { formatProposals, type Proposal, type SurveyedText, suggest } from '../../../suggest/index.ts'
import { paths } from '../../arguments.ts'
import { articles } from '../../articles.ts'
import { print, tell } from '../../text.ts'

interface Flags {
  readonly glossary?: string[]
  readonly output?: string
  readonly least: string
  readonly json?: true
}

/** Texts between two lines that tell how far the reading is. */
const TOLD_EVERY = 1000

export function suggestCommand(): Command {
  return new Command('suggest')
    .summary('propose entries and variants from a corpus')
    .description(
      'Finds names that recur in a corpus and that the glossary does not know, each with its garbled forms, and new spellings of names that\nit does know. The first column of the table is yours: write accept or refuse into it, mend the other cells, and give the table to\n`synoptic glossary judge`.',
    )
    .argument('[input...]', 'files and folders as for `run`, or the output folder of a run (default: input)')
    .option('--glossary <path>', `what is known: glossaries (${glossarySuffixes}), or folders of them (default: glossary)`, paths)
    .option('-o, --output <file>', 'write the table there (default: standard output)')
    .option('--least <n>', 'mentions from which a name is proposed', '2')
    .option(
      '--json',
      'a line a proposal: {canonical, kind, given, family, variants, known, count, documents, languages, spellings, contexts}',
    )
    .addHelpText(
      'after',
      `
Proposals come in order of their use: names of most documents first, then those with most garbled forms.

Examples:
  synoptic glossary suggest news/ -o proposals.csv
  synoptic glossary suggest output/ --least 5 -o proposals.csv
  synoptic glossary judge proposals.csv               once accept or refuse stands in its first column`,
    )
    .action(async (input: string[], flags: Flags) => {
      const least = Number(flags.least)
      if (!Number.isInteger(least) || least < 1) throw new UsageError(`--least: expected a whole number from 1, got '${flags.least}'`)
      const known = flags.glossary ?? ['glossary']
      const glossary = await loadGlossary((await Promise.all(known.map(glossaryFiles))).flat().filter(isGlossary), await readLogOf(known))
      let read = 0
      const proposals = await suggest(() => textsOf(input.length > 0 ? input : ['input']), {
        glossary,
        least,
        onText: (_, round) => {
          read++
          if (read % TOLD_EVERY === 0) tell(`${read} texts ${round === 1 ? 'counted' : 'read'}`)
        },
      })
      if (flags.json) for (const proposal of proposals) print(JSON.stringify(recordOf(proposal)))
      else if (flags.output !== undefined) await writeWhole(flags.output, formatProposals(proposals))
      else for (const line of formatProposals(proposals)) print(line)
      const variants = proposals.filter((proposal) => proposal.known).length
      tell(`${proposals.length - variants} entries and variants of ${variants} entries proposed`)
    })
}

/** The texts of an output folder's corpus, or of articles that are cleaned now. */
async function* textsOf(input: readonly string[]): AsyncGenerator<SurveyedText> {
  for (const path of input) {
    const isOutput = await stat(join(path, 'run.json')).then(
      () => true,
      () => false,
    )
    const found = isOutput ? corpusOf(path) : articles([path], Pipeline.from(clean()).use(detect()))
    for await (const { id, language, text } of found) yield { id, language, text }
  }
}

function recordOf({ entry: { canonical, kind, given, family }, known, ...seen }: Proposal): object {
  const { count, documents, languages, spellings, variants, contexts } = seen
  return {
    canonical,
    kind,
    given,
    family,
    variants,
    known,
    count,
    documents,
    languages: Object.fromEntries(languages),
    spellings,
    contexts,
  }
}
