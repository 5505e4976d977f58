/** What was judged on this page, step by step: marked at once, then written, then told; each can be undone. */
import type { Judgement } from '../glossary/judgement.ts'
import { judge, type Saved, undo } from './api.ts'
import { counted } from './words.ts'

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
  /** When it is written. */
  saved?(): void
}

/** Who is told how it went. */
export interface Listener {
  saved(words: string, answer: Saved): void
  failed(words: string, why: string): void
  /** Of what went wrong otherwise. */
  warn(words: string): void
  /** Something that this page did not say was taken back: what it shows may be otherwise. */
  undone(): void
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
      (answer) => {
        step.saved?.()
        this.#listener.saved(step.words, answer)
      },
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

  /** Takes the last step of this page back. @returns it; where this page took none, the last of those before it is taken back when it can be */
  undo(): Step | undefined {
    const last = this.#taken.pop()
    if (last === undefined) {
      this.#undoEarlier()
      return undefined
    }
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

  /** What was said before this page was loaded. */
  #undoEarlier(): void {
    this.#after(() => undo()).then(
      (answer) => {
        this.#listener.saved(`Undone: ${wordsOf(answer.said)}`, answer)
        this.#listener.undone()
      },
      (thrown: Error) => this.#listener.warn(`Nothing to undo: ${thrown.message}.`),
    )
  }

  #after<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.#last.then(work)
    this.#last = done.catch(() => undefined)
    return done
  }
}

function wordsOf(said: readonly Judgement[]): string {
  const [first] = said
  if (first === undefined) return 'nothing'
  const words =
    'surface' in first
      ? `${first.surface}, ${first.judgement} as ${first.canonical}`
      : 'canonical' in first
        ? `${first.canonical}, ${first.judgement}`
        : first.judgement === 'translation'
          ? `a translation of ${first.source}`
          : `a row of ${first.article}`
  return said.length === 1 ? words : `${counted(said.length, 'judgement')}, ${words} …`
}
