import type { Mention, NormalizedText, Span } from '../../article.ts'
import { moveSpans, rewrite } from '../link/index.ts'

interface Text {
  readonly language: string
  readonly title: string
  readonly text: string
  readonly segments: readonly { readonly span: Span }[]
}

/** The text with its names as the glossary writes them. @param mentions in `text`, in order, not overlapping */
export function rewritten(
  { language, title, text, segments }: Text,
  mentions: readonly Mention[],
  titleMentions: readonly Mention[],
): NormalizedText {
  const after = rewrite(text, mentions)
  const spans = moveSpans(
    segments.map(({ span }) => span),
    mentions,
  )
  return {
    language,
    title: rewrite(title, titleMentions),
    titleMentions,
    text: after,
    segments: spans.map((span) => ({ span, text: after.slice(span.start, span.end) })),
    mentions,
  }
}
