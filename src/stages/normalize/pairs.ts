import type { Segment, Span, Translated, Translation } from '../../article.ts'

/** A sentence, and where in the translation that stands which says the same. */
export interface SentencePair {
  /** In the source's text. */
  readonly source: Span
  /** In the translation's. */
  readonly target: Span
}

/** How far a given translation may have moved a sentence, in sentences either way. */
const MOVED = 2

/**
 * The sentences of `article`, each with its translation: segment by segment where there are as many. A translation that was given may divide
 * its sentences otherwise; there a sentence is looked for about as far into the text.
 */
export function sentencePairs(
  { segments }: Pick<Translated, 'segments'>,
  translation: Pick<Translation, 'segments' | 'engine'>,
): SentencePair[] {
  const targets = translation.segments
  if (targets.length === segments.length)
    return segments.map(({ span }, at) => ({ source: span, target: targets[at]!.span })).filter(isDone)
  if (translation.engine !== 'given' || targets.length === 0) {
    return segments
      .slice(0, targets.length)
      .map(({ span }, at) => ({ source: span, target: targets[at]!.span }))
      .filter(isDone)
  }
  const last = targets.length - 1
  return segments.map(({ span }: Segment, at) => {
    const about = segments.length === 1 ? last / 2 : (at / (segments.length - 1)) * last
    const from = targets[Math.max(0, Math.floor(about) - MOVED)]!
    const to = targets[Math.min(last, Math.ceil(about) + MOVED)]!
    return { source: span, target: { start: from.span.start, end: to.span.end } }
  })
}

function isDone({ target }: SentencePair): boolean {
  return target.end > target.start
}
