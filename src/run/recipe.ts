/**
 * What articles are processed with: the glossary, the memories, the engines and the languages asked for, as plain data that
 * can be sent to a worker, and a hash of it that tells whether a finished result still holds.
 */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from '../article.ts'
import type { Config } from '../config.ts'
import { FileError, messageOf } from '../errors.ts'
import { sha256 } from './plan.ts'
import { version } from './version.ts'

export interface Recipe {
  /** Glossary files, .csv. */
  readonly glossary: readonly string[]
  /** Translation memories, .tmx. */
  readonly memory: readonly string[]
  readonly to: readonly Language[]
  /** sha256 of the content of all of that, of the engines asked for, and of this program's version. */
  readonly hash: string
}

/** The folder that is read for glossaries and memories when nothing was said; it need not exist. */
const OPTIONAL_FOLDER = 'glossary'

/** @throws FileError when a glossary path is not there or is of no known kind */
export async function recipeOf(config: Config): Promise<Recipe> {
  const files = (await Promise.all(config.glossary.map(glossaryFiles))).flat()
  const contents = await Promise.all(files.map((file) => readFile(file)))
  return {
    glossary: files.filter((file) => file.endsWith('.csv')),
    memory: files.filter((file) => file.endsWith('.tmx')),
    to: config.to,
    // Latin-1 maps bytes to characters one to one: a hash of the bytes, whatever their encoding.
    hash: sha256(version, ...config.to, '', ...config.engines, '', ...contents.map((content) => content.toString('latin1'))),
  }
}

/** Glossaries and memories at `path`, a file or a folder; by name, so that the order is the same everywhere. */
export async function glossaryFiles(path: string): Promise<readonly string[]> {
  let isFolder: boolean
  try {
    isFolder = (await stat(path)).isDirectory()
  } catch (thrown) {
    if (path === OPTIONAL_FOLDER && (thrown as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw new FileError(path, 0, `glossary cannot be read: ${messageOf(thrown)}`, 0, { cause: thrown })
  }
  if (isFolder)
    return (await readdir(path))
      .filter(isGlossary)
      .sort()
      .map((name) => join(path, name))
  if (isGlossary(path)) return [path]
  throw new FileError(path, 0, 'expected a glossary (.csv), a translation memory (.tmx), or a folder of them')
}

function isGlossary(name: string): boolean {
  return name.endsWith('.csv') || name.endsWith('.tmx')
}
