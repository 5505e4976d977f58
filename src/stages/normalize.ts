import type { Mention, Normalized, NormalizedText, Span, Translated, Translation } from '../article.ts'
import type { Glossary } from '../glossary/index.ts'
import type { Stage } from '../stage.ts'
import { type Evidence, findMentions, moveSpans, rewrite } from './link/index.ts'

/**
 * Writes the names of the source and of each translation as the glossary does. What is linked in a source sentence is expected in the sentence
 * that translates it, so that a name the engine garbled is known there. Text outside the rewritten names stays byte by byte as it was.
 */
export function normalize({ glossary }: { readonly glossary: Glossary }): Stage<Translated, Normalized> {
  return {
    name: 'normalize',
    run: (article) => ({
      ...article,
      normalized: {
        source: rewritten(article, article.mentions, article.titleMentions),
        translations: article.translations.map((translation) => normalizeTranslation(article, translation, glossary)),
      },
    }),
  }
}

function normalizeTranslation(article: Translated, translation: Translation, glossary: Glossary): NormalizedText {
  const { language, text, title } = translation
  const mentions = findMentions(text, language, glossary, evidenceFor(article, translation))
  const inTitle = [...new Set([...article.titleMentions, ...mentions].map(({ entry }) => entry))]
  const titleMentions = findMentions(title, language, glossary, [{ span: { start: 0, end: title.length }, entries: inTitle }])
  return rewritten(translation, mentions, titleMentions)
}

/** What the source says of each segment of the translation; of a translation that was given, only what it says as a whole. */
function evidenceFor(article: Translated, translation: Translation): Evidence[] {
  const all = [...new Set(article.mentions.map(({ entry }) => entry))]
  if (translation.engine === 'given') return [{ span: { start: 0, end: translation.text.length }, entries: all }]
  let next = 0
  return article.segments.flatMap(({ span }, index) => {
    const entries = new Set<string>()
    while (next < article.mentions.length && article.mentions[next]!.span.start < span.end) {
      const mention = article.mentions[next++]!
      if (mention.span.start >= span.start) entries.add(mention.entry)
    }
    const target = translation.segments[index]
    return target === undefined || entries.size === 0 ? [] : [{ span: target.span, entries: [...entries] }]
  })
}

interface Text {
  readonly language: string
  readonly title: string
  readonly text: string
  readonly segments: readonly { readonly span: Span }[]
}

function rewritten(
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
