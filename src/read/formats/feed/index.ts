/**
 * Feeds: RSS 0.9x and 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0; an article an item, in whatever length the feed gives it.
 */
import { RejectError } from '../../../errors.ts'
import { tooLarge } from '../../collect.ts'
import { decodeStream } from '../../decode.ts'
import { orRejected, type ReadItem, type Source } from '../../source.ts'
import { itemArticle } from './item.ts'
import { FeedParser, type Item } from './parser.ts'

/** A feed that breaks off gives the items before that. */
export async function* readFeed({ file, id, bytes, encoding, at }: Source): AsyncGenerator<ReadItem> {
  const parser = new FeedParser()
  let count = 0
  const take = (item: Item): ReadItem => {
    count += 1
    const fallbackId = `${id}-${count}`
    const read = (): ReadItem => {
      if (item.tooLarge) throw tooLarge()
      if (!item.closed) throw new RejectError('malformed', 'the file ends inside this item; fetch it again')
      return itemArticle(item, { file, fallbackId })
    }
    return orRejected(read, fallbackId, file, item.line)
  }
  for await (const chunk of decodeStream(bytes, { encoding })) {
    yield* parser.push(chunk).map(take)
    at(parser.line)
  }
  yield* parser.end().map(take)
  if (!parser.isWhole)
    throw new RejectError('malformed', `the file ends inside the feed, after ${count} items: more may be missing; fetch it again`)
  if (count === 0) throw new RejectError('empty', 'the feed holds no items')
}
