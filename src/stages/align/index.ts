import type { Aligned, Alignment, Normalized, NormalizedText, Translation } from '../../article.ts'
import type { Stage } from '../../stage.ts'
import { alignSegments } from './segments.ts'

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
  if (translation.engine !== 'given') return oneToOne(translation)
  return alignSegments(
    source.segments.map(({ text }) => text),
    target.segments.map(({ text }) => text),
    { from: source.language, to: target.language },
  )
}

/** Segment i translates segment i. Where nobody has translated it, the source stands alone: the empty segment is no text to list. */
function oneToOne({ segments }: Translation): Alignment[] {
  return segments.map(({ origin }, index) =>
    origin === 'missing' ? { source: [index], target: [], score: 0 } : { source: [index], target: [index], score: 1 },
  )
}
