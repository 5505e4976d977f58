import { countForbidden, hasInvisible, invisible, pictureOf } from '../../markup.ts'
import { type Html, html, trusted } from './html.ts'

/**
 * `text` with what cannot be seen in it made visible: a box names the character, which stands within, so that a copy has it too. An element has
 * its own direction, and what turns text round ends where its box does.
 */
export function visible(text: string): Html | string {
  if (!hasInvisible(text)) return text
  const parts: (Html | string)[] = []
  let done = 0
  for (const { 0: character, index } of text.matchAll(invisible)) {
    parts.push(text.slice(done, index), box(character))
    done = index + 1
  }
  parts.push(text.slice(done))
  return html`${parts}`
}

/** HTML has no way to write U+0000 and halves of characters: of these the box alone is left. */
function box(character: string): Html {
  const isKept = character !== '\u0000' && (countForbidden(character) === 0 || character < '\u0020')
  return html`<span class="mark" data-mark="${pictureOf(character)}">${isKept ? trusted(character === '\r' ? '&#13;' : character) : ''}</span>`
}
