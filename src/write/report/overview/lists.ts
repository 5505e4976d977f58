import { join } from 'node:path'
import { type Html, html } from '../html.ts'
import { grouped, pageParts } from '../page.ts'
import { Paged, pageNumber } from './paged.ts'

/** Rows of a page of a list. */
const ROWS = 250

/** What stands above the rows of a list, and what its columns are. */
export interface ListKind {
  readonly name: string
  readonly title: string
  /** What to know about it. */
  readonly about?: string
  readonly head: Html
}

/** `list/NAME-NNN.html`: all rows of a kind, some hundred a page, to be read without a script. The list of all articles is `list/NNN.html`. */
export class List {
  readonly kind: ListKind
  readonly #paged: Paged<Html>
  /** The first rows, for the overview. */
  readonly first: Html[] = []

  /** @param shown rows of it that stand on the overview */
  constructor(
    folder: string,
    kind: ListKind,
    readonly shown = 0,
  ) {
    this.kind = kind
    const parts = pageParts({ title: `Synoptic: ${kind.title}`, view: { name: 'list', up: '../' } })
    this.#paged = new Paged<Html>({
      folder: join(folder, 'list'),
      name: (page) => this.file(page),
      size: ROWS,
      head: (page, rows) => parts.head + this.#page(page, rows).markup,
      tail: (page, pages, total) => html`${this.#ways(page, pages, total)}</main>`.markup + parts.tail,
    })
  }

  get total(): number {
    return this.#paged.total
  }

  /** Of page `page`, within `list/`. */
  file(page: number): string {
    return this.kind.name === 'articles' ? `${pageNumber(page)}.html` : `${this.kind.name}-${pageNumber(page)}.html`
  }

  /** @param up the same row for the overview, whose links go from the report's folder */
  add(row: (up: '' | '../') => Html): void {
    if (this.first.length < this.shown) this.first.push(row(''))
    this.#paged.add(row('../'))
  }

  close(): number {
    return this.#paged.close()
  }

  #page(page: number, rows: readonly Html[]): Html {
    const { title, about, head } = this.kind
    return html`<main>
<nav class="back" aria-label="report"><a href="../index.html">Overview</a></nav>
<h1>${title}</h1>
${about && html`<p>${about}</p>`}
<p class="soft">From ${grouped(page * ROWS + 1)} to ${grouped(page * ROWS + rows.length)}.</p>
<table class="list" role="table" aria-label="${title}">
<thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">
${rows}</tbody>
</table>
`
  }

  #ways(page: number, pages: number, total: number): Html {
    const way = (to: number, words: string): Html | undefined =>
      to < 0 || to >= pages ? undefined : html`<a href="${this.file(to)}">${words}</a>`
    return html`<nav class="pager" aria-label="pages">${way(page - 1, '← previous')}<span>page ${page + 1} of ${pages}, ${grouped(total)} in all</span>${way(page + 1, 'next →')}
${pageLinks(pages, (to) => this.file(to), page)}</nav>`
  }
}

/** Numbers of pages as links: all of a few, of many the first, the last and one in so many. */
export function pageLinks(pages: number, href: (page: number) => string, here?: number): Html | undefined {
  if (pages < 2) return undefined
  const every = Math.ceil(pages / 40)
  const shown = Array.from({ length: pages }, (_, page) => page).filter((page) => page % every === 0 || page === pages - 1)
  return html`<ol>${shown.map((page) =>
    page === here ? html`<li><b aria-current="page">${page + 1}</b></li>` : html`<li><a href="${href(page)}">${page + 1}</a></li>`,
  )}</ol>`
}
