/** What is asked of every article, whatever it was read from: not too long, not there already. */
import { createHash } from 'node:crypto'
import { IdSet } from './id.ts'
import type { ReadItem } from './source.ts'

export interface ScreenOptions {
  readonly maxChars: number | undefined
  readonly dropDuplicates: boolean
}

export class Screen {
  readonly #options: ScreenOptions
  /** Hashes of the texts so far, sixteen bytes each: which article had the text first is not known. */
  readonly #texts = new IdSet()

  constructor(options: ScreenOptions) {
    this.#options = options
  }

  check(item: ReadItem): ReadItem {
    if (item.kind === 'rejected') return item
    const { id, origin, body } = item.article
    const { maxChars, dropDuplicates } = this.#options
    if (maxChars !== undefined && body.length > maxChars) {
      const detail = `${body.length} characters in one article, and --max-chars is ${maxChars}; split it, or give more`
      return { kind: 'rejected', rejected: { id, origin, stage: 'read', code: 'too-large', detail } }
    }
    if (this.#texts.add(createHash('sha256').update(body).digest('hex'))) return item
    const detail = 'its text is that of an article read before it'
    // As the stage that leaves out what was not asked for: it is no failure.
    if (dropDuplicates) return { kind: 'rejected', rejected: { id, origin, stage: 'select', code: 'duplicate', detail } }
    const warnings = [...item.article.warnings, { stage: 'read', code: 'duplicate-text', detail }]
    return { kind: 'article', article: { ...item.article, warnings } }
  }
}
