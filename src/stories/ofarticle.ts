import type { Aligned, Segmented } from '../article.ts'
import type { Version } from './version.ts'

/** An article as a version, when it is split into sentences: names as they stand in it, translations if it has any. */
export function versionOf(article: Segmented & Partial<Aligned>): Version {
  const { id, title, language, segments, versions, translations = [] } = article
  const mentions = article.normalized?.source.mentions ?? article.mentions ?? []
  return {
    id,
    language,
    title,
    sentences: segments.map(({ text }) => text),
    translations: translations
      .filter(({ status }) => status === 'done')
      .map((translation) => ({
        language: translation.language,
        sentences: translation.segments.map(({ text }) => text),
        exact: translation.engine !== 'given',
      })),
    names: segments.map(({ span }) =>
      mentions
        .filter((mention) => span.start <= mention.span.start && mention.span.start < span.end)
        .map(({ entry, canonical, surface }) => ({ entry, canonical, surface })),
    ),
    given: versions.map((version) => version.id),
  }
}
