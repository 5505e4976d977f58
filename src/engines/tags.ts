import type { Language } from '../article.ts'
import { serves } from '../language.ts'
import type { LanguagePair } from './translator.ts'

/**
 * Which of `tags` serves `language`: the same, else one cut short ('en-US' → en: RFC 4647, 3.4), else one more exact ('pt' → pt-BR).
 * Never a sibling: zh-Hant is not served by zh-Hans.
 */
export function nearestTag(tags: readonly Language[], language: Language): Language | undefined {
  for (let tag = language; tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) if (tags.includes(tag)) return tag
  return tags.find((tag) => serves(tag, language))
}

/** Which of `pairs` serves the languages; undefined when none does. */
export function nearestPair<Pair extends LanguagePair>(pairs: readonly Pair[], from: Language, to: Language): Pair | undefined {
  const source = nearestTag(
    pairs.map((pair) => pair.from),
    from,
  )
  const fitting = pairs.filter((pair) => pair.from === source)
  const target = nearestTag(
    fitting.map((pair) => pair.to),
    to,
  )
  return fitting.find((pair) => pair.to === target)
}
