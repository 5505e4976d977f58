import { Command } from 'commander'
import { DATABASE } from '../../../engines/memory/files.ts'
import { type Hit, isMemory, loadMemory } from '../../../engines/memory.ts'
import { UsageError } from '../../../errors.ts'
import { glossaryFiles } from '../../../run/recipe.ts'
import { paths } from '../../arguments.ts'
import { languageFlag, linesOf, print, readText, tell } from '../../text.ts'

interface Flags {
  readonly from: string
  readonly to: string
  readonly glossary?: string[]
  readonly least: string
  readonly limit: string
  readonly json?: true
}

export function findCommand(): Command {
  return new Command('find')
    .summary('what the memory says of a sentence, or of one like it')
    .description(
      `Looks sentences up in the translation memory, the best hit first: exact, normalized (the same but for case, punctuation, numbers), fuzzy. The score
is 1 minus the words to put in, take out or change, by the words of the longer sentence. Numbers and names that differ are exchanged in the
translation where it is certain which stands for which; where it is not, a run does not use the hit.`,
    )
    .argument('<sentence>', "a sentence; '-' reads standard input, a sentence a line")
    .requiredOption('--from <tag>', 'its language, BCP 47')
    .requiredOption('--to <tag>', 'the language of the translation, BCP 47')
    .option('--glossary <path>', `translation memories (.tmx, ${DATABASE}), or folders of them (default: glossary)`, paths)
    .option('--least <score>', 'the least score of a hit, 0.6 to 1', '0.75')
    .option('--limit <number>', 'hits of a sentence, at most', '5')
    .option(
      '--json',
      'a line a sentence: {text, hits: [{kind, score, source, target, repairs: [{asked, stored}], differing: [{asked, stored}], isUsable}]}',
    )
    .addHelpText(
      'after',
      `
Examples:
  synoptic memory find 'Der Zug nach Bremen fährt um 14:30 Uhr ab.' --from de --to en
  synoptic memory find - --from de --to en --least 0.9 --json < sentences.txt`,
    )
    .action(async (sentence: string, flags: Flags) => {
      const [from, to] = [languageFlag('--from', flags.from), languageFlag('--to', flags.to)]
      const options = { least: numberIn('--least', flags.least, 0.6, 1), limit: numberIn('--limit', flags.limit, 1, 100) }
      const memory = await loadMemory((await Promise.all((flags.glossary ?? ['glossary']).map(glossaryFiles))).flat().filter(isMemory))
      const texts = sentence === '-' ? linesOf(await readText('-')) : [sentence]
      let found = 0
      for (const text of texts) {
        const hits = memory.find(text, from, to, options)
        if (hits.length > 0) found += 1
        if (flags.json) print(JSON.stringify({ text, hits }))
        else for (const line of linesFor(text, hits)) print(line)
      }
      tell(`${found} of ${texts.length} sentences found among ${memory.size} units`)
      if (found < texts.length) process.exitCode = 1
    })
}

function linesFor(text: string, hits: readonly Hit[]): readonly string[] {
  const changes = (what: string, list: Hit['repairs']): string[] =>
    list.map(({ asked, stored }) => `      ${what}: ${stored || '(nothing)'} → ${asked || '(nothing)'}`)
  return [
    text,
    ...hits.flatMap(({ kind, score, source, target, repairs, differing, isUsable }) => [
      `  ${score.toFixed(2)} ${kind}${isUsable ? '' : ', not used: a number or a name may differ'}`,
      `      ${source}`,
      `      ${target}`,
      ...changes('repaired', repairs),
      ...changes('differs', differing),
    ]),
    ...(hits.length === 0 ? ['  nothing like it'] : []),
  ]
}

function numberIn(flag: string, text: string, least: number, most: number): number {
  const number = Number(text)
  if (text.trim() !== '' && number >= least && number <= most) return number
  throw new UsageError(`${flag}: expected a number from ${least} to ${most}, got '${text}'`)
}
