/**
 * What stands around and in an article without being part of it: taken out, each piece under the name of its rule.
 * Precision comes first. What is doubtful stays.
 */
import type { Removed } from '../../article.ts'
import { appealOpeners, appealSigns } from './appeals.ts'
import type { Block } from './draft.ts'
import { linePhrases, networks, type Phrases, tailHeadings } from './phrases.ts'

export interface Ruled {
  readonly blocks: readonly Block[]
  readonly removed: readonly Removed[]
}

/** Longest line a line rule looks at, in UTF-16 code units. */
const MAX_LINE = 140
/** Longest paragraph of an appeal; its opening is a line. */
const MAX_APPEAL = 500
/** Most blocks between the opening of an appeal and its last plea. */
const MAX_APPEAL_BLOCKS = 15

function wholeLine(phrases: Phrases): RegExp {
  return new RegExp(`^(?:${alternatives(phrases)})$`, 'u')
}

function alternatives(phrases: Phrases): string {
  return Object.values(phrases).flat().join('|').replaceAll('( …)', '(:? …)').replaceAll('…', '.{0,80}')
}

const lineRules = Object.entries(linePhrases).map(([rule, phrases]) => ({ rule, pattern: wholeLine(phrases) }))
const network = new RegExp(`^${networks}$`, 'u')
const headingRules = Object.entries(tailHeadings).map(([rule, phrases]) => ({ rule, pattern: wholeLine(phrases) }))
const opener = new RegExp(alternatives(appealOpeners), 'u')
const plea = new RegExp(alternatives(appealSigns), 'u')

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
  markNetworks(blocks, reasons)
  markReferences(blocks, reasons)
  markTails(blocks, reasons)
  markAppeals(blocks, reasons)
  return {
    blocks: blocks.filter((_, index) => reasons[index] === undefined),
    removed: blocks.flatMap(({ text }, index) => (reasons[index] === undefined ? [] : [{ rule: reasons[index], text }])),
  }
}

function lineRule(text: string): string | undefined {
  if (text.length > MAX_LINE) return undefined
  const line = bare(text)
  return lineRules.find(({ pattern }) => pattern.test(line))?.rule
}

/** A button's label alone is a word like any other; next to another one it is a button. */
function markNetworks(blocks: readonly Block[], reasons: (string | undefined)[]): void {
  const labels = blocks.map(({ text }) => text.length <= 20 && network.test(bare(text)))
  labels.forEach((label, index) => {
    const near = [index - 1, index + 1]
    if (label && near.some((other) => labels[other] || reasons[other] === 'share-call')) reasons[index] = 'share-call'
  })
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

/**
 * An appeal runs from its opening to its last plea; a plea without an opening goes alone.
 * It ends in the first fifth or the last two fifths: in the middle, an article may be about donations.
 */
function markAppeals(blocks: readonly Block[], reasons: (string | undefined)[]): void {
  const rest = blocks.flatMap((_, index) => (reasons[index] === undefined ? [index] : []))
  const pleas = rest.map((index) => matches(plea, blocks[index]!.text))
  const length = (place: number) => blocks[rest[place] ?? -1]?.text.length ?? Number.POSITIVE_INFINITY
  const opens = (place: number) => length(place) <= MAX_LINE && matches(opener, blocks[rest[place]!]!.text)
  /** The last of the short paragraphs after the opening. */
  const reach = (place: number) => {
    let end = place
    while (end - place < MAX_APPEAL_BLOCKS && length(end + 1) <= MAX_APPEAL) end += 1
    return end
  }
  const edge = (place: number) => place < rest.length * 0.2 || place >= rest.length * 0.6
  for (let place = 0; place < rest.length; place += 1) {
    const last = opens(place) ? pleas.lastIndexOf(true, reach(place)) : pleas[place] ? place : -1
    if (last < place || !edge(last)) continue
    for (; place <= last; place += 1) reasons[rest[place]!] = 'donation-appeal'
    place -= 1
  }
}

function matches(pattern: RegExp, text: string): boolean {
  return text.length <= MAX_APPEAL && pattern.test(fold(text))
}
