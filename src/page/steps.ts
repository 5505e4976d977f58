/** What was judged on this page, step by step: marked at once, then written, then told; each can be undone. */
import type { Judgement } from '../glossary/judgement.ts'
import { judge, type Saved, undo } from './api.ts'

/** One decision, however many judgements it takes. */
export interface Step {
  readonly judgements: readonly Judgement[]
  /** 'Bekerel is Henri Becquerel, everywhere' */
  readonly words: string
  /** Where it was taken, to go back to. */
  readonly element: HTMLElement
  /** Marks it on the page. */
  show(): void
  /** Takes the mark back. */
  revert(): void
}

/** Who is told how it went. */
export interface Listener {
  saved(words: string, answer: Saved): void
  failed(words: string, why: string): void
}

export class Steps {
  readonly #listener: Listener
  #taken: { readonly step: Step; readonly saved: Promise<Saved> }[] = []
  /** One request after the other: the log has them in the order in which they were made. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(listener: Listener) {
    this.#listener = listener
  }

  take(step: Step): void {
    step.show()
    const taken = { step, saved: this.#after(() => judge(step.judgements)) }
    this.#taken.push(taken)
    taken.saved.then(
      (answer) => this.#listener.saved(step.words, answer),
      (thrown: Error) => {
        this.#taken = this.#taken.filter((other) => other !== taken)
        step.revert()
        this.#listener.failed(step.words, thrown.message)
      },
    )
  }

  /** When all that was said so far is written, or has failed. */
  get settled(): Promise<unknown> {
    return this.#last
  }

  /** Takes the last step back. @returns it, if there is one */
  undo(): Step | undefined {
    const last = this.#taken.pop()
    if (last === undefined) return undefined
    const { step, saved } = last
    step.revert()
    this.#after(async () => {
      // What was not written needs no undoing, and has been told.
      const id = await saved.then(
        (answer) => answer.id,
        () => undefined,
      )
      return id === undefined ? undefined : undo(id)
    }).then(
      (answer) => answer && this.#listener.saved(`Undone: ${step.words}`, answer),
      (thrown: Error) => {
        step.show()
        this.#taken.push(last)
        this.#listener.failed(`Undo of: ${step.words}`, thrown.message)
      },
    )
    return step
  }

  #after<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.#last.then(work)
    this.#last = done.catch(() => undefined)
    return done
  }
}
