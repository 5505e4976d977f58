/**
 * Paths as given → the files to read, in a fixed order.
 */
import type { Dirent, Stats } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { messageOf, RejectError, UsageError } from '../errors.ts'
import { formatOf, isZip, knownSuffixes, suffixOf } from './formats/index.ts'
import { pathId } from './id.ts'
import { openFile } from './open.ts'
import { type ReadItem, rejected, type Skipped } from './source.ts'
import { type FoundFile, stories } from './versions.ts'
import { type Archive, openZip } from './zip.ts'

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
    const name = basename(path)
    if (stats.isDirectory() || isZip(name)) {
      for (const story of stories(named)) yield { story }
      named = []
      yield* stats.isDirectory() ? walk({ path, steps: [] }, walked, skipped) : unpack(path, [name.slice(0, -4)], skipped)
      continue
    }
    const found = foundFile(path, [name], stats.size, () => openFile(path, stats.isFile() ? stats.size : undefined))
    if (found.format === undefined && suffixOf(name) !== '' && stats.isFile()) {
      yield {
        rejected: rejected(pathId([name]), file, 1, 'unsupported', `no reader for this suffix; expected one of ${knownSuffixes}`),
      }
      continue
    }
    named.push(found)
  }
  for (const story of stories(named)) yield { story }
}

/** @param steps folders from the root given down to the file, and its name */
function foundFile(path: string, steps: readonly string[], size: number, open: FoundFile['open']): FoundFile {
  const { stem, format, compression } = formatOf(steps.at(-1)!)
  return { path, file: slashes(path), id: pathId([...steps.slice(0, -1), stem]), stem, format, compression, size, open }
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
  readonly isZip?: boolean
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
    const found = foundFile(path, [...folder.steps, name], stats?.size ?? 0, () => openFile(path, stats?.size))
    const reason = whyNotRead(name, found)
    if (reason === 'hidden') skip(path, reason)
    else if (stats?.isDirectory()) folders.push({ path, steps: [...folder.steps, name] })
    else if (stats?.isFile() === false) skip(path, 'not a file')
    else if (isZip(name)) folders.push({ path, steps: [...folder.steps, name.slice(0, -4)], isZip: true })
    else if (reason !== undefined) skip(path, reason)
    else files.push(found)
  }
  const enter = (inner: Folder) => (inner.isZip ? unpack(inner.path, inner.steps, skipped) : walk(inner, walked, skipped))
  let next = 0
  for (const story of stories(files)) {
    for (; next < folders.length && folders[next]!.path < story[0]!.path; next += 1) yield* enter(folders[next]!)
    yield { story }
  }
  for (const inner of folders.slice(next)) yield* enter(inner)
}

/** Why a file in a folder is passed over, by its name. */
function whyNotRead(name: string, { format }: FoundFile): string | undefined {
  if (name.startsWith('.')) return 'hidden'
  // Data sets come with one; it tells of the articles and is none.
  if (/^readme\b/i.test(name)) return 'a README'
  // What has no suffix is told by its beginning.
  return format === undefined && suffixOf(name) !== '' ? `no reader for ${suffixOf(name)}` : undefined
}

/** The members of an archive, as a folder's files. Archives within are not opened: there is no end to how they can be nested. */
async function* unpack(path: string, steps: readonly string[], skipped: (skipped: Skipped) => void): AsyncGenerator<Found> {
  const file = slashes(path)
  const fail = (thrown: unknown): Found => {
    const { code, message } = thrown instanceof RejectError ? thrown : new RejectError('unreadable', messageOf(thrown))
    return { rejected: rejected(pathId(steps), file, 1, code, message) }
  }
  let archive: Archive
  try {
    archive = await openZip(path)
  } catch (thrown) {
    yield fail(thrown)
    return
  }
  try {
    const files: FoundFile[] = []
    for (const { name, size, open } of archive.members) {
      const parts = name.split('/').filter((part) => part !== '')
      const found = foundFile(join(path, ...parts), [...steps, ...parts], size, open)
      const hidden = parts.some((part) => part.startsWith('.') || part === '__MACOSX')
      const reason = hidden ? 'hidden' : isZip(name) ? 'an archive in an archive' : whyNotRead(parts.at(-1) ?? '', found)
      if (reason === undefined) files.push({ ...found, file: `${file}/${parts.join('/')}` })
      else skipped({ file: `${file}/${parts.join('/')}`, reason, count: 1 })
    }
    for (const story of stories(files)) yield { story }
    if (archive.fault !== undefined) yield fail(new RejectError('malformed', archive.fault))
  } finally {
    archive.close()
  }
}

function slashes(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path
}
