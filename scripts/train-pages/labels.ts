/**
 * Pages with known articles → what each of their blocks is.
 */
import type { BodySample, SnippetSample } from '../../bench/extract/sets.ts'
import type { PageBlock } from '../../src/stages/clean/html/blocks.ts'
import { foldText, Shingles } from '../../src/stages/clean/html/shingles.ts'

/** 1: of the article; 0: not; undefined: unknown. */
export type Label = 0 | 1 | undefined

/** A block is of the article when half of its shingles are; a shorter one when the article has it as a line. */
export function labelBody({ body }: BodySample, blocks: readonly PageBlock[]): Label[] {
  const known = new Shingles(body)
  const lines = new Set(body.split('\n').map(foldText))
  lines.delete('')
  return blocks.map(({ text }) => ((known.share(text) ?? Number(lines.has(foldText(text)))) >= 0.5 ? 1 : 0))
}

/** Only the blocks with a snippet are known, and the paragraphs between two of them in one element. */
export function labelSnippets(sample: SnippetSample, blocks: readonly PageBlock[]): Label[] {
  const squeezed = (snippets: readonly string[]) =>
    snippets.map((snippet) => snippet.replace(/\s+/g, ' ').trim()).filter((snippet) => snippet !== '')
  const [wanted, unwanted] = [squeezed(sample.with), squeezed(sample.without)]
  const labels: Label[] = blocks.map(({ text }) => (unwanted.some((snippet) => text.includes(snippet)) ? 0 : undefined))
  for (const snippet of wanted) {
    // Of several blocks with the snippet the longest: teasers repeat the beginning of an article.
    let best = -1
    blocks.forEach(({ text }, index) => {
      if (labels[index] !== 0 && text.includes(snippet) && text.length > (blocks[best]?.text.length ?? 0)) best = index
    })
    if (best >= 0) labels[best] = 1
  }
  blocks.forEach(({ element, text }, index) => {
    if (labels[index] !== undefined || element.tag !== 'p' || text.length < 60) return
    const among = (from: number, step: number): boolean => {
      for (let at = from; at >= 0 && at < blocks.length && Math.abs(at - index) < 60; at += step) {
        if (labels[at] === 0) return false
        if (labels[at] === 1 && blocks[at]!.element.parent === element.parent) return true
      }
      return false
    }
    if (among(index - 1, -1) && among(index + 1, 1)) labels[index] = 1
  })
  return labels
}
