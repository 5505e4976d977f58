import type { Aligned, Language, Mention } from '../../article.ts'
import { doubtful } from '../doubtful.ts'
import { segmentChecks } from '../segment-checks.ts'

/** How far a text of an article is: its own, or a translation that is made, given, waited for or refused. */
export type State = 'original' | 'translated' | 'given' | 'pending' | 'failed'

/** What the index says of an article: a row of `data/articles-NNN.js`. */
export interface ArticleRow {
  readonly id: string
  /** As the glossary writes it; '' when it has none. */
  readonly title: string
  /** The article's own first. */
  readonly languages: readonly Language[]
  /** As many as `languages`. */
  readonly states: readonly State[]
  readonly sentences: number
  /** Names. */
  readonly rewritten: number
  readonly proposed: number
  /** Alignments. */
  readonly doubtful: number
  /** Sentences of translations that look wrong, counted by check. */
  readonly failedChecks: number
  /** Codes of warnings and checks, each once. */
  readonly codes: readonly string[]
  /** Translations that are not there yet. */
  readonly pending: number
  /** Where its first doubtful row, and the first sentence with a failed check, stand in its page. */
  readonly places: { readonly doubtful?: string; readonly failedChecks?: string }
  /** Id of the story that it is a version of. */
  readonly story?: string
  /** Whether it has a page of its own. */
  readonly page: boolean
}

/** Whether a person should open the article: something is wrong, or waits for a decision. */
export function needsALook({ proposed, doubtful, codes, states }: Omit<ArticleRow, 'page'>): boolean {
  return proposed > 0 || doubtful > 0 || codes.length > 0 || states.some((state) => state === 'pending' || state === 'failed')
}

export function summarize(article: Aligned): Omit<ArticleRow, 'page'> {
  const { id, language, segments, warnings, translations, normalized, alignments } = article
  const texts = [normalized.source, ...normalized.translations]
  const count = (action: Mention['action']): number =>
    texts.reduce((sum, { titleMentions, mentions }) => sum + counts(titleMentions, action) + counts(mentions, action), 0)
  const checks = translations.map((_, at) => segmentChecks(article, at))
  const codes = checks.flat(2)
  const doubts = alignments.flatMap(({ language, alignments }) =>
    alignments.filter(doubtful).map(({ target }) => `${language}-${target[0]}`),
  )
  const wrong = checks.flatMap((each, at) => {
    const first = each.findIndex((codes) => codes.length > 0)
    return first < 0 ? [] : [`${translations[at]!.language}-${first}`]
  })
  return {
    id,
    title: normalized.source.title,
    languages: [language, ...translations.map((translation) => translation.language)],
    states: ['original', ...translations.map(stateOf)],
    sentences: segments.length,
    rewritten: count('rewrite'),
    proposed: count('suggest'),
    doubtful: doubts.length,
    failedChecks: codes.length,
    codes: [...new Set([...warnings.map(({ code }) => code), ...codes])],
    pending: translations.filter(({ status }) => status === 'pending').length,
    places: { ...(doubts[0] !== undefined && { doubtful: doubts[0] }), ...(wrong[0] !== undefined && { failedChecks: wrong[0] }) },
  }
}

function counts(mentions: readonly Mention[], action: Mention['action']): number {
  return mentions.reduce((sum, mention) => sum + (mention.action === action ? 1 : 0), 0)
}

function stateOf({ status, version }: Aligned['translations'][number]): State {
  if (status !== 'done') return status
  return version === undefined ? 'translated' : 'given'
}
