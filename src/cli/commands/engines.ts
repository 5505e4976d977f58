import { Command } from 'commander'
import { parseConfig, readConfigFile } from '../../config.ts'
import { describeEngines, describePairs, engineSettings } from '../../engines/index.ts'
import { isMemory } from '../../engines/memory.ts'
import { glossaryFiles } from '../../run/recipe.ts'
import { modelFlags } from '../arguments.ts'
import { interrupted } from '../interrupt.ts'
import { print } from '../text.ts'

export function enginesCommand(): Command {
  return new Command('engines')
    .description('Asks every engine which language pairs it serves now.')
    .option('--config <file>', 'settings (default: synoptic.config.json, if there is one)')
    .option(...modelFlags.folder)
    .option(
      '--json',
      'machine-readable: {engines: [{name, available, pairs: [{from, to}], reason, remedy}], pairs: [{from, to, engines, not: {name: why}}]}',
    )
    .addHelpText(
      'after',
      `
Examples:
  synoptic engines
  LIBRETRANSLATE_URL=http://localhost:5000 synoptic engines --json`,
    )
    .action(async (flags: { config?: string; modelDir?: string; json?: true }) => {
      const config = parseConfig({
        flags: { bergamot: { models: flags.modelDir } },
        file: await readConfigFile(flags.config),
        environment: process.env,
      })
      const memory = (await Promise.all(config.glossary.map(glossaryFiles))).flat().filter(isMemory)
      const engines = await describeEngines({ ...engineSettings(config), memory }, interrupted)
      if (flags.json)
        return print(JSON.stringify({ engines, pairs: describePairs(engines, { ...config, url: config.libretranslate.url }) }))
      for (const { name, available, pairs, reason, remedy } of engines) {
        print(
          `${name}: ${available ? `${pairs.length} pairs${pairs.length > 0 ? `: ${pairs.map(({ from, to }) => `${from}→${to}`).join(' ')}` : ''}` : reason}`,
        )
        if (remedy !== undefined) print(`  ${remedy}`)
      }
    })
}
