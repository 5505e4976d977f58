/**
 * What one version has right mends another: where a version surely names somebody (`Balcerzak`), a name that the sentence beside it in another
 * version has in that place and nobody knows (`Sirzac`), or takes for a mere proposal, is that name.
 */
import type { Aligned, Mention, NormalizedText, Segment, Translation } from '../../article.ts'
import type { Judgements } from '../../glossary/index.ts'
import { overlaps } from '../../span.ts'
import { judged } from '../../stages/link/index.ts'
import { rewritten } from '../../stages/normalize/index.ts'
import type { Pair } from '../../story.ts'
import { tokensOf } from '../collate/words.ts'
import { garbledNames } from './garbled.ts'
import { BORNE_OUT, isIn, isOneLanguage, isOpen, isSure, type Passage, passage } from './passage.ts'

/** Below this score of an alignment (0..1) the sentences may not say the same. */
const SURE = 0.5

/**
 * The articles in which other versions mend a name, by their places in `articles`; their titles and translations follow. Only what was sure
 * before counts, so the order of the versions is of no effect; what a person judged stays so.
 * @param pairs of articles that are versions of each other, by their ids, with their sentences side by side
 */
export function mend(articles: readonly Aligned[], pairs: readonly Pair[], judgements: Judgements): Map<number, Aligned> {
  const placeOf = new Map(articles.map(({ id }, place) => [id, place]))
  /** Of each article, by where they start. */
  const told = articles.map(() => new Map<number, Mention>())
  for (const { a, b, alignments } of pairs) {
    const [one, other] = [placeOf.get(a), placeOf.get(b)]
    if (one === undefined || other === undefined) continue
    for (const beside of alignments) {
      if (beside.score < SURE) continue
      const [here, there] = [passage(articles[one]!, beside.a), passage(articles[other]!, beside.b)]
      if (here === undefined || there === undefined) continue
      for (const mention of borneOut(here, there)) told[one]!.set(mention.span.start, mention)
      for (const mention of borneOut(there, here)) told[other]!.set(mention.span.start, mention)
    }
  }
  return new Map(
    articles.flatMap((article, at) => {
      const names = judged([...told[at]!.values()], judgements, article.id).filter((name) => name.judged?.verdict !== 'wrong')
      return names.length === 0 ? [] : [[at, withNames(article, names)] as const]
    }),
  )
}

/** Mentions of `here` that the passage `there`, which says the same, bears out. */
function borneOut(here: Passage, there: Passage): Mention[] {
  const open = here.mentions.filter((mention) => isOpen(mention) && isSpokenOf(mention, here, there) && !standsIn(mention, here, there))
  const garbled = isOneLanguage(here, there) ? garbledNames(here, there) : []
  return [...open.map(raised), ...garbled].map((mention) => {
    const witness = there.mentions.find((one) => one.entry === mention.entry && isSure(one))!
    return { ...mention, reason: `${mention.reason}; ${there.article.id} has ${witness.surface} there` }
  })
}

/** Whether the other passage names the entry more often than this one surely does. */
function isSpokenOf({ entry }: Mention, here: Passage, there: Passage): boolean {
  const times = ({ mentions }: Passage) => mentions.filter((one) => one.entry === entry && isSure(one)).length
  return times(there) > times(here)
}

/** Whether the very words stand in the other version: then they are the name of somebody that both speak of. */
function standsIn({ surface }: Mention, here: Passage, there: Passage): boolean {
  const words = new Set(tokensOf(there.text).map(({ text }) => text))
  return isOneLanguage(here, there) && tokensOf(surface).every(({ text }) => words.has(text))
}

function raised(mention: Mention): Mention {
  return { ...mention, action: 'rewrite', confidence: Math.max(mention.confidence, BORNE_OUT) }
}

/** The article with `names`, and with proposals of the same that are spelt as they are elsewhere in it, or translate their sentences. */
function withNames(article: Aligned, names: readonly Mention[]): Aligned {
  const { source, translations } = article.normalized
  const like = (mention: Mention): Mention => {
    const name = isOpen(mention) ? names.find(({ entry, surface }) => entry === mention.entry && surface === mention.surface) : undefined
    return name === undefined
      ? mention
      : raised({ ...mention, reason: `${mention.reason}; as at ${name.span.start}, which another version bears out` })
  }
  const others = source.mentions.filter(({ span }) => !names.some((name) => overlaps(name.span, span)))
  const mentions = [...others.map(like), ...names].toSorted((a, b) => a.span.start - b.span.start)
  return {
    ...article,
    normalized: {
      source: rewritten(article, mentions, source.titleMentions.map(like)),
      translations: translations.map((text, at) => followed(text, article.translations[at]!, article.segments, names, like)),
    },
  }
}

/** A translation, in which a proposal is right if its source sentence is known to have that name now. */
function followed(
  text: NormalizedText,
  translation: Translation,
  segments: readonly Segment[],
  names: readonly Mention[],
  like: (mention: Mention) => Mention,
): NormalizedText {
  const isBeside = translation.segments.length === segments.length
  const mentions = text.mentions.map((mention) => {
    const at = isBeside && isOpen(mention) ? translation.segments.findIndex(({ span }) => isIn(mention, span)) : -1
    const name = names.find((one) => at >= 0 && one.entry === mention.entry && isIn(one, segments[at]!.span))
    return name === undefined
      ? like(mention)
      : raised({ ...mention, reason: `${mention.reason}; ${name.surface} in the source is that, as another version bears out` })
  })
  return rewritten(translation, mentions, text.titleMentions.map(like))
}
