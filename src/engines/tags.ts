import type { Language } from '../article.ts'
import { serves } from '../language.ts'

/**
 * Which of `tags` serves `language`: the same, else one cut short ('en-US' → en: RFC 4647, 3.4), else one more exact ('pt' → pt-BR).
 * Never a sibling: zh-Hant is not served by zh-Hans.
 */
export function nearestTag(tags: readonly Language[], language: Language): Language | undefined {
  for (let tag = language; tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) if (tags.includes(tag)) return tag
  return tags.find((tag) => serves(tag, language))
}
