import { Command } from 'commander'
import { parseConfig, readConfigFile } from '../../config.ts'
import { describeEngines, describePairs, engineSettings } from '../../engines/index.ts'
import { isMemory } from '../../engines/memory.ts'
import type { LanguagePair } from '../../engines/translator.ts'
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
        print(`${name}: ${available ? (takesAny(name, pairs) ? 'any pair' : listOf(pairs)) : reason}`)
        if (remedy !== undefined) print(`  ${remedy}`)
      }
    })
}

function listOf(pairs: readonly LanguagePair[]): string {
  const names = pairs.map(({ from, to }) => `${from}→${to}`)
  return [`${pairs.length} ${pairs.length === 1 ? 'pair' : 'pairs'}`, ...(names.length > 0 ? [names.join(' ')] : [])].join(': ')
}

/** Engines that cannot be asked which pairs they have are asked for any, unless their settings list some. */
function takesAny(name: string, pairs: readonly LanguagePair[]): boolean {
  return pairs.length === 0 && (name === 'openai' || name === 'command')
}
