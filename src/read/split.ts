import { linesBefore } from './decode.ts'
import { MAX_ARTICLE_BYTES } from './source.ts'

export interface Slice {
  /** Undefined when the slice is larger than an article may be: it was passed over, not buffered. */
  readonly bytes: Buffer | undefined
  /** 1-based line the slice starts on. */
  readonly line: number
  /** Whether a delimiter follows: false for what the stream ends with. */
  readonly closed: boolean
}

/** What stands between the delimiters of a stream, and after the last one, unless that is nothing. Holds one slice at a time. */
export async function* split(chunks: AsyncIterable<Buffer>, delimiter: string): AsyncGenerator<Slice> {
  const width = Buffer.byteLength(delimiter)
  let parts: Buffer[] = []
  let size = 0
  let line = 1
  let newlines = 0
  const add = (part: Buffer): void => {
    size += part.length
    newlines += linesBefore(part, part.length)
    if (size > MAX_ARTICLE_BYTES) parts = []
    else parts.push(part)
  }
  const take = (closed: boolean): Slice => {
    const slice = { bytes: size > MAX_ARTICLE_BYTES ? undefined : Buffer.concat(parts), line, closed }
    line += newlines + (delimiter === '\n' ? 1 : 0)
    parts = []
    size = 0
    newlines = 0
    return slice
  }
  /** Bytes that may be the beginning of a delimiter. */
  let carry = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const data = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk
    let start = 0
    for (let end = data.indexOf(delimiter); end >= 0; end = data.indexOf(delimiter, start)) {
      add(data.subarray(start, end))
      yield take(true)
      start = end + width
    }
    const kept = Math.max(start, data.length - width + 1)
    add(data.subarray(start, kept))
    carry = Buffer.from(data.subarray(kept))
  }
  add(carry)
  if (size > 0) yield take(false)
}
