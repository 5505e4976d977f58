/** Which articles are looked for, and in what order. */
import type { ArticleRow } from '../../write/report/summary.ts'

/** What waits for a person, as the overview counts it. */
export const filters = {
  all: 'all articles',
  proposed: 'names proposed',
  doubtful: 'doubtful alignments',
  checks: 'failed checks',
  pending: 'translations pending',
  story: 'versions of a story',
} as const

export type Filter = keyof typeof filters

export const sorts = ['title', 'sentences', 'rewritten', 'proposed', 'doubtful', 'failedChecks'] as const
export type Sort = (typeof sorts)[number]

export interface Wish {
  readonly query: string
  readonly filter: Filter
  /** A tag; '' for every language. */
  readonly language: string
  /** Of the text in that language, or in any; '' for each. */
  readonly state: string
  /** Undefined: as they came. */
  readonly sort: Sort | undefined
  readonly down: boolean
}

/** The wish in the address of the page, which can be kept and sent. */
export function wishOf(hash: string): Wish {
  const said = new URLSearchParams(hash.replace(/^#/, ''))
  const filter = said.get('filter') ?? 'all'
  return {
    query: said.get('query') ?? '',
    filter: filter in filters ? (filter as Filter) : 'all',
    language: said.get('language') ?? '',
    state: said.get('state') ?? '',
    sort: sorts.find((sort) => sort === said.get('sort')),
    down: said.has('down'),
  }
}

/** '' when nothing is wished. */
export function hashOf({ query, filter, language, state, sort, down }: Wish): string {
  const said = new URLSearchParams({
    ...(filter !== 'all' && { filter }),
    ...(language !== '' && { language }),
    ...(state !== '' && { state }),
    ...(query !== '' && { query }),
    ...(sort !== undefined && { sort }),
    ...(sort !== undefined && down && { down: '' }),
  }).toString()
  return said === '' ? '' : `#${said}`
}

/** An article, with its title and id as they are compared: without marks, in small letters. */
export interface Entry {
  readonly row: ArticleRow
  readonly folded: string
}

export function entryOf(row: ArticleRow): Entry {
  return { row, folded: fold(`${row.title}\n${row.id}`) }
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** @returns those wished for, in the order wished for; of equals the one that came first */
export function found(entries: readonly Entry[], wish: Wish): readonly ArticleRow[] {
  const words = fold(wish.query).split(/\s+/u).filter(Boolean)
  const rows = entries.filter(({ row, folded }) => words.every((word) => folded.includes(word)) && isOf(row, wish)).map(({ row }) => row)
  const { sort, down } = wish
  if (sort === undefined) return rows
  const order =
    sort === 'title'
      ? (a: ArticleRow, b: ArticleRow) => collator.compare(a.title || a.id, b.title || b.id)
      : (a: ArticleRow, b: ArticleRow) => a[sort] - b[sort]
  return rows.sort((a, b) => (down ? order(b, a) : order(a, b)))
}

const collator = new Intl.Collator('en', { numeric: true })

function isOf(row: ArticleRow, { filter, language, state }: Wish): boolean {
  const counts = {
    all: 1,
    proposed: row.proposed,
    doubtful: row.doubtful,
    checks: row.failedChecks,
    pending: row.pending,
    story: row.story === undefined ? 0 : 1,
  }
  if (counts[filter] === 0) return false
  if (language === '' && state === '') return true
  return row.languages.some((each, at) => (language === '' || each === language) && (state === '' || row.states[at] === state))
}
