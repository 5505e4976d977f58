/**
 * What readers read from and what they give back.
 */
import type { Article, Metadata, Rejected } from '../article.ts'
import { type RejectCode, RejectError } from '../errors.ts'
import type { Fields } from './formats/fields.ts'

/** An article that was read, or what stood in its place and why it could not be read. */
export type ReadItem = { readonly kind: 'article'; readonly article: Article } | { readonly kind: 'rejected'; readonly rejected: Rejected }

/** Passed over on purpose, because it is no article: neither read nor rejected. Told once a reason and file. */
export interface Skipped {
  readonly file: string
  /** For people: 'redirect', 'no reader for .pdf'. */
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
  /** What its records call an article's fields, where they call them otherwise. */
  readonly fields: Fields
  /** Told which line (or record, where there are no lines) is being read: if the file breaks off, it does so there. */
  readonly at: (line: number) => void
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

/** What `read` gives, or its rejection: a bad record is rejected, and the rest of its file goes on. */
export function orRejected<Item>(read: () => Item, id: string, file: string, line: number): Item | ReadItem {
  try {
    return read()
  } catch (thrown) {
    if (!(thrown instanceof RejectError)) throw thrown
    return rejected(id, file, line, thrown.code, thrown.message)
  }
}

/** What was passed over in a file, counted by reason. Reasons that the file itself words are as many as it likes: the rest goes under one. */
export class Skips {
  readonly #source: Pick<Source, 'file' | 'skipped'>
  readonly #counts = new Map<string, number>()

  constructor(source: Pick<Source, 'file' | 'skipped'>) {
    this.#source = source
  }

  add(reason: string): void {
    const known = this.#counts.has(reason) || this.#counts.size < 100 ? reason : 'other'
    this.#counts.set(known, (this.#counts.get(known) ?? 0) + 1)
  }

  get size(): number {
    return this.#counts.size
  }

  tell(): void {
    for (const [reason, count] of this.#counts) this.#source.skipped({ file: this.#source.file, reason, count })
  }
}
