import type { Aligned, Mention, Span } from '../../article.ts'
import { baseLanguage } from '../../language.ts'

/** Sentences of an article that stand together, and the names in them. */
export interface Passage {
  readonly article: Aligned
  readonly span: Span
  readonly text: string
  readonly mentions: readonly Mention[]
}

/** @param sentences indexes, rising; undefined when there are none */
export function passage(article: Aligned, sentences: readonly number[]): Passage | undefined {
  const [first, last] = [article.segments[sentences[0] ?? -1], article.segments[sentences.at(-1) ?? -1]]
  if (first === undefined || last === undefined) return undefined
  const span = { start: first.span.start, end: last.span.end }
  const mentions = article.normalized.source.mentions.filter((mention) => isIn(mention, span))
  return { article, span, text: article.text.slice(span.start, span.end), mentions }
}

export function isOneLanguage(one: Passage, other: Passage): boolean {
  return baseLanguage(one.article.language) === baseLanguage(other.article.language)
}

/** Proposed, and nobody said anything of it. */
export function isOpen({ action, judged, replacement, surface }: Mention): boolean {
  return action === 'suggest' && judged === undefined && replacement !== surface
}

export function isSure({ action, judged }: Mention): boolean {
  return action !== 'suggest' && judged?.verdict !== 'wrong'
}

export function isIn({ span }: { readonly span: Span }, { start, end }: Span): boolean {
  return start <= span.start && span.start < end
}

/** Chance that what another version bears out is right. In `bench versions names` all of it is; where another name was put in a stranger's place, 1 in 300. */
export const BORNE_OUT = 0.97
