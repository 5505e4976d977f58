import type { Language, Segmented, TranslatedSegment, Translation } from '../../article.ts'
import { type EngineError, withRemedy } from '../../errors.ts'
import { type Judgements, sameSentence } from '../../glossary/index.ts'
import { UNDETERMINED } from '../../language.ts'
import type { Context } from '../../stage.ts'

/** Why texts are missing still. @param found of each segment, and last of the title */
export function warnOf(
  error: EngineError,
  found: readonly Pick<TranslatedSegment, 'origin'>[],
  { article, to }: { readonly article: Segmented; readonly to: Language },
  { warn }: Context,
): void {
  const open = found.flatMap(({ origin }, index) => (origin === 'missing' ? [index] : []))
  // The title, which comes last, has no span.
  const span = article.segments[open[0] ?? 0]?.span
  if (error.code === 'refused-text') {
    warn('segment-failed', `${to}: ${open.length} of ${found.length} texts not translated: ${error.message}`, span)
  } else {
    warn('engine-unavailable', `${to}: ${withRemedy(error)}`)
  }
}

/** What looks wrong. @param checks codes of each segment */
export function warnOfChecks(checks: readonly (readonly string[])[], to: Language, { warn }: Context): void {
  const counts = new Map<string, number>()
  for (const code of checks.flat()) counts.set(code, (counts.get(code) ?? 0) + 1)
  if (counts.size === 0) return
  const suspects = checks.filter(({ length }) => length > 0).length
  const list = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, count]) => `${code} ${count}`)
  warn('translation-check', `${to}: ${suspects} of ${checks.length} segments look wrong: ${list.join(', ')}`)
}

/** What people wrote of the article and nobody asks for. @param translations made of it */
export function warnOfUnmet(
  article: Segmented,
  translations: readonly Translation[],
  judgements: Judgements | undefined,
  { warn }: Context,
): void {
  const texts = new Set([article.title, ...article.segments.map(({ text }) => text)].map(sameSentence))
  for (const judgement of judgements?.sentences.ofArticle(article.id) ?? []) {
    if (judgement.judgement !== 'translation') continue
    const { from, to, source } = judgement
    const translation = translations.find(({ language }) => language === to)
    const isAsked = [article, ...article.segments].some(({ language }) => language === from || language === UNDETERMINED)
    const why =
      translation === undefined
        ? 'there is no translation into this language'
        : translation.engine === 'given'
          ? 'the translation was given with the input, and is changed there'
          : !texts.has(sameSentence(source))
            ? 'the sentence is no longer there'
            : isAsked
              ? undefined
              : `the article is in ${article.language}, not in ${from}`
    if (why !== undefined) warn('judgement-unmet', `${to}: translation of '${source}': ${why}`)
  }
}
