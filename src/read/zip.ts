/** Zip archives: their members as if they were the files of a folder. */
import { isUtf8 } from 'node:buffer'
import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { messageOf, RejectError } from '../errors.ts'

export interface Member {
  /** With '/' between folders. */
  readonly name: string
  /** Bytes, unpacked, as the archive says. */
  readonly size: number
  /** Decompressed. @throws RejectError while it is read */
  readonly open: () => AsyncIterable<Buffer>
}

export interface Archive {
  /** Files alone, in code-unit order of their names. */
  readonly members: readonly Member[]
  /** Why those above are not all, when the list of members breaks off. */
  readonly fault: string | undefined
  readonly close: () => void
}

/** @throws RejectError 'malformed' when it is no zip archive */
export async function openZip(path: string): Promise<Archive> {
  const zip = await yauzl.openPromise(path, { lazyEntries: true, decodeStrings: false, autoClose: false }).catch((cause: unknown) => {
    throw new RejectError('malformed', `not a zip archive: ${messageOf(cause)}`, { cause })
  })
  const members: Member[] = []
  let fault: string | undefined
  try {
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry)
      if (!name.endsWith('/')) members.push({ name, size: entry.uncompressedSize, open: () => openMember(zip, entry) })
    }
  } catch (thrown) {
    fault = `the list of its members breaks off after ${members.length}: ${messageOf(thrown)}`
  }
  members.sort((a, b) => (a.name < b.name ? -1 : 1))
  return { members, fault, close: () => zip.close() }
}

/** Most programs write UTF-8 and not all of them say so. */
function nameOf({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): string {
  const flags = isUtf8(fileNameRaw) ? generalPurposeBitFlag | 0x800 : generalPurposeBitFlag
  return yauzl.getFileNameLowLevel(flags, fileNameRaw, extraFields, false)
}

async function* openMember(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) throw new RejectError('unsupported', 'it is encrypted; unpack the archive first')
  let stream: Readable | undefined
  let sum = 0
  try {
    stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum)
      yield chunk
    }
  } catch (cause) {
    throw new RejectError('malformed', `could not be unpacked: ${messageOf(cause)}`, { cause })
  } finally {
    stream?.destroy()
  }
  if (sum !== entry.crc32) throw new RejectError('malformed', 'damaged in the archive: its checksum is not what it should be')
}
