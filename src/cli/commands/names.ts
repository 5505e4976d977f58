import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Command } from 'commander'
import { UsageError } from '../../errors.ts'
import { glossarySuffixes, isGlossary, loadGlossary, readLogOf } from '../../glossary/index.ts'
import { doubtsOf, glossaryFiles } from '../../run/recipe.ts'
import { defaultDetector } from '../../stages/detect/index.ts'
import { findMentions, judged, rewrite } from '../../stages/link/index.ts'
import { paths } from '../arguments.ts'
import { languageFlag, print, readText, tell } from '../text.ts'

interface Flags {
  readonly glossary?: string[]
  readonly language?: string
  readonly write?: string
  readonly json?: true
}

export function namesCommand(): Command {
  return new Command('names')
    .description('Finds every mention of a glossary entry, however it is spelt, and says what it should be and why.')
    .argument('<file...>', "plain text, UTF-8, taken as it is; '-' reads standard input")
    .option('--glossary <path>', `glossaries (${glossarySuffixes}), or folders of them (default: glossary)`, paths)
    .option('--language <tag>', 'the language of the texts, BCP 47 (default: detected)')
    .option('--write <folder>', 'write the texts with their names rewritten into this folder')
    .option(
      '--json',
      'a line a mention: {file, start, end, surface, suffix, kind, entry, canonical, replacement, action, confidence, reason}',
    )
    .addHelpText(
      'after',
      `
Examples:
  synoptic names story.txt --glossary people.csv
  synoptic names *.txt --glossary people.csv --write normalized/`,
    )
    .action(async (files: string[], flags: Flags) => {
      const places = flags.glossary ?? ['glossary']
      const log = await readLogOf(places)
      const glossary = await loadGlossary((await Promise.all(places.map(glossaryFiles))).flat().filter(isGlossary), log)
      for (const doubt of doubtsOf(glossary, log)) tell(doubt)
      const language = flags.language === undefined ? undefined : languageFlag('--language', flags.language)
      const targets = flags.write === undefined ? undefined : targetsOf(files, flags.write)
      if (flags.write !== undefined) await mkdir(flags.write, { recursive: true })
      for (const file of files) {
        const text = await readText(file)
        const found = findMentions(text, language ?? defaultDetector().detect(text).language, glossary)
        const mentions = judged(found, glossary.judgements)
        for (const { span, surface, suffix, kind, entry, canonical, replacement, action, confidence, reason } of mentions) {
          print(
            flags.json
              ? JSON.stringify({
                  file,
                  start: span.start,
                  end: span.end,
                  surface,
                  suffix,
                  kind,
                  entry,
                  canonical,
                  replacement,
                  action,
                  confidence,
                  reason,
                })
              : `${file}:${span.start}\t${action}\t${surface}${surface === replacement ? '' : ` → ${replacement}`}\t${confidence.toFixed(2)}\t${reason}`,
          )
        }
        const target = targets?.get(file)
        if (target !== undefined) {
          await writeFile(target, rewrite(text, mentions))
          tell(`${target}: ${mentions.filter(({ action }) => action === 'rewrite').length} names rewritten`)
        }
      }
    })
}

/** Where each file's rewritten text goes: under its own name. @throws UsageError when two files have one name */
function targetsOf(files: readonly string[], folder: string): Map<string, string> {
  const targets = new Map<string, string>()
  const taken = new Map<string, string>()
  for (const file of files) {
    const target = join(folder, file === '-' ? 'stdin.txt' : basename(file))
    const other = taken.get(target)
    if (other !== undefined) throw new UsageError(`names --write: ${other} and ${file} would both be written to ${target}`)
    taken.set(target, file)
    targets.set(file, target)
  }
  return targets
}
