/** Files that are whole or not there, and errors that say what to do. */

import { createHash, randomBytes } from 'node:crypto'
import { copyFile, link, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import pLimit from 'p-limit'
import { UsageError } from '../errors.ts'
import { compressed } from './lines.ts'

/**
 * Makes a folder and those above it that are not there, one at a time: below /proc and the like, where no folder can be made, Node's own
 * recursive way never ends (libuv takes the error for a missing parent, again and again).
 * @throws UsageError where the file system makes no folders
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    const parent = dirname(path)
    const isThere = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    )
    if (isThere) return
    if (code !== 'ENOENT' || parent === path) throw thrown
    const parentIsThere = await stat(parent).then(
      () => true,
      () => false,
    )
    if (parentIsThere) throw new UsageError(`${path}: no folder can be made there; choose another folder with -o`, { cause: thrown })
    await makeFolder(parent)
    await mkdir(path)
  }
}

/** A process may have 1,024 files open on many systems, and a dump has more shards than that. */
const FILES_AT_ONCE = 64

/** What `work`, which opens a file, gives for each item, in order; as many at once as any system bears. */
export function fewAtOnce<In, Out>(items: readonly In[], work: (item: In) => Promise<Out>): Promise<Out[]> {
  return pLimit(FILES_AT_ONCE).map(items, work)
}

/** How files end that are being written, or that a kill left behind. */
export const TEMPORARY = '.tmp'

/**
 * Writes `lines` to `path` under a temporary name, makes sure they are on the disk, and moves the file into place.
 * @param options.compress each line is made a gzip member of its own (lines.ts)
 * @returns sha256 of what was written, hexadecimal
 */
export async function writeWhole(
  path: string,
  lines: Iterable<string> | AsyncIterable<string>,
  { compress = false }: { readonly compress?: boolean } = {},
): Promise<string> {
  // Of its own: two processes that write the same file do not mix.
  const temporary = `${path}.${randomBytes(6).toString('hex')}${TEMPORARY}`
  const hash = createHash('sha256')
  await makeFolder(dirname(path))
  try {
    const file = await open(temporary, 'w')
    try {
      for await (const chunk of chunked(lines, compress)) {
        hash.update(chunk)
        await file.appendFile(chunk)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
    return hash.digest('hex')
  } catch (thrown) {
    await rm(temporary, { force: true })
    throw thrown
  }
}

/** A second name for a file's bytes, or a copy of them on a file system without links. A file that is there is replaced. */
export async function linkOrCopy(from: string, to: string): Promise<void> {
  await rm(to, { force: true })
  await link(from, to).catch(() => copyFile(from, to))
}

/** Lines joined to pieces of about a megabyte, so that neither a call a line nor the whole file is held. */
async function* chunked(lines: Iterable<string> | AsyncIterable<string>, compress: boolean): AsyncGenerator<Buffer> {
  let chunk: (string | Buffer)[] = []
  let size = 0
  const joined = (): Buffer => (compress ? Buffer.concat(chunk as Buffer[]) : Buffer.from((chunk as string[]).join('')))
  for await (const line of lines) {
    const piece = compress ? compressed(line) : `${line}\n`
    chunk.push(piece)
    size += piece.length
    if (size > 1 << 20) {
      yield joined()
      chunk = []
      size = 0
    }
  }
  if (size > 0) yield joined()
}

const remedies: Record<string, string> = {
  ENOSPC: 'the disk is full; free some space, or choose another folder with -o',
  EDQUOT: 'the disk quota is used up; free some space, or choose another folder with -o',
  EACCES: 'permission denied; choose another folder with -o, or change its rights',
  EPERM: 'permission denied; choose another folder with -o, or change its rights',
  EROFS: 'the file system is read-only; choose another folder with -o',
  ENOTDIR: 'a file stands where a folder is needed; choose another folder with -o',
  EEXIST: 'a file stands where a folder is needed; choose another folder with -o',
}

/**
 * What a failed write in `folder` means to the user: finished shards are kept, and the same command goes on from there.
 * Anything that is not a failed write is returned as it is.
 */
export function asWriteError(thrown: unknown, folder: string): unknown {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    const { code, path } = error as NodeJS.ErrnoException
    const remedy = code === undefined ? undefined : remedies[code]
    if (remedy === undefined) continue
    return new UsageError(`${path ?? folder}: cannot be written: ${remedy}. Finished work is kept: the same command goes on from there.`, {
      cause: thrown,
    })
  }
  return thrown
}
