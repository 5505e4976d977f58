import type { Article, Metadata } from '../article.ts'
import { safeId } from './id.ts'

/** An article as a program has it. */
export interface GivenArticle extends Metadata {
  /** What it is called in the corpus. Made safe as a file name; two articles of one id are the caller's to keep apart. */
  readonly id: string
  readonly title?: string
  /** Plain text, unless `format` says otherwise. */
  readonly body: string
  /** @defaultValue text */
  readonly format?: Article['format']
}

/** An article that no reader read, ready for the pipeline. */
export function createArticle({ id, title = '', body, format = 'text', ...metadata }: GivenArticle): Article {
  return { id: safeId(id), origin: { file: '-', line: 1 }, title, body, format, metadata, versions: [], warnings: [] }
}
