import { Command } from 'commander'
import { checkFiles, formatProblem, glossarySuffixes } from '../../../glossary/index.ts'
import { print, tell } from '../../text.ts'
import { tablesAt } from './paths.ts'

export function checkCommand(): Command {
  return new Command('check')
    .summary('say what is wrong or doubtful in a glossary')
    .description(
      'Checks every row, and the rows against each other. What cannot be read is an error (exit code 2); what is likely to go wrong is a warning (exit code 1).',
    )
    .argument('[path...]', `glossaries (${glossarySuffixes}), or folders of them (default: glossary)`)
    .option('--json', 'a line a problem: {file, line, column, severity, code, message, remedy}')
    .addHelpText(
      'after',
      `
Warnings:
  shared-spelling   one spelling of two entries
  one-letter-apart  two names that a slip exchanges; silent when each lists the other under not
  common-word       a name that is a word
  duplicate         a row, or a spelling, that is there twice
  refused-own       a spelling that is listed under not as well
  mixed-script      letters of two scripts in one word, such as a Cyrillic а in a Latin name
  wrong-column      a form in a script that its language is not written in
  invisible         a character that nobody sees
  too-short         a spelling of one letter, or of none

Examples:
  synoptic glossary check
  synoptic glossary check glossary/people.csv names.tbx
  synoptic glossary check --json | grep '"one-letter-apart"'`,
    )
    .action(async (given: string[], flags: { json?: true }) => {
      const files = await tablesAt(given)
      const { entries, problems } = await checkFiles(files)
      for (const problem of problems) print(flags.json ? JSON.stringify(problem) : formatProblem(problem))
      const errors = problems.filter(({ severity }) => severity === 'error').length
      tell(`${entries} entries in ${files.length} files, ${errors} errors, ${problems.length - errors} warnings`)
      if (problems.length > 0) process.exitCode = errors > 0 ? 2 : 1
    })
}
