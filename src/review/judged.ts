/** A card with what is said of its spellings now, whatever was said when it was written. */
import type { Judged } from '../article.ts'
import type { Judgements } from '../glossary/index.ts'
import type { Card, Spelling } from '../write/clusters/card.ts'

export function judgedCard(card: Card, judgements: Judgements): Card {
  return { ...card, spellings: card.spellings.map((spelling) => judgedSpelling(card.canonical, spelling, judgements)) }
}

function judgedSpelling(canonical: string, { judged: _, ...spelling }: Spelling, judgements: Judgements): Spelling {
  const { surface, articles } = spelling
  const contexts = spelling.contexts.map(({ judged: _, ...context }) => {
    const judged = judgements.ofMention(canonical, surface, context.article)
    return judged === undefined ? context : { ...context, judged }
  })
  const judged = judgements.ofMention(canonical, surface) ?? ofEach(contexts, articles)
  return { ...spelling, ...(judged !== undefined && { judged }), contexts }
}

/** What was said in each of the articles, one after the other, when it was said in all: no more than the contexts show can be told. */
function ofEach(contexts: Spelling['contexts'], articles: number): Judged | undefined {
  const shown = new Set(contexts.map(({ article }) => article))
  if (shown.size < articles) return undefined
  const [first, ...others] = contexts.map(({ judged }) => judged)
  return others.every((judged) => judged !== undefined) ? first : undefined
}
