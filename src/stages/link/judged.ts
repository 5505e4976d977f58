import type { Mention } from '../../article.ts'
import type { Judgements } from '../../glossary/judgements.ts'

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
