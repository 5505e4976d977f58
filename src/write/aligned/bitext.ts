import type { Aligned, Language } from '../../article.ts'
import { sentenceJoiner } from '../../language.ts'
import type { Sink } from '../sink.ts'

/** An article beside its text in one other language. */
export interface Bitext {
  /** Of the article. */
  readonly id: string
  readonly from: Language
  readonly to: Language
  readonly pairs: readonly Pair[]
}

/** What says the same on both sides. Either side may be empty, not both. */
export interface Pair {
  /** Indexes of the segments, rising. */
  readonly source: readonly number[]
  readonly target: readonly number[]
  /** 0..1 */
  readonly score: number
  /** The segments' texts, names as the glossary writes them, joined as their language joins sentences. */
  readonly sourceText: string
  readonly targetText: string
}

/** A file format for aligned text: what makes the sink of one language pair, in `folder`. */
export type Format = (options: {
  readonly folder: string
  readonly from: Language
  readonly to: Language
  readonly version: string
}) => Sink<Bitext>

/** The finished bitexts of an article; none while its translations are pending or failed. */
export function bitextsOf({ id, normalized, translations, alignments }: Aligned): Bitext[] {
  const { source } = normalized
  const from = source.language
  return translations.flatMap(({ language: to, status }, at) => {
    const target = normalized.translations[at]
    if (status !== 'done' || target === undefined) return []
    const pairs = (alignments[at]?.alignments ?? []).map((alignment) => ({
      ...alignment,
      sourceText: alignment.source.map((index) => source.segments[index]?.text).join(sentenceJoiner(from)),
      targetText: alignment.target.map((index) => target.segments[index]?.text).join(sentenceJoiner(to)),
    }))
    return [{ id, from, to, pairs }]
  })
}

/** A score as files show it: four decimals are more than any aligner means. */
export function formatScore(score: number): number {
  return Number(score.toFixed(4))
}
