import type { Aligned, Alignment, Normalized, NormalizedText, Translation } from '../../article.ts'
import type { Stage } from '../../stage.ts'
import { alignSegments, scoresBeside } from './segments.ts'

export { formatLadder, parseLadder } from './ladder.ts'
export { type AlignOptions, alignSegments } from './segments.ts'

/** Pairs each translation's segments with the source's. A given translation is aligned; one made segment by segment already is. */
export function align(): Stage<Normalized, Aligned> {
  return {
    name: 'align',
    run: (article) => ({
      ...article,
      alignments: article.translations.map((translation, index) => ({
        language: translation.language,
        alignments: alignmentsOf(article.normalized.source, translation, article.normalized.translations[index]!),
      })),
    }),
  }
}

function alignmentsOf(source: NormalizedText, translation: Translation, target: NormalizedText): Alignment[] {
  if (translation.status === 'pending') return []
  if (translation.engine !== 'given') return oneToOne(source, translation, target)
  return alignSegments(
    source.segments.map(({ text }) => text),
    target.segments.map(({ text }) => text),
    { from: source.language, to: target.language },
  )
}

/**
 * Segment i translates segment i, which the score does not take for granted: a low one says that the two do not look like it. Where nobody has
 * translated it, the source stands alone: the empty segment is no text to list.
 */
function oneToOne(source: NormalizedText, { segments }: Translation, target: NormalizedText): Alignment[] {
  const made = segments.flatMap(({ origin }, index) => (origin === 'missing' ? [] : [index]))
  const scores = scoresBeside(
    made.map((index) => source.segments[index]!.text),
    made.map((index) => target.segments[index]!.text),
  )
  const scoreOf = new Map(made.map((index, at) => [index, scores[at]!]))
  return segments.map((_, index) => {
    const score = scoreOf.get(index)
    return score === undefined ? { source: [index], target: [], score: 0 } : { source: [index], target: [index], score }
  })
}
