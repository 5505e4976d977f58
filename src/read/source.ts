/**
 * What readers read from and what they give back.
 */
import type { Article, Metadata, Rejected } from '../article.ts'
import type { RejectCode } from '../errors.ts'

/** An article that was read, or what stood in its place and why it could not be read. */
export type ReadItem = { readonly kind: 'article'; readonly article: Article } | { readonly kind: 'rejected'; readonly rejected: Rejected }

/** Passed over on purpose, because it is no article: neither read nor rejected. Told once a reason and file. */
export interface Skipped {
  readonly file: string
  /** For people: 'redirect', 'no reader for this suffix'. */
  readonly reason: string
  readonly count: number
}

/** A file (or standard input), opened and decompressed. */
export interface Source {
  /** As shown in origins and messages. */
  readonly file: string
  /** What the file's name says the id of its article is; ids of its records begin with it when they have none of their own. */
  readonly id: string
  readonly bytes: AsyncIterable<Buffer>
  readonly skipped: (skipped: Skipped) => void
  /** Of all text in it, as `--encoding` gives it; undefined: what the text itself says. */
  readonly encoding: string | undefined
}

/** Turns the bytes of one file into articles. What it throws as a RejectError rejects the rest of the file. */
export type Reader = (source: Source) => AsyncIterable<ReadItem>

/** Most bytes of one article, after decompression. A larger one is rejected before it fills the memory. */
export const MAX_ARTICLE_BYTES = 64 * 1024 * 1024

export interface Draft {
  readonly id: string
  readonly line: number
  readonly title?: string
  readonly body: string
  readonly format: Article['format']
  readonly metadata?: Metadata
  readonly warnings?: Article['warnings']
}

export function article(file: string, { id, line, title = '', body, format, metadata = {}, warnings = [] }: Draft): ReadItem {
  return { kind: 'article', article: { id, origin: { file, line }, title, body, format, metadata, versions: [], warnings } }
}

export function rejected(id: string, file: string, line: number, code: RejectCode, detail: string): ReadItem {
  return { kind: 'rejected', rejected: { id, origin: { file, line }, stage: 'read', code, detail } }
}
