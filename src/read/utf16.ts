import { wideEncodingOf } from './decode.ts'
import { peek } from './peek.ts'
import type { Source } from './source.ts'

/**
 * The same source, its bytes in UTF-8 where they were in UTF-16, for readers that look for the ends of lines and pages in bytes. What is no UTF-16
 * becomes U+FFFD.
 */
export async function inUtf8(source: Source): Promise<Source> {
  const { head, bytes } = await peek(source.bytes)
  const label = wideEncodingOf(head) ?? (source.encoding === undefined ? wideByFirst(head) : new TextDecoder(source.encoding).encoding)
  if (label !== 'utf-16le' && label !== 'utf-16be') return { ...source, bytes }
  return { ...source, encoding: undefined, bytes: transcoded(bytes, new TextDecoder(label)) }
}

/** Records begin in ASCII, whatever they are written in (RFC 4627, section 3). */
function wideByFirst(head: Buffer): string | undefined {
  if (head.length < 2 || (head[0] === 0) === (head[1] === 0)) return undefined
  return head[0] === 0 ? 'utf-16be' : 'utf-16le'
}

async function* transcoded(bytes: AsyncIterable<Buffer>, decoder: InstanceType<typeof TextDecoder>): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) yield Buffer.from(decoder.decode(chunk, { stream: true }))
  yield Buffer.from(decoder.decode())
}
