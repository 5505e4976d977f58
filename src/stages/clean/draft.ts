import type { Metadata, Removed } from '../../article.ts'

/** A paragraph, heading, list item or table row, without line breaks. */
export interface Block {
  readonly text: string
  /** Stands right under the block before it, with no blank line between. */
  readonly attached: boolean
  /** Known from markup; plain text has no sure sign of it. */
  readonly heading: boolean
}

/** An article on its way from markup to text. */
export interface Draft {
  readonly blocks: readonly Block[]
  readonly removed: readonly Removed[]
  /** What the body says of itself; undefined where it says nothing. */
  readonly title?: string | undefined
  readonly metadata?: Metadata
}

export function block(text: string, { attached = false, heading = false } = {}): Block {
  return { text, attached, heading }
}

/** White space of all kinds to one space; ends trimmed. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
