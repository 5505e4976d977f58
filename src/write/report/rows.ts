import type { Aligned, Language, Mention, Span, Translation } from '../../article.ts'
import { mentionsBySegment } from './marks.ts'

/** UTF-16 code units of text a page shows of one language pair; the files hold the rest. */
const PAGE_LIMIT = 200_000

/** Segments that stand beside each other: indexes into either side's segments. */
export interface Row {
  readonly source: readonly number[]
  readonly target: readonly number[]
  readonly score?: number
}

/** One language's text before the rewrite, with the mentions that say what is rewritten. */
export interface Side {
  readonly language: Language
  readonly title: string
  readonly titleMentions: readonly Mention[]
  readonly segments: readonly { readonly span: Span; readonly text: string; readonly block: number }[]
  /** As many as `segments`. */
  readonly mentions: readonly (readonly Mention[])[]
}

export function sourceSide({ language, title, segments, normalized }: Aligned): Side {
  const { titleMentions, mentions } = normalized.source
  return { language, title, titleMentions, segments, mentions: mentionsBySegment(segments, mentions) }
}

export function targetSide({ normalized }: Aligned, { language, title, segments }: Translation, at: number): Side {
  const { titleMentions, mentions } = normalized.translations[at] ?? { titleMentions: [], mentions: [] }
  return { language, title, titleMentions, segments, mentions: mentionsBySegment(segments, mentions) }
}

/** The alignments; until there are any, each segment beside its own translation. */
export function rowsOf({ segments, alignments }: Aligned, translation: Translation, at: number): readonly Row[] {
  const aligned = alignments[at]?.alignments ?? []
  if (aligned.length > 0) return aligned
  return segments.map((_, index) => ({ source: [index], target: translation.segments[index]?.text ? [index] : [] }))
}

/** The rows a page has room for, and how many are left. */
export function withinLimit(rows: readonly Row[], source: Side, target?: Side): { shown: readonly Row[]; left: number } {
  let room = PAGE_LIMIT
  const end = rows.findIndex((row) => {
    room -= textLength(source, row.source) + textLength(target, row.target)
    return room < 0
  })
  // A first row without room is still shown: `marked` cuts it.
  const shown = end < 0 ? rows : rows.slice(0, Math.max(1, end))
  return { shown, left: rows.length - shown.length }
}

function textLength(side: Side | undefined, indexes: readonly number[]): number {
  return indexes.reduce((sum, index) => sum + (side?.segments[index]?.text.length ?? 0), 0)
}
