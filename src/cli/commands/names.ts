import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Command } from 'commander'
import type { Span } from '../../article.ts'
import { UsageError } from '../../errors.ts'
import { glossarySuffixes, isGlossary, loadGlossary, readLogOf } from '../../glossary/index.ts'
import { doubtsOf, glossaryFiles } from '../../run/recipe.ts'
import { defaultDetector } from '../../stages/detect/index.ts'
import { type Explanation, explain } from '../../stages/link/explain.ts'
import { findMentions, judged, rewrite } from '../../stages/link/index.ts'
import { paths } from '../arguments.ts'
import { languageFlag, print, readText, tell } from '../text.ts'

interface Flags {
  readonly glossary?: string[]
  readonly language?: string
  readonly write?: string
  readonly json?: true
  readonly explain?: true
  readonly at?: string
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
    .option('--explain', 'say of everything that is like a name why it is a mention or none; with --json a line a stretch of text')
    .option('--at <start[:end]>', 'with --explain, only what stands there: UTF-16 code units of the text, the end not included')
    .addHelpText(
      'after',
      `
Examples:
  synoptic names story.txt --glossary people.csv
  synoptic names *.txt --glossary people.csv --write normalized/
  synoptic names story.txt --glossary people.csv --explain --at 120:131`,
    )
    .action(async (files: string[], flags: Flags) => {
      const places = flags.glossary ?? ['glossary']
      const log = await readLogOf(places)
      const glossary = await loadGlossary((await Promise.all(places.map(glossaryFiles))).flat().filter(isGlossary), log)
      for (const doubt of doubtsOf(glossary, log)) tell(doubt)
      const language = flags.language === undefined ? undefined : languageFlag('--language', flags.language)
      const targets = flags.write === undefined ? undefined : targetsOf(files, flags.write)
      if (flags.at !== undefined && flags.explain === undefined) throw new UsageError('names --at: expected --explain beside it')
      if (flags.explain !== undefined && flags.write !== undefined)
        throw new UsageError('names --explain: writes no texts; leave out --write')
      const at = flags.at === undefined ? undefined : spanOf(flags.at)
      if (flags.write !== undefined) await mkdir(flags.write, { recursive: true })
      for (const file of files) {
        const text = await readText(file)
        const itsLanguage = language ?? defaultDetector().detect(text).language
        if (flags.explain !== undefined) {
          for (const each of explain(text, itsLanguage, glossary, at))
            print(flags.json ? JSON.stringify({ file, ...each }) : inWords(file, each))
          continue
        }
        const found = findMentions(text, itsLanguage, glossary)
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

/** @throws UsageError when it is no `START` or `START:END` */
function spanOf(at: string): Span {
  const [, start = '', end = ''] = /^(\d+)(?::(\d+))?$/u.exec(at) ?? []
  const span = { start: Number(start), end: end === '' ? Number(start) + 1 : Number(end) }
  if (start === '' || span.end <= span.start) throw new UsageError(`names --at: expected START or START:END, got '${at}'`)
  return span
}

function inWords(file: string, { start, surface, considered, decided }: Explanation): string {
  const lines = [`${file}:${start}\t${surface}\t${decided}`]
  for (const { entry, confidence, features } of considered) {
    lines.push(`    ${entry}\t${confidence.toFixed(2)}`)
    const ranked = Object.entries(features).toSorted(([, a], [, b]) => Math.abs(b[0] * b[1]) - Math.abs(a[0] * a[1]))
    for (const [name, [value, weight]] of ranked)
      lines.push(`        ${(value * weight).toFixed(2).padStart(6)}  ${name} (${value} × ${weight})`)
  }
  return lines.join('\n')
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
