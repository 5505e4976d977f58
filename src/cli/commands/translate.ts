import { Command } from 'commander'
import { engineNames, parseConfig, readConfigFile, type Settings } from '../../config.ts'
import { engineSettings, openEngine } from '../../engines/index.ts'
import { isMemory, loadMemory, recall } from '../../engines/memory.ts'
import type { Answer } from '../../engines/translator.ts'
import { EngineError } from '../../errors.ts'
import { glossaryFiles } from '../../run/recipe.ts'
import { splitSentences } from '../../stages/segment/index.ts'
import { agreement } from '../agree.ts'
import { list, modelFlags, paths, scoreOr } from '../arguments.ts'
import { interrupted } from '../interrupt.ts'
import { languageFlag, readText, tell } from '../text.ts'

/** Stands before a sentence that nobody translated. */
const MARK = '[untranslated]'

interface Flags {
  readonly from: string
  readonly to: string
  readonly engine?: string[]
  readonly glossary?: string[]
  readonly memoryThreshold?: string
  readonly wait?: string
  readonly cache?: string
  readonly modelDir?: string
  readonly modelMirror?: string
  readonly yes?: true
  readonly config?: string
}

export function translateCommand(): Command {
  return new Command('translate')
    .description(
      'Translates plain text sentence by sentence: from the translation memory first, then by the engine. Line breaks stay where they are.',
    )
    .argument('<file>', "plain text, UTF-8; '-' reads standard input")
    .requiredOption('--from <tag>', 'the language of the text, BCP 47')
    .requiredOption('--to <tag>', 'the language to translate into, BCP 47')
    .option('--engine <names>', `who translates, in order of preference: ${engineNames.join(', ')} (default: auto)`, list)
    .option('--glossary <path>', 'translation memories (.tmx, .tmdb), or folders of them (default: glossary)', paths)
    .option(
      '--memory-threshold <score>',
      'use of the memory what is so much like a sentence, 0.6 to 1; 1: the very sentence alone (default: 0.9)',
    )
    .option('--wait <time>', 'how long to wait for a server that is away: 90s, 10m, 2h (default: 0, not at all)')
    .option('--cache <folder>', 'where translations are kept for the next time (default: nowhere)')
    .option('--yes', 'fetch models of the built-in engine without asking')
    .option(...modelFlags.folder)
    .option(...modelFlags.mirror)
    .option('--config <file>', 'settings (default: synoptic.config.json, if there is one)')
    .addHelpText(
      'after',
      `
Examples:
  LIBRETRANSLATE_URL=http://localhost:5000 synoptic translate story.de.txt --from de --to en > story.en.txt
  echo 'Guten Morgen.' | synoptic translate - --from de --to en`,
    )
    .action(async (file: string, flags: Flags) => {
      const from = languageFlag('--from', flags.from)
      const to = languageFlag('--to', flags.to)
      const config = parseConfig({
        flags: {
          engines: flags.engine as Settings['engines'],
          glossary: flags.glossary,
          wait: flags.wait ?? '0',
          cache: flags.cache,
          memoryThreshold: flags.memoryThreshold === undefined ? undefined : scoreOr(flags.memoryThreshold),
          bergamot: { models: flags.modelDir, mirror: flags.modelMirror },
        },
        file: await readConfigFile(flags.config),
        environment: process.env,
      })
      const memory = await loadMemory((await Promise.all(config.glossary.map(glossaryFiles))).flat().filter(isMemory))
      const text = await readText(file)
      const spans = splitSentences(text, from)
      const sentences = spans.map(({ start, end }) => text.slice(start, end))
      const known = sentences.map((sentence) => recall(memory, sentence, [from], to, config.memoryThreshold)?.text)
      const unknown = [...new Set(sentences.filter((_, at) => known[at] === undefined))]

      await using engine = await openEngine({
        ...engineSettings(config),
        onPass: tell,
        bergamot: { ...config.bergamot, agree: agreement({ yes: flags.yes }), notice: tell },
        waitMs: config.waitMs,
        ...(config.cache !== undefined && { cache: { path: config.cache, fresh: false } }),
      })
      const made = await translated(unknown, (texts) => engine.translator.translate(texts, from, to, { signal: interrupted }))
      const translations = new Map(unknown.map((sentence, at) => [sentence, made[at]]))

      // What stands between two sentences, line breaks above all, stays.
      let end = 0
      for (const [at, span] of spans.entries()) {
        process.stdout.write(text.slice(end, span.start) + (known[at] ?? translations.get(sentences[at]!) ?? `${MARK} ${sentences[at]}`))
        end = span.end
      }
      process.stdout.write(text.slice(end))
    })
}

/** Undefined where nobody translates a text; how many these are, and why, is told on stderr. */
async function translated(
  texts: readonly string[],
  translate: (texts: readonly string[]) => Promise<readonly Answer[]>,
): Promise<readonly (string | undefined)[]> {
  if (texts.length === 0) return []
  try {
    return (await translate(texts)).map(({ text }) => text)
  } catch (thrown) {
    if (!(thrown instanceof EngineError)) throw thrown
    const made = texts.map((_, at) => thrown.partial?.[at]?.text)
    const left = made.filter((text) => text === undefined).length
    tell(
      `${left} of ${texts.length} sentences are not translated, and marked ${MARK}: ${[thrown.message, thrown.remedy].filter((part) => part !== undefined).join('; ')}`,
    )
    process.exitCode = 1
    return made
  }
}
