import type { Mention, Normalized, NormalizedText, Span, Translated, Translation } from '../article.ts'
import type { Glossary } from '../glossary/index.ts'
import type { Stage } from '../stage.ts'
import { type Evidence, entriesIn, findMentions, judged, moveSpans, rewrite } from './link/index.ts'

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
  const judge = (mentions: readonly Mention[]) => judged(mentions, glossary.judgements, article.id)
  const mentions = judge(findMentions(text, language, glossary, evidenceFor(article, translation)))
  const expected = entriesIn([...article.titleMentions, ...mentions])
  const inTitle = findMentions(title, language, glossary, [{ span: { start: 0, end: title.length }, entries: expected }])
  return rewritten(translation, mentions, judge(inTitle))
}

/** What the source says of each segment of the translation; of a translation that was given, only what it says as a whole. */
function evidenceFor(article: Translated, translation: Translation): Evidence[] {
  if (translation.engine === 'given') {
    return [{ span: { start: 0, end: translation.text.length }, entries: entriesIn(article.mentions) }]
  }
  let next = 0
  return article.segments.flatMap(({ span }, index) => {
    const inside: Mention[] = []
    while (next < article.mentions.length && article.mentions[next]!.span.start < span.end) {
      const mention = article.mentions[next++]!
      if (mention.span.start >= span.start) inside.push(mention)
    }
    const target = translation.segments[index]
    const entries = entriesIn(inside)
    return target === undefined || entries.length === 0 ? [] : [{ span: target.span, entries }]
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
