import type { Aligned, Language, Mention, Segment, Span, Translation } from '../../../article.ts'
import { segmentChecks } from '../../segment-checks.ts'

/** One language's text before the rewrite, with the mentions that say what is rewritten, and what it became. */
export interface Side {
  readonly language: Language
  readonly title: string
  readonly titleMentions: readonly Mention[]
  readonly titleAfter: string
  readonly segments: readonly { readonly span: Span; readonly text: string; readonly block: number }[]
  /** As many as `segments`. */
  readonly mentions: readonly (readonly Mention[])[]
  /** Each segment with its names as the glossary writes them. */
  readonly after: readonly string[]
  /** Of each segment: codes of what looks wrong in it. */
  readonly checks: readonly (readonly string[])[]
}

/** The article's own text, then each translation. */
export function sidesOf(article: Aligned): readonly [Side, ...Side[]] {
  const { language, title, segments, normalized, translations } = article
  return [
    side({ language, title, segments }, normalized.source, []),
    ...translations.map((translation, at) => side(translation, normalized.translations[at], segmentChecks(article, at))),
  ]
}

function side(
  { language, title, segments }: Pick<Side, 'language' | 'title' | 'segments'>,
  after: Aligned['normalized']['source'] | undefined,
  checks: Side['checks'],
): Side {
  return {
    ...{ language, title, segments, checks },
    titleMentions: after?.titleMentions ?? [],
    titleAfter: after?.title ?? title,
    mentions: mentionsBySegment(segments, after?.mentions ?? []),
    after: (after?.segments ?? segments).map(({ text }) => text),
  }
}

/** The mentions that stand wholly in each segment. Both lists are in the order of the text. */
function mentionsBySegment(segments: readonly Pick<Segment, 'span'>[], mentions: readonly Mention[]): readonly (readonly Mention[])[] {
  let next = 0
  return segments.map(({ span }) => {
    while (next < mentions.length && mentions[next]!.span.start < span.start) next += 1
    const first = next
    while (next < mentions.length && mentions[next]!.span.end <= span.end) next += 1
    return mentions.slice(first, next)
  })
}

/** Sentences of the article and of a translation that stand beside each other; without a score while they are not aligned. */
export interface Beside {
  readonly source: readonly number[]
  readonly target: readonly number[]
  readonly score?: number
}

/** The alignments; until there are any, each segment beside its own translation. */
export function besideOf({ segments, alignments }: Aligned, translation: Translation, at: number): readonly Beside[] {
  const aligned = alignments[at]?.alignments ?? []
  if (aligned.length > 0) return aligned
  return segments.map((_, index) => ({ source: [index], target: translation.segments[index]?.text ? [index] : [] }))
}
