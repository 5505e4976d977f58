import type { Language, Segment, Span } from '../../article.ts'
import { sentenceJoiner } from '../../language.ts'

/** The whole text: segments of a block joined as the language joins sentences, blocks by a blank line. What is missing takes no room. */
export function layOut(
  source: readonly Segment[],
  found: readonly { readonly text: string }[],
  to: Language,
): { text: string; spans: readonly Span[] } {
  let text = ''
  let lastBlock: number | undefined
  const spans = source.map(({ block }, index): Span => {
    const segment = found[index]!.text
    if (segment !== '') {
      if (lastBlock !== undefined) text += block === lastBlock ? sentenceJoiner(to) : '\n\n'
      lastBlock = block
    }
    const start = text.length
    text += segment
    return { start, end: text.length }
  })
  return { text, spans }
}
