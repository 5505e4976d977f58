import { Command } from 'commander'
import { checkCommand } from './check.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { judgeCommand } from './judge.ts'
import { suggestCommand } from './suggest.ts'

export function glossaryCommand(): Command {
  const command = new Command('glossary').description('Works on glossaries: files of names, as tables, JSON lines or termbases.')
  for (const each of [checkCommand(), suggestCommand(), judgeCommand(), importCommand(), exportCommand()]) command.addCommand(each)
  return command
}
