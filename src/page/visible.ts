/** As the report's own pages do it: what cannot be seen in a text is made visible. */
import { invisible, pictureOf } from '../markup.ts'
import { make } from './dom.ts'

/** `text` as nodes; a box names each character that shows nothing or turns text round, and holds it, so that a copy has it too. */
export function visible(text: string): (Node | string)[] {
  const nodes: (Node | string)[] = []
  let done = 0
  for (const { 0: character, index } of text.matchAll(invisible)) {
    nodes.push(text.slice(done, index), make('span', { class: 'mark', 'data-mark': pictureOf(character) }, character))
    done = index + 1
  }
  nodes.push(text.slice(done))
  return nodes
}
