/** One output that people judge: what its run wrote, what was said of it since, and what that concerns. */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { UsageError } from '../errors.ts'
import type { Judgement } from '../glossary/index.ts'
import { isLocked, lock } from '../run/lock.ts'
import { Refusal } from './answer.ts'
import { aboutOf, type JudgementBook } from './book.ts'
import { Concerned } from './concerned.ts'
import { openResults, type Results, standingOf } from './results.ts'
import { type Step, StepFile } from './steps.ts'
import { restoring } from './undo.ts'

/** How often a lock is asked for that another page may hold, a few milliseconds at a time, and the pause between. */
const TRIES = 5
const PAUSE_MS = 50

/** What was answered to judgements. */
export interface Said {
  /** For undo. */
  readonly id: string
  readonly applied: 'next run'
  readonly notYetApplied: number
  readonly articlesConcerned: number
}

/** What was answered to an undo. */
export interface Undone extends Said {
  /** What was taken back. */
  readonly said: readonly Judgement[]
}

export class Desk {
  readonly output: string
  #results: Results
  /** Those before, for requests that still read them. */
  #older: Results | undefined
  /** Counts for the results that are open. */
  #concerned: Concerned
  readonly #steps: StepFile
  #writing: Promise<unknown> = Promise.resolve()
  #refreshing: Promise<void> | undefined

  private constructor(output: string, results: Results) {
    this.output = output
    this.#results = results
    this.#concerned = new Concerned(results.names)
    this.#steps = new StepFile(output)
  }

  /** @throws UsageError when no results are there, or none that can be judged */
  static async open(output: string): Promise<Desk> {
    return new Desk(output, await openResults(output))
  }

  close(): void {
    this.#older?.names.close()
    this.#results.names.close()
  }

  get #book(): JudgementBook {
    return this.#results.book
  }

  /** What stands in the output now: a run may have written it anew, and somebody else may have judged. */
  async refresh(): Promise<Results> {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = undefined
    })
    await this.#refreshing
    return this.#results
  }

  async #refresh(): Promise<void> {
    const { names, book, standing } = this.#results
    const now = await standingOf(this.output)
    if (now === standing || now === '') {
      if (await book.refresh()) names.recount(book.changes, book.judgements)
      return
    }
    const opened = await openResults(this.output).catch(async (thrown) => {
      // A run is moving its results into place: these are shown until all have come.
      if (await isLocked(this.output)) return undefined
      throw thrown
    })
    if (opened === undefined) return
    this.#older?.names.close()
    this.#older = this.#results
    this.#results = opened
    this.#concerned = new Concerned(opened.names)
  }

  /** Adds to the log, one request after the other. @throws Refusal while a run goes on: nothing was written then */
  judge(judgements: readonly Judgement[]): Promise<Said> {
    return this.#inTurn(async () => {
      const restore = restoring(this.#book.judgements, judgements)
      await this.#say(judgements)
      return this.#remember({ said: judgements, restore })
    })
  }

  /**
   * @param id of a request; without it, the last that is not undone yet, by whatever page
   * @throws Refusal when there is no such step, or something else was said of the same since
   */
  undo(id?: string): Promise<Undone> {
    return this.#inTurn(async () => {
      const step = await this.#steps.find(id)
      if (step === undefined)
        throw new Refusal(404, id === undefined ? 'nothing was said that can be undone' : 'no such step can be undone any more; judge anew')
      const { judgements } = this.#book
      const last = new Map(step.said.map((judgement) => [aboutOf(judgement), judgement]))
      for (const judgement of last.values())
        if (!isInForce(this.#book, judgement)) throw new Refusal(409, 'something else was said of it since; undo that first')
      const restore = restoring(judgements, step.restore)
      await this.#say(step.restore)
      return { ...(await this.#remember({ said: step.restore, restore, isUndo: true }, step)), said: step.said }
    })
  }

  async notYetApplied(): Promise<Pick<Said, 'notYetApplied' | 'articlesConcerned'>> {
    const { changes } = this.#book
    return { notYetApplied: changes.length, articlesConcerned: await this.#concerned.count(changes) }
  }

  async #say(judgements: readonly Judgement[]): Promise<void> {
    await this.#book.say(judgements)
    this.#results.names.recount(judgements, this.#book.judgements)
  }

  async #remember(given: Omit<Step, 'id'>, undone?: Step): Promise<Said> {
    const id = randomUUID()
    await this.#steps.add({ id, ...given }, undone)
    return { id, applied: 'next run', ...(await this.notYetApplied()) }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#writing.then(async () => {
      // Nobody else writes from what is read here until what follows from it is written.
      await using _lock = await lockSoon(this.output)
      await this.refresh()
      // Awaited here, or the lock would be given back before.
      return await work()
    })
    this.#writing = turn.catch(() => {})
    return turn
  }
}

/** Whether the thing is judged as this says. */
function isInForce({ judgements }: JudgementBook, judgement: Judgement): boolean {
  if (!('canonical' in judgement)) return judgements.sentences.holds(judgement)
  if ('surface' in judgement) return judgements.holds(judgement)
  return (judgements.ofProposal(judgement.canonical)?.judgement ?? 'undecided') === judgement.judgement
}

/** The lock of the run: a page never writes while a run does. */
async function lockSoon(output: string): Promise<AsyncDisposable> {
  for (let tries = 1; ; tries++) {
    try {
      return await lock(output)
    } catch (thrown) {
      if (!(thrown instanceof UsageError)) throw thrown
      if (tries === TRIES) throw new Refusal(409, 'a run is going on in this output: nothing was written; judge again when it is done')
    }
    await pause(PAUSE_MS)
  }
}
