import type { Language } from '../article.ts'

/** A text in one language, a sentence an item. */
export interface Text {
  readonly language: Language
  readonly sentences: readonly string[]
}

/** A name of the glossary, as a version spells it. */
export interface Named {
  /** Id of the entry. */
  readonly entry: string
  readonly canonical: string
  readonly surface: string
}

export interface Translated extends Text {
  /** Whether each of its sentences translates the article's sentence in the same place. */
  readonly exact: boolean
}

/** An article as it is compared with others: one version of a story, perhaps. */
export interface Version extends Text {
  readonly id: string
  /** '' when there is none. It is compared like a sentence, and aligned with nothing. */
  readonly title: string
  /** Its translations, of which others may be versions. */
  readonly translations: readonly Translated[]
  /** Names of the glossary in each sentence; as many as sentences, or none at all. */
  readonly names: readonly (readonly Named[])[]
  /** Ids of the articles that the input itself says are versions of the same story. */
  readonly given: readonly string[]
}

/** How two versions of a story are related: the same text, edited or garbled; the same text in two languages. */
export type Kind = 'copy' | 'translation'
