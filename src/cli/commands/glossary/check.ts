import { Command } from 'commander'
import { checkGlossary, loadGlossary } from '../../../glossary/index.ts'
import { glossaryFiles } from '../../../run/recipe.ts'
import { print, tell } from '../../text.ts'

export function checkCommand(): Command {
  return new Command('check')
    .summary('say what is wrong or doubtful in a glossary')
    .description(
      'Checks every row. What cannot be read is an error (exit code 2); what is likely to go wrong, such as one spelling of\ntwo entries, is a warning (exit code 1).',
    )
    .argument('[path...]', 'glossaries (.csv), or folders of them (default: glossary)')
    .option('--json', 'a line a problem')
    .addHelpText('after', '\nExample:\n  synoptic glossary check glossary/people.csv')
    .action(async (given: string[], flags: { json?: true }) => {
      const files = (await Promise.all((given.length > 0 ? given : ['glossary']).map(glossaryFiles)))
        .flat()
        .filter((file) => file.endsWith('.csv'))
      const glossary = await loadGlossary(files)
      const problems = checkGlossary(glossary)
      for (const problem of problems) print(flags.json ? JSON.stringify(problem) : `${problem.file}:${problem.line}: ${problem.message}`)
      tell(`${glossary.entries.length} entries in ${files.length} files, ${problems.length} warnings`)
      if (problems.length > 0) process.exitCode = 1
    })
}
