/** What a person decides about at once: a name of the glossary, and every spelling that is taken for it. */
import type { Action, Judged, Kind, Language } from '../../article.ts'

/** A name, or a part of its spellings where it has many: those that are riskiest stand on its first card. */
export interface Card {
  /** Id of the glossary entry. */
  readonly entry: string
  readonly canonical: string
  readonly kind: Kind
  /** 0..1: the greatest of its spellings'. */
  readonly risk: number
  /** Why, in short sentences, the gravest reason first. */
  readonly why: readonly string[]
  /** Of the spellings of this card, as are the articles. */
  readonly mentions: number
  /** How many hold at least one of the spellings. */
  readonly articles: number
  /** Riskiest first. */
  readonly spellings: readonly Spelling[]
  /** Of an entry that is suggested for the glossary: the question is whether it belongs there. */
  readonly proposal?: Proposal
}

/** What a suggested entry would be. */
export interface Proposal {
  readonly canonical: string
  readonly kind?: Kind
  readonly given?: string
  readonly family?: string
  readonly variants: readonly string[]
}

/** One spelling in one language and what becomes of it, wherever it stands. */
export interface Spelling {
  readonly surface: string
  readonly replacement: string
  readonly language: Language
  readonly action: Action
  /** 0..1: of the mention that is the least sure. */
  readonly confidence: number
  readonly mentions: number
  readonly articles: number
  /** What was said of all its mentions. */
  readonly judged?: Judged | undefined
  /** At most five, the least sure first. */
  readonly contexts: readonly Context[]
}

/** Where a spelling stands. */
export interface Context {
  /** Id. */
  readonly article: string
  readonly title: string
  readonly language: Language
  readonly where: 'title' | 'text'
  readonly left: string
  readonly right: string
  readonly confidence: number
  readonly reason: string
  /** 0-based, in the text of that language. */
  readonly segment?: number
  /** Whether the article has a page in the report. */
  readonly page: boolean
  /** What was said of the spelling in this article or everywhere. */
  readonly judged?: Judged | undefined
  /** What stands beside its sentence in another language. */
  readonly beside?: { readonly language: Language; readonly text: string }
}

/** Cards on a page of data. */
export const CARDS_A_PAGE = 50
