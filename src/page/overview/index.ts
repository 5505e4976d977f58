/** The view `overview`: all articles searched by title, filtered and sorted. Until somebody does, the page is as it was written. */
import type { ArticleRow } from '../../write/report/summary.ts'
import { load } from '../data.ts'
import { make } from '../dom.ts'
import { type Entry, entryOf, filters, found, hashOf, type Sort, sorts, type Wish, wishOf } from './find.ts'
import { rowOf } from './row.ts'

/** Rows shown at a time. */
const ROWS = 60

export function overview(): void {
  const mount = document.getElementById('find')
  const table = document.querySelector<HTMLTableElement>('table[data-list=articles]')
  if (mount !== null && table !== null) new Finder(mount, table)
}

class Finder {
  readonly #table: HTMLTableElement
  readonly #total: number
  readonly #search = make('input', { type: 'search', autocomplete: 'off', spellcheck: 'false' })
  readonly #filter = make(
    'select',
    {},
    Object.entries(filters).map(([value, words]) => make('option', { value }, words)),
  )
  readonly #language = make('select', {}, make('option', { value: '' }, 'every language'))
  readonly #said = make('span', { role: 'status' })
  readonly #previous = make('button', { type: 'button', class: 'plain' }, '← previous')
  readonly #next = make('button', { type: 'button', class: 'plain' }, 'next →')
  readonly #where = make('span')
  readonly #pager = make('div', { class: 'pager', hidden: true }, this.#previous, this.#where, this.#next)
  readonly #entries: Entry[] = []
  readonly #heads = new Map<Sort, HTMLElement>()
  #all: Promise<void> | undefined
  #wish: Wish
  #page = 0

  constructor(mount: HTMLElement, table: HTMLTableElement) {
    this.#table = table
    this.#total = Number(mount.dataset.total)
    this.#wish = wishOf(location.hash)
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages tbody th a')) {
      const language = wishOf(link.hash).language
      this.#language.append(make('option', { value: language }, link.textContent))
    }
    mount.append(
      make(
        'div',
        { class: 'find', role: 'search' },
        make('label', {}, 'Title or id ', this.#search),
        make('label', {}, 'Only ', this.#filter),
        make('label', {}, 'In ', this.#language),
        this.#said,
      ),
    )
    table.after(this.#pager)
    this.#makeHeads()
    this.#search.addEventListener('input', () => this.#change({ query: this.#search.value }))
    this.#search.addEventListener('focus', () => this.#loadAll())
    this.#filter.addEventListener('change', () => this.#change({ filter: this.#filter.value as Wish['filter'] }))
    this.#language.addEventListener('change', () => this.#change({ language: this.#language.value, state: '' }))
    this.#previous.addEventListener('click', () => this.#turn(-1))
    this.#next.addEventListener('click', () => this.#turn(1))
    for (const link of document.querySelectorAll<HTMLElement>('a[data-filter]')) {
      link.addEventListener('click', (event) => {
        event.preventDefault()
        location.hash = `filter=${link.dataset.filter}`
      })
    }
    addEventListener('hashchange', () => {
      this.#wish = wishOf(location.hash)
      this.#show(true)
    })
    if (hashOf(this.#wish) !== '') this.#show(true)
  }

  /** The heads of columns become buttons that sort. */
  #makeHeads(): void {
    const [title, , ...numbers] = this.#table.querySelectorAll<HTMLElement>('thead th')
    for (const [at, head] of [title, ...numbers.slice(0, sorts.length - 1)].entries()) {
      const sort = sorts[at]
      if (head === undefined || sort === undefined) continue
      const button = make('button', { type: 'button' }, head.textContent)
      // Titles from A on, counts from the most on; the other way round on a second press.
      button.addEventListener('click', () => this.#change({ sort, down: this.#wish.sort === sort ? !this.#wish.down : sort !== 'title' }))
      head.replaceChildren(button)
      this.#heads.set(sort, head)
    }
  }

  #change(change: Partial<Wish>): void {
    this.#wish = { ...this.#wish, ...change }
    // A wish is no step of its own in the history: going back leaves the page.
    history.replaceState(null, '', hashOf(this.#wish) || location.pathname + location.search)
    this.#show(false)
  }

  #turn(by: number): void {
    this.#page += by
    this.#render()
    this.#table.scrollIntoView()
  }

  #show(fromAddress: boolean): void {
    const { query, filter, language, sort, down } = this.#wish
    if (this.#search.value !== query) this.#search.value = query
    this.#filter.value = filter
    this.#language.value = language
    for (const [each, head] of this.#heads) {
      if (each === sort) head.setAttribute('aria-sort', down ? 'descending' : 'ascending')
      else head.removeAttribute('aria-sort')
    }
    this.#page = 0
    this.#loadAll().then(() => {
      this.#render()
      if (fromAddress) document.getElementById('articles')?.scrollIntoView()
    })
  }

  #loadAll(): Promise<void> {
    this.#all ??= (async () => {
      for (let page = 0; this.#entries.length < this.#total; page += 1) {
        const { rows } = await load<ArticleRow>('articles', page)
        if (rows.length === 0) break
        for (const row of rows) this.#entries.push(entryOf(row))
        if (this.#entries.length < this.#total) this.#said.textContent = `${this.#entries.length} of ${this.#total} read …`
      }
      this.#said.textContent = ''
    })().catch((error: unknown) => {
      this.#said.textContent = String(error)
    })
    return this.#all
  }

  #render(): void {
    const rows = found(this.#entries, this.#wish)
    const pages = Math.max(1, Math.ceil(rows.length / ROWS))
    const first = this.#page * ROWS
    this.#table.tBodies[0]!.replaceChildren(...rows.slice(first, first + ROWS).map(rowOf))
    const { language, state } = this.#wish
    const which = [language, state].filter(Boolean).join(' ')
    this.#said.textContent = `${rows.length.toLocaleString('en')} of ${this.#total.toLocaleString('en')}${which && `, ${which}`}`
    this.#where.textContent = `page ${this.#page + 1} of ${pages}`
    this.#previous.disabled = this.#page === 0
    this.#next.disabled = this.#page >= pages - 1
    this.#pager.hidden = pages < 2
    document.querySelector<HTMLElement>('nav.pager')!.hidden = true
  }
}
