/**
 * What articles are processed with: the glossary, the memories, the engines and the languages asked for, as plain data that
 * can be sent to a worker, and a hash of it that tells whether a finished result still holds.
 */
import { readFile } from 'node:fs/promises'
import type { Language } from '../article.ts'
import type { Config } from '../config.ts'
import { identityOf, isDatabase, isMemory } from '../engines/memory.ts'
import { FileError } from '../errors.ts'
import { filesAt, type Glossary, glossarySuffixes, isGlossary, type JudgementLog, Judgements, readLogOf } from '../glossary/index.ts'
import type { Selection } from '../stages/select.ts'
import { sha256 } from './plan.ts'
import { version } from './version.ts'

export interface Recipe {
  /** Files of names, of any format. */
  readonly glossary: readonly string[]
  /** Translation memories, .tmx and .tmdb. */
  readonly memory: readonly string[]
  /** As the log was when the run began: all threads obey the same ones, whoever adds to it meanwhile. */
  readonly judgements: JudgementLog
  /** Score from which on a unit of a memory is used that is nearly the text, 0.6..1. */
  readonly memoryThreshold: number
  readonly to: readonly Language[]
  /** Whether the corpus keeps what was read as it was read. */
  readonly keepSource: boolean
  /** Whether the corpus is compressed: nothing that an article's result depends on. */
  readonly compress: boolean
  /** Articles that are to go through; undefined: all. */
  readonly select: Selection | undefined
  /**
   * sha256 of the content of all of that, of the engines asked for, and of this program's version; but not of the judgements of names, which
   * concern only articles that hold them.
   */
  readonly hash: string
}

/** What is doubtful in the judgements, in sentences. */
export function doubtsOf({ judgedInVain }: Glossary, log: JudgementLog): string[] {
  return judgedInVain.map((name) => `${log.path}: what is said of '${name}' has no effect: no glossary has that name`)
}

/** The folder that is read for glossaries and memories when nothing was said; it need not exist. */
const OPTIONAL_FOLDER = 'glossary'

/** @throws FileError when a glossary path is not there or is of no known kind */
export async function recipeOf(config: Config): Promise<Recipe> {
  const files = (await Promise.all(config.glossary.map(glossaryFiles))).flat()
  const contents = await Promise.all(files.map(contentOf))
  const judgements = await readLogOf(config.glossary)
  const { onlyLanguages: languages, minChars } = config
  const select = languages.length > 0 || minChars > 0 ? { languages, minChars } : undefined
  return {
    judgements,
    glossary: files.filter(isGlossary),
    memory: files.filter(isMemory),
    memoryThreshold: config.memoryThreshold,
    to: config.to,
    keepSource: config.keepSource,
    compress: config.compress,
    select,
    hash: sha256(
      version,
      ...config.to,
      config.keepSource ? 'source' : 'no source',
      ...(select === undefined ? [] : ['select', JSON.stringify(select)]),
      ...config.engines,
      ...(Object.keys(config.routes).length > 0 ? [JSON.stringify(config.routes)] : []),
      `${config.memoryThreshold}`,
      '',
      ...contents,
      '',
      JSON.stringify(new Judgements(judgements).accepted.map(({ judgement }) => judgement)),
    ),
  }
}

/** What is hashed of a file. Latin-1 maps bytes to characters one to one, whatever their encoding; a database knows a hash of its own. */
async function contentOf(file: string): Promise<string> {
  return isDatabase(file) ? identityOf(file) : (await readFile(file)).toString('latin1')
}

/** Glossaries and memories at `path`, a file or a folder; by name, so that the order is the same everywhere. */
export async function glossaryFiles(path: string): Promise<readonly string[]> {
  try {
    return await filesAt(path, (name) => isGlossary(name) || isMemory(name), expected)
  } catch (thrown) {
    const isMissing = thrown instanceof FileError && (thrown.cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT'
    if (path === OPTIONAL_FOLDER && isMissing) return []
    throw thrown
  }
}

const expected = `a glossary (${glossarySuffixes}) or a translation memory (.tmx, .tmdb)`
