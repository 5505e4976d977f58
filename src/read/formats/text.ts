import { RejectError } from '../../errors.ts'
import { collect } from '../collect.ts'
import { decodeText } from '../decode.ts'
import { article, type ReadItem, type Source } from '../source.ts'

/** One file, one article. */
export async function* readText({ file, id, bytes, encoding }: Source): AsyncGenerator<ReadItem> {
  const { text: body, warnings } = decodeText(await collect(bytes), { encoding })
  if (body.trim() === '') throw new RejectError('empty', 'the file holds nothing but white space')
  yield article(file, { id, line: 1, body, format: 'text', warnings })
}
