import type { Mention, Normalized, NormalizedText, Span, Translated, Translation } from '../../article.ts'
import type { Glossary } from '../../glossary/index.ts'
import type { Stage } from '../../stage.ts'
import { type Evidence, entriesIn, findMentions, judged, moveSpans, rewrite } from '../link/index.ts'
import { matchNames, overlaps } from './match.ts'
import { NameText } from './names.ts'
import { type SentencePair, sentencePairs } from './pairs.ts'

/**
 * Writes the names of the source and of each translation as the glossary does. The names of sentences that say the same are matched: what the
 * source names surely, a translation that garbles it names too, and the other way round. Text outside the rewritten names stays byte by byte as
 * it was.
 */
export function normalize({ glossary }: { readonly glossary: Glossary }): Stage<Translated, Normalized> {
  return {
    name: 'normalize',
    run: (article) => {
      const source = new NameText(article.text, article.language, article.mentions, glossary)
      const both = article.translations.map((translation) => normalizeTranslation(article, source, translation, glossary))
      const told = both.flatMap(({ evidence }) => evidence)
      const mentions =
        told.length === 0
          ? article.mentions
          : judged(findMentions(article.text, article.language, glossary, told), glossary.judgements, article.id)
      return {
        ...article,
        normalized: {
          source: rewritten(article, mentions, article.titleMentions),
          translations: both.map(({ normalized }) => normalized),
        },
      }
    },
  }
}

/** The translation with its names as the glossary has them, and what it tells of names of the source that nobody linked. */
function normalizeTranslation(
  article: Translated,
  source: NameText,
  translation: Translation,
  glossary: Glossary,
): { readonly normalized: NormalizedText; readonly evidence: readonly Evidence[] } {
  const { language, title } = translation
  const judge = (mentions: readonly Mention[]) => judged(mentions, glossary.judgements, article.id)
  const alone = judge(findMentions(translation.text, language, glossary))
  const target = new NameText(translation.text, language, alone, glossary)
  const pairs = sentencePairs(article, translation)
  const matchings = pairs.map((pair) => matchNames(pair, source, target, glossary))
  const evidence = [...matchings.flatMap((matching) => matching.evidence), ...expected(article, pairs)]
  const strangers = matchings.flatMap((matching) => matching.strangers)
  const found = evidence.length === 0 ? alone : judge(findMentions(translation.text, language, glossary, evidence))
  const mentions = found.filter(({ span, judged }) => judged !== undefined || !strangers.some((stranger) => overlaps(stranger, span)))
  const told = entriesIn([...article.titleMentions, ...mentions])
  const inTitle = findMentions(title, language, glossary, [{ span: { start: 0, end: title.length }, entries: told }])
  return { normalized: rewritten(translation, mentions, judge(inTitle)), evidence: [] }
}

/** The entries that each sentence of the translation must name. */
function expected({ mentions }: Translated, pairs: readonly SentencePair[]): Evidence[] {
  return pairs.flatMap(({ source, target }) => {
    const inside = mentions.filter(({ span }) => source.start <= span.start && span.start < source.end)
    return inside.length === 0 ? [] : [{ span: target, entries: entriesIn(inside) }]
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
