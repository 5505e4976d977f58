import type { Mention, Normalized, NormalizedText, Translated, Translation } from '../../article.ts'
import type { Glossary } from '../../glossary/index.ts'
import { overlaps } from '../../span.ts'
import type { Stage } from '../../stage.ts'
import { type Evidence, entriesIn, findMentions, judged } from '../link/index.ts'
import { EntryLikenesses } from './entry-likenesses.ts'
import { lacking } from './lacking.ts'
import { MatchedSentences } from './match.ts'
import { NameText } from './names.ts'
import { type SentencePair, sentencePairs } from './pairs.ts'
import { rewritten } from './rewritten.ts'

export { rewritten } from './rewritten.ts'

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

/** Confidence in a name that the source sentence does not seem to have: below what is rewritten. */
const DOUBTED = 0.8

/** The translation with its names as the glossary has them, and what it tells of the names of the source. */
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
  const likenesses = new EntryLikenesses(glossary)
  const pairs = sentencePairs(article, translation).map((pair) => ({
    ...pair,
    matched: new MatchedSentences(pair, source, target, glossary, likenesses),
  }))
  const told = pairs.flatMap(({ matched }) => matched.evidence('source'))
  const evidence = [...told, ...expected(article, pairs)]
  const found = evidence.length === 0 ? alone : judge(findMentions(translation.text, language, glossary, evidence))
  const mentions = found.flatMap((mention) => (isTold(mention, told) ? [mention] : heardIn(mention, pairs)))
  const entries = entriesIn([...article.titleMentions, ...mentions])
  const inTitle = findMentions(title, language, glossary, [{ span: { start: 0, end: title.length }, entries }])
  const written = translation.segments.filter(({ origin }) => origin === 'person')
  const isWritten = ({ span }: Mention) => written.some((segment) => overlaps(segment.span, span))
  const isTitleWritten = glossary.judgements.sentences.translation(article.id, [article.language], language, article.title) !== undefined
  const titleMentions = isTitleWritten ? judge(inTitle).map(asWritten) : judge(inTitle)
  const text = rewritten(
    translation,
    mentions.map((mention) => (isWritten(mention) ? asWritten(mention) : mention)),
    titleMentions,
  )
  const checks = lacking(article, translation, mentions)
  return {
    normalized: {
      ...text,
      segments: text.segments.map((each, at) => (checks[at]!.length === 0 ? each : { ...each, checks: checks[at]! })),
    },
    evidence: evidenceForSource(pairs, source, target, glossary, likenesses),
  }
}

/** A sentence that a person wrote stays as it was written: with its names rewritten it would not be theirs any more. */
function asWritten(mention: Mention): Mention {
  if (mention.action === 'keep') return mention
  return { ...mention, action: 'keep', replacement: mention.surface, reason: `a person wrote this sentence; ${mention.reason}` }
}

/** What the names of the translation tell of those that the source writes and nobody linked, or not surely. */
function evidenceForSource(
  pairs: readonly SentencePair[],
  source: NameText,
  target: NameText,
  glossary: Glossary,
  likenesses: EntryLikenesses,
): Evidence[] {
  return pairs.flatMap((pair) => {
    const turned = { source: pair.target, target: pair.source }
    const known = source.mentionsIn(pair.source)
    return new MatchedSentences(turned, target, source, glossary, likenesses)
      .evidence('translation')
      .filter(
        ({ span, entries: [entry] }) => !known.some((one) => one.entry === entry && one.action === 'keep' && overlaps(one.span, span)),
      )
  })
}

/** The entries that each sentence of the translation must name: a badly spelt name in the source confirms nothing. */
function expected({ mentions }: Translated, pairs: readonly SentencePair[]): Evidence[] {
  return pairs.flatMap(({ source, target }) => {
    const inside = mentions.filter(({ span, action }) => source.start <= span.start && span.start < source.end && action === 'keep')
    return inside.length === 0 ? [] : [{ span: target, entries: entriesIn(inside) }]
  })
}

/** Whether the mention is one that the source told, or that somebody judged, or as the glossary writes it. */
function isTold({ span, judged, action }: Mention, told: readonly Evidence[]): boolean {
  return action === 'keep' || judged !== undefined || told.some((one) => overlaps(one.span, span))
}

/** The mention, if the sentence it translates does not speak against it; only proposed, if nothing there speaks for it. */
function heardIn(mention: Mention, pairs: readonly (SentencePair & { readonly matched: MatchedSentences })[]): Mention[] {
  const verdicts = pairs
    .filter(({ target }) => target.start <= mention.span.start && mention.span.start < target.end)
    .map(({ matched }) => matched.verdict(mention))
  if (verdicts.includes('another')) return []
  if (verdicts.length === 0 || verdicts.includes('borne out') || mention.action !== 'rewrite') return [mention]
  const confidence = Math.min(mention.confidence, DOUBTED)
  return [{ ...mention, action: 'suggest', confidence, reason: `${mention.reason}; nothing in the source sounds like it` }]
}
