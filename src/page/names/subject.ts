/** What a row asks: whether a spelling is a name, or whether a suggested entry belongs into the glossary. */
import type { Judgement } from '../../glossary/judgement.ts'
import type { Card, Context, Spelling } from '../../write/clusters/card.ts'
import type { Mark, Verdict } from '../place.ts'

/** Sentences that a proposal is shown in. */
const MOST = 5

/** A context, and what stands in it. */
export type Sentence = Context & { readonly surface: string }

export interface Subject {
  /** What the row is called. */
  readonly name: string
  readonly sentences: readonly Sentence[]
  /** What was said of it before. */
  readonly said: Mark | undefined
  /** @returns undefined when that cannot be said of it */
  judgement(verdict: Verdict, article?: string): Judgement | undefined
  /** 'Bekerel is Henri Becquerel, everywhere' */
  words(verdict: Verdict, article?: string): string
  /** 'right everywhere' */
  brief(verdict: Verdict, article?: string): string
  /** What the buttons say. */
  readonly labels: Readonly<Partial<Record<Verdict, string>>>
  /** Whether it can be said of one article. */
  readonly isLocal: boolean
}

export function spellingSubject({ canonical }: Card, { surface, contexts, judged }: Spelling): Subject {
  return {
    name: surface,
    sentences: contexts.map((context) => ({ ...context, surface })),
    said: judged && { verdict: judged.verdict, words: `${judged.verdict}${judged.everywhere ? ' everywhere' : ''}` },
    judgement(verdict, article) {
      if (verdict === 'later') return undefined
      return { judgement: verdict, canonical, surface, ...(article !== undefined && { article }) }
    },
    words(verdict, article) {
      const said = verdict === 'open' ? `${surface} is open again` : `${surface} is ${verdict === 'wrong' ? 'not ' : ''}${canonical}`
      return `${said}, ${reach(article)}`
    },
    brief: (verdict, article) => `${verdict === 'open' ? 'open again' : verdict} ${reach(article)}`,
    labels: { right: 'Right', wrong: 'Wrong', open: 'Reopen' },
    isLocal: true,
  }
}

export function proposalSubject({ spellings }: Card, proposal: NonNullable<Card['proposal']>): Subject {
  const { canonical, variants, kind, given, family } = proposal
  return {
    name: canonical,
    sentences: spellings.flatMap(({ surface, contexts }) => contexts.map((context) => ({ ...context, surface }))).slice(0, MOST),
    said: undefined,
    judgement(verdict) {
      if (verdict !== 'right' && verdict !== 'wrong') return undefined
      const judgement = verdict === 'right' ? 'accepted' : 'refused'
      return { judgement, canonical, variants, ...(kind && { kind }), ...(given && { given }), ...(family && { family }) }
    },
    words: (verdict) => `${canonical} ${verdict === 'right' ? 'goes into the glossary' : 'is never proposed again'}`,
    brief: (verdict) => (verdict === 'right' ? 'accepted' : 'refused'),
    labels: { right: 'Accept', wrong: 'Refuse' },
    isLocal: false,
  }
}

function reach(article: string | undefined): string {
  return article === undefined ? 'everywhere' : 'in this article'
}
