import { isDeepStrictEqual } from 'node:util'
import { Command } from 'commander'
import { UsageError } from '../../../errors.ts'
import { appendJudgements, Judgements, logOf, readJudgements } from '../../../glossary/index.ts'
import { readProposals } from '../../../suggest/index.ts'
import { paths } from '../../arguments.ts'
import { tell } from '../../text.ts'

export function judgeCommand(): Command {
  return new Command('judge')
    .summary('take over what you wrote into a table of proposals')
    .description(
      'Adds the lines marked accept or refuse to the log of judgements, judgements.jsonl, beside the glossary. Accepted names count as\nentries from the next run on; refused ones are not proposed again. Lines without a mark are left open.',
    )
    .argument('<table...>', 'tables of `synoptic glossary suggest`, marked')
    .option('--glossary <path>', 'the glossary that the judgements belong to, a file or a folder (default: glossary)', paths)
    .addHelpText(
      'after',
      `
Giving the same table twice adds nothing. To change your mind, change the mark and give the table again: the last judgement counts.

Example:
  synoptic glossary judge proposals.csv --glossary people.csv`,
    )
    .action(async (tables: string[], flags: { glossary?: string[] }) => {
      const log = await logOf(flags.glossary ?? ['glossary'])
      if (log === undefined) throw new UsageError('--glossary: expected a file or a folder')
      const known = new Judgements(await readJudgements(log))
      const judged = (await Promise.all(tables.map(readProposals))).flat()
      const fresh = judged.filter((judgement) => !isDeepStrictEqual(known.ofProposal(judgement.canonical), judgement))
      await appendJudgements(log, fresh)
      const count = (which: string): number => fresh.filter(({ judgement }) => judgement === which).length
      tell(`${count('accepted')} accepted, ${count('refused')} refused, ${judged.length - fresh.length} known already → ${log}`)
    })
}
