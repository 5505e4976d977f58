/** A card as the page shows it. */

import type { Card } from '../../write/clusters/card.ts'
import { token } from '../data.ts'
import { make } from '../dom.ts'
import { counted } from '../words.ts'
import { bar } from './bar.ts'
import { type Row, rowOf } from './row.ts'
import { proposalSubject, spellingSubject } from './subject.ts'

export interface CardView {
  readonly card: Card
  readonly element: HTMLElement
  readonly rows: readonly Row[]
}

/** @param at for the ids of its parts, which are to differ on a page */
export function viewOf(card: Card, at: number): CardView {
  const { canonical, kind, why, mentions, articles, spellings, proposal } = card
  const canJudge = token !== undefined
  const rows =
    proposal === undefined
      ? spellings.map((spelling) => rowOf(spellingSubject(card, spelling), [spelling], canJudge))
      : [rowOf(proposalSubject(card, proposal), spellings, canJudge)]
  const id = `card-${at}`
  const head = [
    make(
      'h2',
      { id },
      canonical,
      ' ',
      make(
        'span',
        { class: proposal === undefined ? 'chip' : 'chip ask' },
        proposal === undefined ? kind : `suggested ${proposal.kind ?? 'entry'}`,
      ),
    ),
    make('p', { class: 'soft small' }, `${counted(mentions, 'mention')} in ${counted(articles, 'article')}`),
    spellings.length > 1 && bar(spellings),
    proposal !== undefined && proposal.variants.length > 0 && make('p', {}, `also ${proposal.variants.join(', ')}`),
    why.length > 0 &&
      make(
        'ul',
        { class: 'why', 'aria-label': 'Why it is asked' },
        why.map((reason) => make('li', {}, reason)),
      ),
  ]
  const list = make(
    'ul',
    { class: 'spellings', 'aria-label': 'Spellings' },
    rows.map(({ element }) => element),
  )
  return { card, element: make('section', { class: 'card', 'aria-labelledby': id }, head, list), rows }
}
