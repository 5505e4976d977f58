/**
 * Paths as given → the files to read, in a fixed order.
 */
import type { Dirent, Stats } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { messageOf, UsageError } from '../errors.ts'
import { formatOf, knownSuffixes } from './formats.ts'
import { pathId } from './id.ts'
import { type ReadItem, rejected, type Skipped } from './source.ts'
import { type FoundFile, stories } from './versions.ts'

/** The files of one story: a version in each language, or, mostly, one file. Or why there is none. */
export type Found = { readonly story: readonly FoundFile[] } | { readonly rejected: ReadItem }

/**
 * Folders are walked in code-unit order of the names in them. In a folder, only files with a suffix that has a reader are articles;
 * all others are skipped. A file named on its own must have one, or none at all.
 * @throws UsageError when a path does not exist. Nothing has been read by then.
 */
export async function* find(paths: readonly string[], skipped: (skipped: Skipped) => void): AsyncGenerator<Found> {
  const roots: { path: string; stats: Stats }[] = []
  for (const path of paths) roots.push({ path, stats: await statInput(path) })
  /** Folders walked so far, so that a link to one of them is no way into a circle. */
  const walked = new Set<string>()
  let named: FoundFile[] = []
  for (const { path, stats } of roots) {
    const file = slashes(path)
    if (stats.isDirectory()) {
      for (const story of stories(named)) yield { story }
      named = []
      yield* walk({ path, steps: [] }, walked, skipped)
      continue
    }
    const { stem, format, compression } = formatOf(basename(path))
    if (format === undefined && /\.[a-z]\w*$/i.test(stem) && stats.isFile()) {
      yield {
        rejected: rejected(pathId([basename(path)]), file, 1, 'unsupported', `no reader for this suffix; expected one of ${knownSuffixes}`),
      }
      continue
    }
    named.push({ path, file, id: pathId([stem]), stem, format, compression })
  }
  for (const story of stories(named)) yield { story }
}

/** @throws UsageError when there is nothing at `path` */
export async function statInput(path: string): Promise<Stats> {
  try {
    return await stat(path)
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    throw new UsageError(missing ? `${path}: no such file or folder` : messageOf(cause), { cause })
  }
}

interface Folder {
  readonly path: string
  /** Names of the folders from the root given down to this one. */
  readonly steps: readonly string[]
}

async function* walk(folder: Folder, walked: Set<string>, skipped: (skipped: Skipped) => void): AsyncGenerator<Found> {
  const skip = (path: string, reason: string) => skipped({ file: slashes(path), reason, count: 1 })
  let entries: Dirent[]
  try {
    const { dev, ino } = await stat(folder.path)
    const key = `${dev}:${ino}`
    if (walked.has(key)) return skip(folder.path, 'a folder read already')
    walked.add(key)
    entries = await readdir(folder.path, { withFileTypes: true })
  } catch (cause) {
    yield { rejected: rejected(pathId([...folder.steps, 'folder']), slashes(folder.path), 1, 'unreadable', messageOf(cause)) }
    return
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  const files: FoundFile[] = []
  const folders: Folder[] = []
  for (const { name } of entries) {
    const path = join(folder.path, name)
    // `stat`, not the entry's own type: links are followed. A broken link with the name of an article is rejected when it is opened.
    const stats = name.startsWith('.') ? undefined : await stat(path).catch(() => undefined)
    const { stem, format, compression } = formatOf(name)
    if (name.startsWith('.')) skip(path, 'hidden')
    else if (stats?.isDirectory()) folders.push({ path, steps: [...folder.steps, name] })
    else if (stats?.isFile() === false) skip(path, 'not a file')
    else if (format === undefined) skip(path, 'no reader for this suffix')
    else files.push({ path, file: slashes(path), id: pathId([...folder.steps, stem]), stem, format, compression })
  }
  let next = 0
  for (const story of stories(files)) {
    for (; next < folders.length && folders[next]!.path < story[0]!.path; next += 1) yield* walk(folders[next]!, walked, skipped)
    yield { story }
  }
  for (const inner of folders.slice(next)) yield* walk(inner, walked, skipped)
}

function slashes(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path
}
