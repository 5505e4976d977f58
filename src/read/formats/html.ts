import { RejectError } from '../../errors.ts'
import { collect } from '../collect.ts'
import { decodeHtml } from '../decode.ts'
import { article, type ReadItem, type Source } from '../source.ts'

/** One page, one article; decoded only. What of it is the article is for cleaning to say. */
export async function* readHtml({ file, id, bytes, encoding }: Source): AsyncGenerator<ReadItem> {
  const { text: body, warnings } = decodeHtml(await collect(bytes), { encoding })
  if (body.trim() === '') throw new RejectError('empty', 'the file holds nothing but white space')
  yield article(file, { id, line: 1, body, format: 'html', warnings })
}
