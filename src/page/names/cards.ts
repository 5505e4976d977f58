/** The cards, a page of them at a time: from the server, which looks for them, or from disk, where this does. */

import type { Card } from '../../write/clusters/card.ts'
import { load, type Slice, token } from '../data.ts'

export type State = 'open' | 'judged' | 'all'

export interface Asked {
  readonly query: string
  readonly state: State
}

/** Cards on a page found on disk; a page of the data has as many. */
const A_PAGE = 50

/** @param page from 0 */
export async function cardsOf(page: number, { query, state }: Asked): Promise<Slice<Card>> {
  if (token !== undefined) return load('names', page, { query, state })
  if (query === '' && state === 'all') return load('names', page)
  const found: Card[] = []
  const first = await load<Card>('names', 0)
  for (let at = 0; at < first.pages; at += 1) {
    const { rows } = at === 0 ? first : await load<Card>('names', at)
    found.push(...rows.filter((card) => isOf(card, state) && holds(card, query)))
  }
  const rows = found.slice(page * A_PAGE, (page + 1) * A_PAGE)
  return { total: found.length, pages: Math.ceil(found.length / A_PAGE), rows }
}

function isOf({ spellings }: Card, state: State): boolean {
  const isOpen = ({ judged }: Card['spellings'][number]): boolean => judged === undefined
  return state === 'all' || (state === 'open' ? spellings.some(isOpen) : !spellings.every(isOpen))
}

function holds({ canonical, spellings }: Card, query: string): boolean {
  const sought = folded(query)
  return [canonical, ...spellings.map(({ surface }) => surface)].some((text) => folded(text).includes(sought))
}

/** Without case and accents. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
