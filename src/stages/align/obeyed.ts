import { isDeepStrictEqual } from 'node:util'
import type { Aligned, Segmented, SentenceJudgement } from '../../article.ts'
import { type Judgements, sameSentence } from '../../glossary/index.ts'

/** What people said of the sentences of an article: of this article's, and, everywhere, of those that it has. */
export function saidOf({ id, title, segments }: Segmented, { sentences }: Judgements): readonly SentenceJudgement[] {
  const own = sentences.ofArticle(id)
  const everywhere = sentences.ofArticle('')
  if (everywhere.length === 0) return own
  const texts = new Set([title, ...segments.map(({ text }) => text)].map(sameSentence))
  return [...own, ...everywhere.filter((one) => one.judgement === 'translation' && texts.has(sameSentence(one.source)))]
}

/** Whether what was made of an article obeys what people say of its sentences now: if so, the pipeline would make the same of it again. */
export function isAlignedAsSaid(article: Aligned, judgements: Judgements): boolean {
  return isDeepStrictEqual(article.judged ?? [], saidOf(article, judgements))
}
