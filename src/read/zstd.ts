/** Zstandard (RFC 8878), frame by frame. Node has it from 22.15 on only. */
import { Decompress } from 'fzstd'
import { messageOf, RejectError } from '../errors.ts'
import { Bytes } from './bytes.ts'

/** Bytes of a frame that later ones may refer to, and that are held therefore; what `zstd` itself takes without being asked (--long=27). */
const MAX_WINDOW = 128 * 1024 * 1024

/** @throws RejectError 'malformed'; 'too-large' when a frame asks for more memory than it should get */
export async function* unzstd(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const input = new Bytes(bytes)
  for (;;) {
    const magic = await input.take(4)
    if (magic.length === 0) return
    if (/^5.2a4d18$/.test(magic.toString('hex'))) {
      const length = (await exactly(input, 4)).readUInt32LE(0)
      if ((await input.skip(length)) < length) throw cut()
    } else if (magic.toString('hex') === '28b52ffd') yield* frame(input, magic)
    else throw new RejectError('malformed', 'not valid zstd: expected the beginning of a frame')
  }
}

async function* frame(input: Bytes, magic: Buffer): AsyncGenerator<Buffer> {
  const flags = await exactly(input, 1)
  const bits = flags[0]!
  const isSingle = (bits & 0x20) !== 0
  const dictionary = [0, 1, 2, 4][bits & 3]!
  const size = [isSingle ? 1 : 0, 2, 4, 8][bits >> 6]!
  const rest = await exactly(input, (isSingle ? 0 : 1) + dictionary + size)
  if (windowOf(rest, isSingle, dictionary, size) > MAX_WINDOW)
    throw new RejectError(
      'too-large',
      `its zstd frames ask for more than ${MAX_WINDOW / 2 ** 20} MB of memory; compress it again without --long or --ultra`,
    )
  let output: Buffer[] = []
  const decoder = new Decompress((data) => output.push(Buffer.from(data.buffer, data.byteOffset, data.length)))
  const push = (data: Buffer, last: boolean): Buffer[] => {
    output = []
    try {
      decoder.push(data, last)
    } catch (cause) {
      throw new RejectError('malformed', `not valid zstd: ${messageOf(cause)}`, { cause })
    }
    return output
  }
  let head = Buffer.concat([magic, flags, rest])
  for (let isLast = false; !isLast; ) {
    const start = await exactly(input, 3)
    const value = start.readUIntLE(0, 3)
    isLast = (value & 1) === 1
    const block = await exactly(input, (value >> 1) % 4 === 1 ? 1 : value >> 3)
    const checksum = isLast && (bits & 4) !== 0 ? await exactly(input, 4) : Buffer.alloc(0)
    yield* push(Buffer.concat([head, start, block, checksum]), isLast)
    head = Buffer.alloc(0)
  }
}

/** RFC 8878, 3.1.1.1. */
function windowOf(rest: Buffer, isSingle: boolean, dictionary: number, size: number): number {
  if (!isSingle) {
    const base = 2 ** (10 + (rest[0]! >> 3))
    return base + (base / 8) * (rest[0]! & 7)
  }
  const field = rest.subarray(dictionary, dictionary + size)
  return size === 8 ? Number(field.readBigUInt64LE(0)) : field.readUIntLE(0, size)
}

async function exactly(input: Bytes, length: number): Promise<Buffer> {
  const bytes = await input.take(length)
  if (bytes.length < length) throw cut()
  return bytes
}

function cut(): RejectError {
  return new RejectError('malformed', 'not valid zstd: the file ends too early; fetch it again')
}
