import type { Mention, Span, Translated, Translation } from '../../article.ts'
import { LINKED_SURELY } from '../link/index.ts'

/** A name or term that a sentence has, and its translation has not, in whatever spelling. */
const TERM_MISSING = 'term-missing'

/** Letters of a name that a word made of it has too: 'Canadians', 'Swedish' for 'Sweden'. */
const STEM = 4

/**
 * Codes for each segment of `translation`: of those whose sentence names an entry of the glossary that they do not. A translation that was given
 * divides and orders its sentences as it likes, and is not looked at.
 * @param mentions in the translation's text
 */
export function lacking(
  { segments, mentions: named }: Translated,
  translation: Translation,
  mentions: readonly Mention[],
): readonly string[][] {
  const { engine, segments: targets } = translation
  if (engine === 'given' || targets.length !== segments.length) return targets.map(() => [])
  return targets.map((target, at) => {
    if (['missing', 'given', 'person'].includes(target.origin)) return []
    const text = target.text.toLowerCase()
    const there = new Set(mentions.filter(({ span }) => startsIn(span, target.span)).map(({ entry }) => entry))
    const isLacking = named.some(
      ({ span, action, entry, canonical, confidence }) =>
        action !== 'suggest' &&
        confidence >= LINKED_SURELY &&
        startsIn(span, segments[at]!.span) &&
        !there.has(entry) &&
        !text.includes(canonical.slice(0, STEM).toLowerCase()),
    )
    return isLacking ? [TERM_MISSING] : []
  })
}

function startsIn({ start }: Span, { start: from, end }: Span): boolean {
  return from <= start && start < end
}
