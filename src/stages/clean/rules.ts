/**
 * What a wiki prints around an article, and the lists of sources and links behind any: taken out, each piece under the name of its rule.
 */
import type { Removed } from '../../article.ts'
import type { Block } from './draft.ts'
import { type Phrases, tailHeadings, wikiChrome } from './phrases.ts'

export interface Ruled {
  readonly blocks: readonly Block[]
  readonly removed: readonly Removed[]
}

/** Longest line a line rule looks at, in UTF-16 code units. */
const MAX_LINE = 140

function wholeLine(phrases: Phrases): RegExp {
  return new RegExp(`^(?:${alternatives(phrases)})$`, 'u')
}

function alternatives(phrases: Phrases): string {
  return Object.values(phrases).flat().join('|').replaceAll('( …)', '(:? …)').replaceAll('…', '.{0,80}')
}

const chrome = wholeLine(wikiChrome)
const headingRules = Object.entries(tailHeadings).map(([rule, phrases]) => ({ rule, pattern: wholeLine(phrases) }))

/** Lower case, straight quotes, single spaces. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”„«»]/g, '"')
}

/** `fold`, without the punctuation, bullets and emoji at the ends. */
function bare(line: string): string {
  return fold(line)
    .replace(/^[^\p{L}\p{N}©(出]+/u, '')
    .replace(/[^\p{L}\p{N})』]+$/u, '')
}

/** Applies all rules that look at whole blocks. */
export function takeOut(blocks: readonly Block[]): Ruled {
  const reasons: (string | undefined)[] = blocks.map(({ text }) => lineRule(text))
  markReferences(blocks, reasons)
  markTails(blocks, reasons)
  return {
    blocks: blocks.filter((_, index) => reasons[index] === undefined),
    removed: blocks.flatMap(({ text }, index) => (reasons[index] === undefined ? [] : [{ rule: reasons[index], text }])),
  }
}

function lineRule(text: string): string | undefined {
  if (text.length > MAX_LINE) return undefined
  const line = bare(text)
  return chrome.test(line) ? 'wiki-chrome' : undefined
}

/** '1. ^ "Title"…', '2. ↑ a b Author…': how a wiki prints its footnotes. */
export const footnote = /^(?:\d{1,4}\. ?)?(?:\^|↑|Jump up\b)(?: |$)/

function markReferences(blocks: readonly Block[], reasons: (string | undefined)[]): void {
  blocks.forEach(({ text }, index) => {
    if (footnote.test(text)) reasons[index] ??= 'reference-list'
  })
}

/** From a heading such as 'References' to the next block that does not look like an entry of a list. */
function markTails(blocks: readonly Block[], reasons: (string | undefined)[]): void {
  let tail: string | undefined
  blocks.forEach(({ text, heading }, index) => {
    const start = text.length <= 60 ? headingRules.find(({ pattern }) => pattern.test(bare(text)))?.rule : undefined
    if (start !== undefined && (heading || index * 3 >= blocks.length)) tail = start
    else if (heading || isProse(text)) tail = undefined
    if (start !== undefined && tail !== undefined) reasons[index] = tail
    else if (tail !== undefined) reasons[index] ??= tail
  })
}

/** What a bibliography or a list of links has and a paragraph mostly has not. */
const citation =
  /https?:|www\.|doi[: ]|isbn|issn|\bpp?\. ?\d|\bvol\. ?\d|retrieved|archived|abgerufen|consulté|consultado|\(\d{4}\)|\b(19|20)\d\d\b/i

function isProse(text: string): boolean {
  return text.length > 160 && (!citation.test(text) || text.length > 700)
}
