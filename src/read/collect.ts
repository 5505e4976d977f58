import { RejectError } from '../errors.ts'
import { MAX_ARTICLE_BYTES } from './source.ts'

/** The whole file, when it is one article. @throws RejectError 'too-large' or 'empty' */
export async function collect(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > MAX_ARTICLE_BYTES) throw tooLarge()
    chunks.push(chunk)
  }
  if (size === 0) throw new RejectError('empty', 'the file is empty')
  return Buffer.concat(chunks)
}

export function tooLarge(): RejectError {
  return new RejectError(
    'too-large',
    `more than ${MAX_ARTICLE_BYTES / 1024 / 1024} MB for one article; split it, or use JSONL with an article a line`,
  )
}
