import type { Alignment, Language } from '../article.ts'
import { baseLanguage } from '../language.ts'
import { alignSegments } from '../stages/align/index.ts'
import type { Version } from './version.ts'

/** Sentences of two versions that say the same; either side may be empty, not both. */
export interface Beside {
  /** Indexes, rising. */
  readonly a: readonly number[]
  readonly b: readonly number[]
  /** 0..1; 0 when one side is empty. */
  readonly score: number
}

/** Pairs the sentences of two versions, each of which comes up once; in one language, if a translation of the one or of both allows it. */
export function alignVersions(a: Version, b: Version): Beside[] {
  return aligned(a, b).map(({ source, target, score }) => ({ a: source, b: target, score }))
}

function aligned(a: Version, b: Version): Alignment[] {
  const languages = { from: a.language, to: b.language }
  if (isSame(a.language, b.language)) return alignSegments(a.sentences, b.sentences, languages)
  const [pivots, targetPivots] = [exactIn(a, b.language), exactIn(b, a.language)]
  if (pivots.length + targetPivots.length > 0) return alignSegments(a.sentences, b.sentences, { ...languages, pivots, targetPivots })
  for (const { language } of a.translations) {
    const [[one], [other]] = [exactIn(a, language), exactIn(b, language)]
    if (one !== undefined && other !== undefined) return alignSegments(one, other, { from: language, to: language })
  }
  return alignSegments(a.sentences, b.sentences, languages)
}

/** Translations into the language, a sentence for each of the version's own; what nobody translated stands in for itself. */
function exactIn({ sentences, translations }: Version, language: Language): string[][] {
  return translations
    .filter(
      (translation) => translation.exact && isSame(translation.language, language) && translation.sentences.length === sentences.length,
    )
    .map((translation) => translation.sentences.map((sentence, at) => (sentence.trim() === '' ? sentences[at]! : sentence)))
}

function isSame(a: Language, b: Language): boolean {
  return baseLanguage(a) === baseLanguage(b)
}
