/**
 * What articles are processed with: the glossary, the memories, the engines and the languages asked for, as plain data that
 * can be sent to a worker, and a hash of it that tells whether a finished result still holds.
 */
import { readFile } from 'node:fs/promises'
import type { Language } from '../article.ts'
import type { Config } from '../config.ts'
import { FileError } from '../errors.ts'
import { filesAt, glossarySuffixes, isGlossary, Judgements, logOf, readJudgements } from '../glossary/index.ts'
import { sha256 } from './plan.ts'
import { version } from './version.ts'

export interface Recipe {
  /** Files of names, of any format. */
  readonly glossary: readonly string[]
  /** Translation memories, .tmx. */
  readonly memory: readonly string[]
  /** The log of judgements; it need not exist. Undefined when there is no glossary to judge by. */
  readonly judgements: string | undefined
  readonly to: readonly Language[]
  /**
   * sha256 of the content of all of that but the judgements of names, which concern single articles; of the engines asked for, and of this
   * program's version.
   */
  readonly hash: string
}

/** The folder that is read for glossaries and memories when nothing was said; it need not exist. */
const OPTIONAL_FOLDER = 'glossary'

/** @throws FileError when a glossary path is not there or is of no known kind */
export async function recipeOf(config: Config): Promise<Recipe> {
  const files = (await Promise.all(config.glossary.map(glossaryFiles))).flat()
  const contents = await Promise.all(files.map((file) => readFile(file)))
  const judgements = await logOf(config.glossary)
  const accepted =
    judgements === undefined ? [] : new Judgements(await readJudgements(judgements)).accepted.map(({ judgement }) => judgement)
  return {
    judgements,
    glossary: files.filter(isGlossary),
    memory: files.filter((file) => file.endsWith('.tmx')),
    to: config.to,
    // Latin-1 maps bytes to characters one to one: a hash of the bytes, whatever their encoding.
    hash: sha256(
      version,
      ...config.to,
      '',
      ...config.engines,
      '',
      ...contents.map((content) => content.toString('latin1')),
      '',
      JSON.stringify(accepted),
    ),
  }
}

/** Glossaries and memories at `path`, a file or a folder; by name, so that the order is the same everywhere. */
export async function glossaryFiles(path: string): Promise<readonly string[]> {
  try {
    return await filesAt(path, (name) => isGlossary(name) || name.endsWith('.tmx'), expected)
  } catch (thrown) {
    const isMissing = thrown instanceof FileError && (thrown.cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT'
    if (path === OPTIONAL_FOLDER && isMissing) return []
    throw thrown
  }
}

const expected = `a glossary (${glossarySuffixes}) or a translation memory (.tmx)`
