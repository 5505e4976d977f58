import type { Kind, SentenceJudgement } from '../article.ts'

/** What a person said of a rewrite or a suggestion, or took back: the spelling is this name, or is not. Without `article`, everywhere. */
export interface NameJudgement {
  readonly judgement: 'wrong' | 'right' | 'open'
  readonly canonical: string
  readonly surface: string
  readonly article?: string | undefined
}

/** What a person said of a proposed entry: take it, never propose it again, or that nothing is said of it any more. */
export interface ProposalJudgement {
  readonly judgement: 'accepted' | 'refused' | 'undecided'
  readonly canonical: string
  readonly kind?: Kind | undefined
  readonly given?: string | undefined
  readonly family?: string | undefined
  readonly variants: readonly string[]
}

export type Judgement = NameJudgement | ProposalJudgement | SentenceJudgement

/** A judgement, and the line of the log where it stands. */
export interface LoggedJudgement {
  readonly judgement: Judgement
  /** 1-based. */
  readonly line: number
}
