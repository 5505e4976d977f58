/** What would be read, without reading it. */
import { messageOf } from '../errors.ts'
import { find } from './find.ts'
import type { Fields } from './formats/fields.ts'
import { type Format, sniffCompression, sniffFormat } from './formats/index.ts'
import { decompress } from './open.ts'
import type { Skipped } from './source.ts'
import type { FoundFile } from './versions.ts'

/** A file of the input, and how it would be read. */
export interface Surveyed {
  readonly file: string
  readonly format: Format
  readonly compression: 'gzip' | 'bzip2' | 'zstd' | undefined
  /** As stored; of a member of an archive, unpacked. */
  readonly bytes: number
}

export interface Survey {
  readonly files: readonly Surveyed[]
  /** Files without a reader, hidden ones, READMEs. */
  readonly skipped: readonly Skipped[]
  /** Files that would be rejected as they stand, and why. */
  readonly rejected: readonly { readonly file: string; readonly detail: string }[]
}

/**
 * Of standard input nothing is known before it is read.
 * @throws UsageError when a path does not exist
 */
export async function survey(paths: readonly string[], fields: Fields = {}): Promise<Survey> {
  const files: Surveyed[] = []
  const skipped: Skipped[] = []
  const rejected: { file: string; detail: string }[] = []
  const given = paths.filter((path) => path !== '-')
  for await (const found of find(given, (skip) => skipped.push(skip))) {
    if ('rejected' in found) {
      if (found.rejected.kind === 'rejected')
        rejected.push({ file: found.rejected.rejected.origin.file, detail: found.rejected.rejected.detail })
      continue
    }
    for (const file of found.story) {
      try {
        files.push(await told(file, fields))
      } catch (thrown) {
        rejected.push({ file: file.file, detail: messageOf(thrown) })
      }
    }
  }
  return { files, skipped, rejected }
}

async function told({ file, format, compression, size, open }: FoundFile, fields: Fields): Promise<Surveyed> {
  if (format !== undefined) return { file, format, compression, bytes: size }
  const head = await first(open())
  const packed = sniffCompression(head)
  const plain = packed === undefined ? head : await first(decompress(one(head), packed))
  return { file, format: sniffFormat(plain, fields), compression: packed, bytes: size }
}

async function* one(head: Buffer): AsyncGenerator<Buffer> {
  yield head
}

async function first(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  for await (const chunk of bytes) return chunk
  return Buffer.alloc(0)
}
