/**
 * A page → the blocks of its article. The main content is found by Mozilla's Readability on a page pruned of what surrounds it.
 */
import { Readability } from '@mozilla/readability'
import type { Block, Draft } from '../draft.ts'
import { type DomNode, parseDocument } from './dom.ts'
import { readClaims } from './metadata.ts'
import { isTame, plainBlocks } from './plain.ts'
import { prune } from './prune.ts'
import { type DomBlock, serialize } from './serialize.ts'

/** Below this many characters an extraction may have lost the article to the pruning. */
const SHORT = 500

export function htmlDraft(html: string): Draft {
  if (!isTame(html)) return { blocks: plainBlocks(html), removed: [] }
  const page = parseDocument(html)
  const { title, metadata } = readClaims(page)
  const everything = serialize(page.body)
  let blocks = mainBlocks(html, true)
  if (size(blocks) < SHORT) {
    const unpruned = mainBlocks(html, false)
    if (size(unpruned) > 1.5 * size(blocks)) blocks = unpruned
  }
  // A page too small for Readability to see an article in it is all article.
  if (blocks.length === 0) blocks = everything
  const body = blocks.filter(({ text }, index) => index > 2 || text !== title)
  return { blocks: body, removed: chrome(everything, body), title, metadata }
}

function size(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0)
}

function mainBlocks(html: string, pruned: boolean): readonly DomBlock[] {
  const document = parseDocument(html)
  if (pruned) prune(document)
  const article = new Readability<DomNode>(document as unknown as ReadabilityDocument, {
    serializer: (node) => node as unknown as DomNode,
  }).parse()
  if (!article?.content) return []
  return serialize(article.content).filter((block) => !isLinkList(block))
}

type ReadabilityDocument = ConstructorParameters<typeof Readability>[0]

/** A short block that is nearly all link: a teaser, a tag, a button. */
function isLinkList({ text, linked }: DomBlock): boolean {
  return text.length < 140 && linked > text.length * 0.8
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
