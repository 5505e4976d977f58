import type { Mention, Normalized } from '../../../article.ts'
import type { Judgements } from '../../../glossary/judgements.ts'

/** The mentions as a person judged them: what is no mention stays as written, a suggestion that is right is rewritten. */
export function judged(mentions: readonly Mention[], judgements: Judgements, article?: string): Mention[] {
  return mentions.map((mention) => {
    const verdict = judgements.ofMention(mention.canonical, mention.surface, article)
    if (verdict === undefined) return mention
    const reason = `judged ${verdict.verdict}${verdict.everywhere ? ' everywhere' : ''}; ${mention.reason}`
    if (verdict.verdict === 'wrong') return { ...mention, action: 'keep', replacement: mention.surface, reason, judged: verdict }
    return { ...mention, action: mention.replacement === mention.surface ? 'keep' : 'rewrite', reason, judged: verdict }
  })
}

/** Ids of the entries that are mentioned, each once. A mention that was judged wrong is none. */
export function entriesIn(mentions: readonly Mention[]): string[] {
  return [...new Set(mentions.filter(({ judged }) => judged?.verdict !== 'wrong').map(({ entry }) => entry))]
}

/**
 * Whether every mention of an article is judged as the judgements say now. If so, the pipeline would make the same of it again: judgements
 * change mentions, and what is expected in one text because of a mention in another.
 */
export function isJudgedBy({ id, normalized }: Normalized, judgements: Judgements): boolean {
  return [normalized.source, ...normalized.translations].every(({ titleMentions, mentions }) =>
    [...titleMentions, ...mentions].every(({ canonical, surface, judged }) => {
      const now = judgements.ofMention(canonical, surface, id)
      return now?.verdict === judged?.verdict && now?.everywhere === judged?.everywhere
    }),
  )
}
