import { RejectError } from '../../errors.ts'
import { decodeHtml } from '../decode.ts'
import { peek } from '../peek.ts'
import type { Reader, ReadItem, Source } from '../source.ts'

/** What an XML file holds is told by its root element. */
const roots: readonly (readonly [RegExp, () => Promise<Reader>])[] = [
  [/^mediawiki$/, async () => (await import('./mediawiki.ts')).readMediawiki],
  [/^(\w+:)?(rss|feed|rdf)$/i, async () => (await import('./feed/index.ts')).readFeed],
  [/^html$/i, async () => (await import('./html.ts')).readHtml],
]

/** @throws RejectError 'unsupported' when it is some other XML */
export async function* readXml(source: Source): AsyncGenerator<ReadItem> {
  const { head, bytes } = await peek(source.bytes)
  if (head.length === 0) throw new RejectError('empty', 'the file is empty')
  const root = rootOf(decodeHtml(head, { encoding: source.encoding }).text)
  const load = roots.find(([name]) => name.test(root))?.[1]
  if (load === undefined)
    throw new RejectError(
      'unsupported',
      `expected a MediaWiki export (<mediawiki>) or a feed (<rss>, <feed>, <rdf:RDF>), got <${root.slice(0, 40)}>; convert other XML to JSONL, an article a line`,
    )
  const reader = await load()
  yield* reader({ ...source, bytes })
}

/** The name of the first element, past declaration, comments and document type. */
function rootOf(head: string): string {
  const bare = head
    .replace(/<!--[\s\S]*?(-->|$)/g, '')
    .replace(/<!DOCTYPE\b[^>[]*(\[[\s\S]*?\]\s*)?>/i, '')
    .replace(/<\?[\s\S]*?\?>/g, '')
  return /<([\w:.-]+)/.exec(bare)?.[1] ?? ''
}
