import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { FileError, messageOf } from '../../errors.ts'
import { LOG } from '../judgementlog.ts'
import { readJsonl } from './jsonl.ts'
import type { Reader } from './reader.ts'
import { readTable } from './table.ts'
import { readTbx } from './tbx.ts'

/** Which reader a file needs, by its suffix. */
const readers: readonly (readonly [RegExp, Reader])[] = [
  [/\.(?:csv|tsv)$/i, readTable],
  [/\.(?:jsonl|ndjson)$/i, readJsonl],
  [/\.tbx$/i, readTbx],
]

/** For messages and help. */
export const glossarySuffixes = '.csv, .tsv, .jsonl, .tbx'

/** What stands beside glossaries under a name that would make it one. */
const otherFiles = new Set([LOG])

/** Whether a file of that name is a table of names. */
export function isGlossary(path: string): boolean {
  return readerOf(path) !== undefined
}

export function readerOf(path: string): Reader | undefined {
  if (otherFiles.has(basename(path))) return undefined
  return readers.find(([suffix]) => suffix.test(path))?.[1]
}

/**
 * The files at `path` that are `wanted`: the path itself, or those of a folder (not of its folders), by name, so that their order is the same everywhere.
 * @throws FileError when there is no such path, or a file is not wanted
 */
export async function filesAt(path: string, wanted: (name: string) => boolean, expected: string): Promise<readonly string[]> {
  let isFolder: boolean
  try {
    isFolder = (await stat(path)).isDirectory()
  } catch (cause) {
    throw new FileError(path, 0, `glossary cannot be read: ${messageOf(cause)}`, 0, { cause })
  }
  if (!isFolder) {
    if (wanted(path)) return [path]
    throw new FileError(path, 0, `expected ${expected}, or a folder of them`)
  }
  const names = (await readdir(path)).filter(wanted)
  // Code units, not the locale.
  return names.toSorted((a, b) => (a < b ? -1 : 1)).map((name) => join(path, name))
}
