/** Text files of ours, of any size. */
import { open } from 'node:fs/promises'
import { FileError, messageOf } from '../errors.ts'

const CHUNK_BYTES = 1 << 18

/**
 * The text of a file, piece by piece, without its byte order mark: UTF-8, or UTF-16 with a byte order mark, as spreadsheets export it.
 * @throws FileError with the line of what is no text in that encoding, or when the file cannot be read.
 */
export async function* chunksOf(file: string): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let line = 1
  let bytes: Buffer = Buffer.alloc(0)
  try {
    await using handle = await open(file)
    for await (bytes of handle.createReadStream({ highWaterMark: CHUNK_BYTES, autoClose: false }) as AsyncIterable<Buffer>) {
      decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true })
      yield decoder.decode(bytes, { stream: true })
      line += linesIn(bytes)
    }
    bytes = Buffer.alloc(0)
    yield decoder?.decode() ?? ''
  } catch (thrown) {
    if (!(thrown instanceof Error) || thrown instanceof FileError) throw thrown
    if ('code' in thrown && thrown.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw notDecodable(file, bytes, line, decoder!.encoding, thrown)
    throw new FileError(file, 0, `cannot be read: ${messageOf(thrown)}`, 0, { cause: thrown })
  }
}

function encodingOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}

function notDecodable(file: string, bytes: Buffer, line: number, encoding: string, cause: Error): FileError {
  const name = encoding.toUpperCase()
  const at = encoding === 'utf-8' ? line + badLine(bytes) : 0
  return new FileError(file, at, `is not ${name}; save it as UTF-8`, 0, { cause })
}

/** How many lines come before the first bytes that are not UTF-8. A line break never is part of a longer sequence. */
function badLine(bytes: Buffer): number {
  // The first lines may end a character that the chunk before began: a stray continuation byte at the very start is none.
  let start = 0
  while (start < 3 && (bytes[start]! & 0xc0) === 0x80) start += 1
  let lines = 0
  for (;;) {
    const feed = bytes.indexOf(0x0a, start)
    const end = feed < 0 ? bytes.length : feed + 1
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end), { stream: feed < 0 })
    } catch {
      return lines
    }
    if (feed < 0) return lines
    lines += 1
    start = end
  }
}

function linesIn(bytes: Buffer): number {
  let lines = 0
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) lines += 1
  return lines
}
