/**
 * A page → the blocks of its article.
 */
import { type Block, block, type Draft, squeeze } from '../draft.ts'
import { textBlocks } from '../text.ts'
import { blocksOf, type PageBlock } from './blocks.ts'
import { choose, isCaption, visible } from './choose.ts'
import type { Hints } from './features.ts'
import { pageModel } from './forest.ts'
import { metadataOf, type Sources, sourcesOf, stringOf, titleOf } from './metadata/index.ts'
import { shapeOf } from './shape.ts'
import { foldText, Shingles } from './shingles.ts'
import { parsePage } from './tree.ts'
import { weigh } from './weigh.ts'

export interface ReadPage {
  readonly blocks: readonly PageBlock[]
  readonly sources: Sources
  /** The article's whole text, by JSON-LD. */
  readonly body: string | undefined
  readonly hints: Hints
}

export function readPage(html: string): ReadPage {
  const page = parsePage(html)
  const sources = sourcesOf(page)
  const body = stringOf(sources.ld?.articleBody)
  const hints = { title: titleOf(sources) ?? '', body: body === undefined ? undefined : new Shingles(body) }
  return { blocks: blocksOf(page.root), sources, body, hints }
}

/** A page, or part of one with what stands around articles. What has none of these is an article's own text, as feeds and databases keep it. */
const whole = /<(?:!doctype|html|head|body|nav|header|footer|aside|main|form|script)\b/i

export function htmlDraft(html: string, model = pageModel()): Draft {
  const { blocks: everything, sources, body, hints } = readPage(html)
  const chosen = whole.test(html) ? chooseBlocks(everything, weigh(everything, hints, model)) : everything
  const metadata = metadataOf(sources, everything, chosen)
  const hidden = body === undefined ? undefined : hiddenBody(body, everything)
  const blocks = withoutHead(hidden ?? (chosen.length > 0 ? chosen : everything), hints.title, [
    metadata.byline,
    sources.meta.get('author'),
    sources.site,
  ])
  return { blocks, removed: chrome(everything, blocks), title: hints.title === '' ? undefined : hints.title, metadata }
}

/** Words below which a page is too small to see an article in it: it is all article. */
const SMALL = 40

function chooseBlocks(blocks: readonly PageBlock[], chances: readonly number[]): readonly PageBlock[] {
  const words = blocks.map(({ text }) => shapeOf(text).words)
  if (words.reduce((sum, count) => sum + count, 0) < SMALL) return blocks
  const able = visible(blocks, chances, words).map((chance, index) =>
    isCaption(blocks[index]!) || !spoken.test(blocks[index]!.text) ? 0 : chance,
  )
  const chosen = choose(able, words)
  return blocks.filter((_, index) => chosen[index] || (chosen[index - 1] && chosen[index + 1] && isWithin(blocks, index, able[index]!)))
}

/** Whether a heading that was not chosen for itself belongs to the chosen blocks before and after it. */
function isWithin(blocks: readonly PageBlock[], index: number, chance: number): boolean {
  const [before, heading, after] = [blocks[index - 1]!, blocks[index]!, blocks[index + 1]!]
  const { parent } = heading.element
  return heading.heading && chance > 0.1 && before.element.parent === parent && after.element.parent === parent
}

/** A line of asterisks says nothing. */
const spoken = /[\p{L}\p{N}]/u

/** How many blocks at the beginning may be the title or the byline, and how much longer than the name a line with the byline is. */
const HEAD_BLOCKS = 4
const BY = 12

/** @param names of those who may stand in a byline, the site's too */
function withoutHead(blocks: readonly Block[], title: string, names: readonly (string | undefined)[]): readonly Block[] {
  const foldedTitle = foldText(title)
  const folded = names.map((name) => foldText(name ?? '')).filter((name) => name !== '')
  return blocks.filter(({ text }, index) => {
    if (index >= HEAD_BLOCKS) return true
    const line = foldText(text)
    return line !== foldedTitle && !folded.some((name) => line.endsWith(name) && line.length <= name.length + BY)
  })
}

/** Characters from which the body in a page's metadata is an article and no teaser. */
const LONG = 500

/** The body that the page's metadata give, when the page itself shows less than half of it: its script would put it there. */
function hiddenBody(body: string, blocks: readonly Block[]): readonly Block[] | undefined {
  if (body.length < LONG) return undefined
  const shown = new Shingles(blocks.map(({ text }) => text).join('\n'))
  if ((shown.share(body) ?? 1) >= 0.5) return undefined
  return /<(?:p|br|div)\b/i.test(body)
    ? blocksOf(parsePage(body).root).map(({ text }) => block(text))
    : textBlocks(body).map(({ text }) => block(squeeze(text)))
}

/** What of the page is not in the article: menus, teasers, comments. Neighbours make one piece. */
function chrome(everything: readonly Block[], body: readonly Block[]): Draft['removed'] {
  const kept = new Set(body.map(({ text }) => text))
  const pieces: string[][] = [[]]
  for (const { text } of everything) {
    if (kept.has(text)) pieces.push([])
    else pieces.at(-1)?.push(text)
  }
  return pieces.filter((piece) => piece.length > 0).map((piece) => ({ rule: 'page-chrome', text: piece.join('\n') }))
}
