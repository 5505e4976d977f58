/** How often each spelling of a name stands there, as a bar. */

import type { Spelling } from '../../write/clusters/card.ts'
import { make } from '../dom.ts'
import { percent } from '../words.ts'

/** Parts that are told apart; the rest stands together. */
const PARTS = 6

export function bar(spellings: readonly Spelling[]): HTMLElement {
  const total = spellings.reduce((sum, { mentions }) => sum + mentions, 0)
  const byMentions = spellings.toSorted((a, b) => b.mentions - a.mentions)
  const rest = byMentions.slice(PARTS).reduce((sum, { mentions }) => sum + mentions, 0)
  const parts = byMentions.slice(0, PARTS).map(({ surface, action, mentions }) => ({ surface, action: action as string, mentions }))
  if (rest > 0) parts.push({ surface: `${spellings.length - PARTS} more`, action: 'rest', mentions: rest })
  const label = parts.map(({ surface, mentions }) => `${surface} ${percent(mentions / total)}`).join(', ')
  const pieces = parts.map(({ surface, action, mentions }) => {
    const share = mentions / total
    const piece = make('span', { class: `share ${action}`, title: `${surface} ${percent(share)}` })
    // The policy allows no style attribute, but what a script sets.
    piece.style.flexGrow = String(mentions)
    return piece
  })
  return make('div', { class: 'shares', role: 'img', 'aria-label': `Spellings: ${label}` }, pieces)
}
