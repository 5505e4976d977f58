/**
 * Real pages as copies: what stands around their articles, line by line, as a plain reader of HTML would copy it. Of a line of it nobody knows more than
 * that it is none of the article's.
 */
import { cleanPage } from '../../bench/extract/clean.ts'
import { countSnippets } from '../../bench/extract/score.ts'
import { type BodySample, bodySamples, type SnippetSample, snippetSamples } from '../../bench/extract/sets.ts'
import { decodeHtml } from '../../src/read/decode.ts'
import { signatureOf } from '../../src/stages/clean/head.ts'
import { readPage } from '../../src/stages/clean/html/index.ts'
import { labelBody } from '../train-pages/labels.ts'
import type { CopyLine } from './compose.ts'
import type { TrainingCopy } from './learn.ts'

/** Lines before and behind the article that are taken: the nearest; and of the article itself its beginning and its end. Pages have hundreds. */
const BEFORE = 6
const BEHIND = 14
const OPENING = 8
const CLOSING = 6
/** Lines right before the article of which nothing is learned: titles, decks, who wrote it and when, in words that no rule knows all of. */
const HEAD = 4
/** What a line of a page weighs beside one of a copy made by rules. */
const WEIGHT = 0.5

/**
 * The pages with known bodies, and those whose article as it is taken out has every snippet that it must and none that it must not have.
 * SYNOPTIC_DATA must be set.
 */
export async function pageCopies(): Promise<readonly TrainingCopy[]> {
  const copies: TrainingCopy[] = []
  for (const sample of bodySamples()) copies.push(...copyOf(sample, (await cleanPage(sample)).title))
  for (const sample of snippetSamples()) {
    const { title, text } = await cleanPage(sample)
    const { missed, wrong } = countSnippets(sample.with, sample.without, text)
    if (missed === 0 && wrong === 0) copies.push(...copyOf({ ...sample, body: text }, title))
  }
  return copies
}

function copyOf(sample: BodySample | (SnippetSample & { body: string }), title: string): TrainingCopy[] {
  const { blocks } = readPage(decodeHtml(sample.html).text)
  const labels = labelBody(sample, blocks)
  const [first, last] = [labels.indexOf(1), labels.lastIndexOf(1)]
  if (first < 0) return []
  const lines = blocks.map(({ text }, index): CopyLine => {
    const line = text.replace(/\s+/g, ' ').trim()
    const isOfHead = line === title || (index >= first - HEAD && index <= first)
    return {
      text: line,
      label: isOfHead ? 'unknown' : labels[index] === 1 ? 'body' : signatureOf(line) === undefined ? 'around' : 'byline',
    }
  })
  const near = [
    ...lines.slice(Math.max(0, first - BEFORE), Math.min(first + OPENING, last + 1)),
    ...lines.slice(Math.max(first + OPENING, last + 1 - CLOSING), last + 1 + BEHIND),
  ].filter(({ text }) => text !== '')
  return [{ id: sample.site, lines: near, isReal: false, weight: WEIGHT }]
}
