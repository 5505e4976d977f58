import type { Aligned, Segmented } from '../article.ts'
import type { Version } from './version.ts'

/** An article as a version, when it is split into sentences: names as they stand in it, translations if it has any. */
export function versionOf(article: Segmented & Partial<Aligned>): Version {
  const { id, title, language, segments, versions, mentions = [], translations = [] } = article
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
    entries: segments.map(({ span }) =>
      mentions.filter((mention) => span.start <= mention.span.start && mention.span.start < span.end).map(({ entry }) => entry),
    ),
    given: versions.map((version) => version.id),
  }
}
