import { Command } from 'commander'
import { checkCommand } from './check.ts'

export function glossaryCommand(): Command {
  const command = new Command('glossary').description('Works on glossaries: tables of names, one row an entry.')
  for (const each of [checkCommand()]) command.addCommand(each)
  return command
}
