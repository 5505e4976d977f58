/** Something of which a verdict is said, and where the page shows it: a row, or a context of a row. */

export type Verdict = 'right' | 'wrong' | 'open' | 'later'

export interface Mark {
  readonly verdict: Verdict
  /** 'right everywhere, from the next run on' */
  readonly words: string
}

export class Place {
  readonly element: HTMLElement
  readonly #chip: HTMLElement
  #mark: Mark | undefined

  constructor(element: HTMLElement, chip: HTMLElement, mark: Mark | undefined) {
    this.element = element
    this.#chip = chip
    this.mark = mark
  }

  get mark(): Mark | undefined {
    return this.#mark
  }

  set mark(mark: Mark | undefined) {
    this.#mark = mark
    this.#chip.textContent = mark?.words ?? ''
    this.#chip.hidden = mark === undefined
    if (mark === undefined) delete this.element.dataset.verdict
    else this.element.dataset.verdict = mark.verdict
  }

  /** Whether nobody has decided yet. */
  get isOpen(): boolean {
    return this.#mark === undefined || this.#mark.verdict === 'open' || this.#mark.verdict === 'later'
  }

  /** Marks it. @returns takes that back, unless it was marked anew since */
  change(mark: Mark): () => void {
    const before = this.#mark
    this.mark = mark
    return () => {
      if (this.#mark === mark) this.mark = before
    }
  }
}
