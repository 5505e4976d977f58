/** The cards on the page, which of their rows is asked, and what the keys do with it. */
import type { Judgement } from '../../glossary/judgement.ts'
import { make } from '../dom.ts'
import type { Place, Verdict } from '../place.ts'
import type { Steps } from '../steps.ts'
import { counted } from '../words.ts'
import { type Asked, cardsOf } from './cards.ts'
import { addressOf, type Row } from './row.ts'
import { sayingOf } from './saying.ts'
import { type CardView, viewOf } from './view.ts'

interface Placed {
  readonly row: Row
  readonly card: CardView
}

export interface QueueOptions {
  readonly asked: Asked
  readonly page: number
  readonly steps: Steps
  say(words: string): void
}

export class Queue {
  readonly element = make('div', { class: 'queue' })
  readonly #options: QueueOptions
  #asked: Asked
  #page: number
  #pages = 1
  #placed: readonly Placed[] = []
  #at = -1
  /** Whether what is said holds everywhere, or in one article. */
  everywhere = true
  /** Cards that were on the page; those judged leave a list of open ones, and the rest moves up. */
  readonly #seen = new Set<string>()
  #loading = 0

  constructor(options: QueueOptions) {
    this.#options = options
    this.#asked = options.asked
    this.#page = options.page
    this.element.addEventListener('focusin', ({ target }) => this.#activate(this.#indexOf(target as Element)))
    this.element.addEventListener('click', ({ target }) => this.#press(target as Element))
  }

  get asked(): Asked {
    return this.#asked
  }

  get isEmpty(): boolean {
    return this.#placed.length === 0 && this.element.querySelector('.bad') === null
  }

  /** Where it stands, to come back to. */
  get place(): { page: number; row: number } {
    return { page: this.#page, row: Math.max(0, this.#at) }
  }

  /** Begins anew. @param row as of `show` */
  ask(asked: Asked, row?: number): Promise<void> {
    this.#asked = asked
    this.#seen.clear()
    return this.show(0, row)
  }

  /** The same page as it is now. */
  again(): Promise<void> {
    return this.show(this.#page, this.place.row)
  }

  /** While a page comes, a key would be meant for a row that is not there yet. */
  get #isBusy(): boolean {
    return this.element.hasAttribute('aria-busy')
  }

  /** @param row which is asked first; without one, the focus stays where it is */
  async show(page: number, row?: number): Promise<void> {
    this.#loading += 1
    const mine = this.#loading
    this.element.setAttribute('aria-busy', 'true')
    try {
      // What is still being written would be listed as it was.
      await this.#options.steps.settled
      const slice = await cardsOf(page, this.#asked)
      if (mine !== this.#loading) return
      // Those that were judged have left the list, and with them its last page.
      if (slice.rows.length === 0 && page > 0) return await this.show(Math.max(0, slice.pages - 1), row)
      this.#fill(slice.rows.map(viewOf), page, slice.pages, slice.total)
      // Who opens the page sees it from its top.
      if (row !== undefined) this.#go(Math.min(row, this.#placed.length - 1), mine > 1 || row > 0)
    } catch (thrown) {
      if (mine === this.#loading) this.element.replaceChildren(make('p', { class: 'notice bad' }, (thrown as Error).message))
    } finally {
      if (mine === this.#loading) this.element.removeAttribute('aria-busy')
    }
  }

  #fill(cards: readonly CardView[], page: number, pages: number, total: number): void {
    this.#page = page
    this.#pages = pages
    this.#placed = cards.flatMap((card) => card.rows.map((row) => ({ row, card })))
    this.#at = -1
    for (const card of cards) this.#seen.add(keyOf(card))
    const button = (act: string, label: string): HTMLButtonElement => make('button', { type: 'button', 'data-act': act }, label)
    this.element.replaceChildren(
      make('p', { class: 'soft' }, total === 0 ? this.#nothing() : `${counted(total, 'card')}, page ${page + 1} of ${pages}.`),
      ...cards.map(({ element }) => element),
      ...(pages > 1
        ? [
            make(
              'nav',
              { class: 'pages', 'aria-label': 'Pages' },
              page > 0 && button('back', 'Previous page'),
              page + 1 < pages && button('on', 'Next page'),
            ),
          ]
        : []),
    )
  }

  #nothing(): string {
    const { query, state } = this.#asked
    if (query !== '') return `Nothing is called so${state === 'all' ? '' : `, of those that are ${state}`}.`
    return { all: 'No name was rewritten or proposed.', open: 'Nothing is left to decide.', judged: 'Nothing was judged yet.' }[state]
  }

  /** One row on or back; beyond the last, the next page. */
  async move(by: 1 | -1): Promise<void> {
    if (this.#isBusy) return
    const to = this.#at + by
    if (to >= this.#placed.length) return this.#turn(1)
    if (to < 0) return this.#at < 0 || this.#page === 0 ? this.#go(0) : this.#turn(-1)
    this.#go(to)
  }

  /** Says it of the row that is asked, and goes on. */
  judge(verdict: Verdict): void {
    const { row } = this.#placed[this.#at] ?? {}
    if (row === undefined) return void this.move(1)
    if (this.#isBusy) return
    this.#take([row], verdict)
    this.#next()
  }

  /** Says it of all rows of the card that are open and ticked. */
  judgeRest(verdict: Verdict): void {
    const { card, row } = this.#placed[this.#at] ?? {}
    if (card === undefined || row === undefined || this.#isBusy) return
    const rest = card.rows.filter((row) => row.isOpen && (row.tick?.checked ?? true))
    this.#take(rest, verdict, this.#articleOf(row))
    this.#activate(this.#placed.findLastIndex((placed) => placed.card === card))
    this.#next()
  }

  later(): void {
    const { row } = this.#placed[this.#at] ?? {}
    if (row?.isOpen) row.change({ verdict: 'later', words: 'later' })
    this.#next()
  }

  tick(): void {
    const { tick } = this.#placed[this.#at]?.row ?? {}
    if (tick !== undefined) tick.checked = !tick.checked
  }

  undo(): void {
    const undone = this.#options.steps.undo()
    if (undone !== undefined) this.#go(this.#indexOf(undone.element))
  }

  /** To the sentence, in its article. */
  open(): void {
    const { sentence } = this.#placed[this.#at]?.row.contexts.find((context) => context.isOpen && context.sentence.page) ?? {}
    if (sentence === undefined) this.#options.say('None of these sentences has a page.')
    else location.assign(addressOf(sentence))
  }

  #take(rows: readonly Row[], verdict: Verdict, article?: string): void {
    const saids = rows.flatMap((row) => {
      const said = sayingOf(row, verdict, article ?? this.#articleOf(row))
      return said === undefined ? [] : [{ ...said, places: [...said.places, ...this.#alsoOf(said.judgement, verdict, rows)] }]
    })
    const [first] = saids
    if (first === undefined) {
      this.#options.say('Nothing is open here.')
      return
    }
    let reverts: readonly (() => void)[] = []
    this.#options.steps.take({
      judgements: saids.map(({ judgement }) => judgement),
      words: saids.length === 1 ? first.words : `${counted(saids.length, 'spelling')}: ${first.words} …`,
      element: rows[0]!.element,
      show: () => {
        reverts = saids.flatMap(({ places, mark }) => places.map((place) => place.change(mark)))
      },
      revert: () => {
        for (const revert of reverts) revert()
      },
    })
  }

  /** Places of other rows that the judgement is of too: a spelling has a row for what is rewritten and one for what is only proposed. */
  #alsoOf(judgement: Judgement, verdict: Verdict, rows: readonly Row[]): readonly Place[] {
    const article = 'article' in judgement ? judgement.article : undefined
    const same = JSON.stringify(judgement)
    return this.#placed.flatMap(({ row }) => {
      const said = rows.includes(row) ? undefined : sayingOf(row, verdict, article)
      return said !== undefined && JSON.stringify(said.judgement) === same ? said.places : []
    })
  }

  /** The article that a judgement is to be of. */
  #articleOf({ contexts, subject }: Row): string | undefined {
    if (this.everywhere || !subject.isLocal) return undefined
    return (contexts.find(({ isOpen }) => isOpen) ?? contexts[0])?.sentence.article
  }

  /** To the next row that is open: in an article's scope, as long as a sentence of this one is. */
  #next(): void {
    const { row } = this.#placed[this.#at] ?? {}
    const goesOn = !this.everywhere && row?.mark === undefined && row?.contexts.some(({ isOpen }) => isOpen)
    const next = goesOn ? this.#at : this.#placed.findIndex((placed, at) => at > this.#at && placed.row.mark === undefined)
    if (next < 0) void this.#turn(1)
    else this.#go(next)
  }

  async #turn(by: 1 | -1): Promise<void> {
    if (by < 0) return this.show(this.#page - 1, Number.POSITIVE_INFINITY)
    if (this.#asked.state !== 'all') {
      // Those judged have left the list, and others stand on this page now.
      const seen = new Set(this.#seen)
      await this.show(this.#page)
      const fresh = this.#placed.findIndex(({ card }) => !seen.has(keyOf(card)))
      if (fresh >= 0) return this.#go(fresh)
    }
    if (this.#page + 1 < this.#pages) return this.show(this.#page + 1, 0)
    this.#options.say('That was the last one.')
    // The page is new, and what is left on it is asked again.
    if (this.#at < 0) this.#go(0)
  }

  #go(at: number, scrolls = true): void {
    const { row } = this.#placed[at] ?? {}
    if (row === undefined) return
    this.#activate(at)
    row.element.focus({ preventScroll: true })
    if (scrolls) row.element.scrollIntoView({ block: 'nearest' })
  }

  #activate(at: number): void {
    if (at < 0 || at === this.#at) return
    this.#placed[this.#at]?.row.element.removeAttribute('aria-current')
    this.#placed[at]!.row.element.setAttribute('aria-current', 'true')
    this.#at = at
  }

  #indexOf(target: Element): number {
    const element = target.closest('.spelling')
    return element === null ? -1 : this.#placed.findIndex(({ row }) => row.element === element)
  }

  #press(target: Element): void {
    const act = target.closest<HTMLElement>('[data-act]')?.dataset.act
    if (act === 'back' || act === 'on') return void this.#turn(act === 'on' ? 1 : -1)
    const at = this.#indexOf(target)
    if (at < 0) return
    this.#activate(at)
    if (act !== undefined) this.judge(act as Verdict)
  }
}

/** Of the cards of a name with many spellings, each begins with another one. */
function keyOf({ card: { entry, spellings } }: CardView): string {
  return `${entry}\n${spellings[0]?.surface ?? ''}`
}
