/**
 * What a page says of itself: JSON-LD, Open Graph, meta and time elements, its address, and the lines around its article. The most deliberate
 * statement wins.
 */
import type { Metadata } from '../../../../article.ts'
import { parseLanguage } from '../../../../language.ts'
import type { PageBlock } from '../blocks.ts'
import { bylineOf } from './byline.ts'
import { dateOf } from './date.ts'
import { stringOf } from './json-ld.ts'
import type { Sources } from './sources.ts'

export { stringOf } from './json-ld.ts'
export { type Sources, sourcesOf } from './sources.ts'
export { titleOf } from './title.ts'

/** How many blocks before the article, and after its beginning and its end, may tell who wrote it and when. */
const BEFORE = 12
const AFTER = 4
/** Longest line that may be a byline. */
const MAX_LINE = 120

export function metadataOf(sources: Sources, blocks: readonly PageBlock[], chosen: readonly PageBlock[]): Metadata {
  const { ld, meta, url, site } = sources
  const language = parseLanguage(stringOf(ld?.inLanguage) ?? sources.language ?? meta.get('og:locale')?.replace('_', '-') ?? '')
  const near = around(blocks, chosen)
  const inside = new Set(near)
  const found = dateOf(
    sources,
    near,
    blocks.filter((block) => !inside.has(block)),
    language,
  )
  const byline = bylineOf(
    sources,
    near.map(({ text }) => text).filter((text) => text.length <= MAX_LINE),
  )
  return {
    ...(byline !== undefined && { byline }),
    ...found,
    ...(language !== undefined && { language }),
    ...(url !== undefined && { url }),
    ...(site !== undefined && { site }),
  }
}

/** Blocks from the heading, or a few before the article, to a few into it; then those at its end. */
function around(blocks: readonly PageBlock[], chosen: readonly PageBlock[]): readonly PageBlock[] {
  const first = chosen[0] === undefined ? 0 : blocks.indexOf(chosen[0])
  const last = chosen.length === 0 ? 0 : blocks.indexOf(chosen.at(-1)!)
  const heading = blocks.slice(0, first + 1).findLastIndex(({ element }) => element.tag === 'h1')
  const start = Math.max(0, heading >= 0 && first - heading <= BEFORE ? heading - AFTER : first - BEFORE)
  return [
    ...blocks.slice(start, first + AFTER).filter((_, at) => start + at >= heading || heading < 0),
    ...blocks.slice(start, Math.max(start, heading)),
    ...blocks.slice(Math.max(first + AFTER, last - 1), last + AFTER),
  ]
}
