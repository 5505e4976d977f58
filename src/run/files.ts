/** Files that are whole or not there, and errors that say what to do. */
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { UsageError } from '../errors.ts'

/** Writes `lines` to `path` under a temporary name, makes sure they are on the disk, and moves the file into place. */
export async function writeWhole(path: string, lines: Iterable<string>): Promise<void> {
  const temporary = `${path}.tmp`
  await mkdir(dirname(path), { recursive: true })
  try {
    const file = await open(temporary, 'w')
    try {
      for (const chunk of chunked(lines)) await file.appendFile(chunk)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (thrown) {
    await rm(temporary, { force: true })
    throw thrown
  }
}

/** Lines joined to pieces of about a megabyte, so that neither a call a line nor the whole file is held. */
function* chunked(lines: Iterable<string>): Generator<string> {
  let chunk = ''
  for (const line of lines) {
    chunk += `${line}\n`
    if (chunk.length > 1 << 20) {
      yield chunk
      chunk = ''
    }
  }
  if (chunk !== '') yield chunk
}

/**
 * The lines of a file of ours, one at a time. Node's readline would also split at U+2028 and U+2029, which JSON lets stand
 * inside a string.
 */
export async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
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
