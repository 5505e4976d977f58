/** Blocks of text → sentences, each with its language and its place. */
import type { Detected, Language, Passage, Segment, Segmented, Span } from '../../article.ts'
import type { Stage } from '../../stage.ts'
import { splitSentences } from './split.ts'

export { segmentText, splitSentences } from './split.ts'

/** Splits each block of an article into sentences by the rules of the language it is in. A segment never crosses a block. */
export function segment(): Stage<Detected, Segmented> {
  return { name: 'segment', run: (article) => ({ ...article, segments: segmentsOf(article) }) }
}

function segmentsOf({ text, blocks, passages, language }: Detected): Segment[] {
  const segments: Segment[] = []
  const languages = new Coverage(passages, language)
  blocks.forEach((block, index) => {
    const whole = text.slice(block.start, block.end)
    for (const { start, end } of splitSentences(whole, languages.of(block))) {
      const span = { start: block.start + start, end: block.start + end }
      segments.push({ span, text: text.slice(span.start, span.end), language: languages.of(span), block: index })
    }
  })
  return segments
}

/** Looks up which language covers most of a span. Spans are asked for in rising order of their starts. */
class Coverage {
  readonly #passages: readonly Passage[]
  readonly #fallback: Language
  #first = 0

  constructor(passages: readonly Passage[], fallback: Language) {
    this.#passages = passages
    this.#fallback = fallback
  }

  /** The article's own language when no passage covers the span, or two cover it alike. */
  of(span: Span): Language {
    while (this.#first < this.#passages.length && this.#passages[this.#first]!.end <= span.start) this.#first++
    const covered = new Map<Language, number>()
    for (let i = this.#first; i < this.#passages.length && this.#passages[i]!.start < span.end; i++) {
      const { start, end, language } = this.#passages[i]!
      covered.set(language, (covered.get(language) ?? 0) + Math.min(end, span.end) - Math.max(start, span.start))
    }
    let best = this.#fallback
    for (const [language, length] of covered) if (length > (covered.get(best) ?? 0)) best = language
    return best
  }
}
