/**
 * Files of lines, as they are or compressed. Compressed, every line is a gzip member of its own (RFC 1952), which says in its header how long
 * it is (extra field 'Sy'): any gzip reads the file, and one line can be read without those before it, as in bioinformatics' BGZF.
 */
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** First byte and bytes of a line in its file, without a line break. */
export interface Place {
  readonly start: number
  readonly length: number
}

/** RFC 1952, 2.3: gzip, deflate, an extra field, no time, no flags, made on no system in particular; then the field: 8 bytes, 'Sy', 4 of them. */
const HEAD = Buffer.from([0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 255, 8, 0, 0x53, 0x79, 4, 0])
/** And the member's length, little-endian. */
const HEAD_LENGTH = HEAD.length + 4
/** CRC-32 and length of what was compressed. */
const TAIL_LENGTH = 8

/** A line, with its line break, as a member. */
export function compressed(line: string): Buffer {
  const content = Buffer.from(`${line}\n`)
  const deflated = deflateRawSync(content)
  const member = Buffer.alloc(HEAD_LENGTH + deflated.length + TAIL_LENGTH)
  HEAD.copy(member)
  member.writeUInt32LE(member.length, HEAD.length)
  deflated.copy(member, HEAD_LENGTH)
  member.writeUInt32LE(crc32(content), HEAD_LENGTH + deflated.length)
  member.writeUInt32LE(content.length, HEAD_LENGTH + deflated.length + 4)
  return member
}

/** @throws Error when it is damaged */
function lineIn(member: Buffer): string {
  const content = inflateRawSync(member.subarray(HEAD_LENGTH, -TAIL_LENGTH))
  if (crc32(content) !== member.readUInt32LE(member.length - TAIL_LENGTH)) throw new Error('a compressed line is damaged')
  return content.toString('utf8', 0, content.length - 1)
}

/** Whether the file begins as a compressed one does: no line of JSON does. */
export async function isCompressed(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 2 && buffer.readUInt16BE() === 0x1f8b
  } finally {
    await file.close()
  }
}

/**
 * The lines of a file of ours, one at a time. Node's readline would also split at U+2028 and U+2029, which JSON lets stand inside a string.
 * @throws Error when what is compressed is damaged
 */
export async function* linesOf(path: string): AsyncGenerator<string> {
  for await (const { line } of placedLinesOf(path)) yield line
}

/** Lines, and where they stand. */
export async function* placedLinesOf(path: string): AsyncGenerator<Place & { readonly line: string }> {
  let start = 0
  if (await isCompressed(path)) {
    for await (const member of membersOf(path)) {
      yield { start, length: member.length, line: lineIn(member) }
      start += member.length
    }
    return
  }
  let rest = ''
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const length = Buffer.byteLength(line)
      yield { start, length, line }
      start += length + 1
    }
  }
  if (rest !== '') yield { start, length: Buffer.byteLength(rest), line: rest }
}

async function* membersOf(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    rest = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer])
    for (;;) {
      const length = rest.length < HEAD_LENGTH ? Number.POSITIVE_INFINITY : lengthOf(rest)
      if (rest.length < length) break
      yield rest.subarray(0, length)
      rest = rest.subarray(length)
    }
  }
  if (rest.length > 0) throw new Error('a compressed line is cut off')
}

function lengthOf(member: Buffer): number {
  const length = member.readUInt32LE(HEAD.length)
  if (!member.subarray(0, HEAD.length).equals(HEAD) || length <= HEAD_LENGTH + TAIL_LENGTH) throw new Error('a compressed line is damaged')
  return length
}

/** The line at a place that `placedLinesOf` gave. */
export async function lineAt(file: FileHandle, { start, length }: Place): Promise<string> {
  const bytes = Buffer.alloc(length)
  await file.read(bytes, 0, length, start)
  return bytes[0] === HEAD[0] ? lineIn(bytes) : bytes.toString('utf8')
}
