/** One output that people judge: what its run wrote, what was said of it since, and what that concerns. */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { UsageError } from '../errors.ts'
import { type Judgement, type LoggedJudgement, logOf } from '../glossary/index.ts'
import { isLocked, lock } from '../run/lock.ts'
import { readManifest } from '../run/manifest.ts'
import { keptSettings } from '../run/settings.ts'
import { files, REVIEW } from '../write/clusters/layout.ts'
import { Refusal } from './answer.ts'
import { aboutOf, JudgementBook, markOf, wordOn } from './book.ts'
import { Concerned } from './concerned.ts'
import { NamesIndex } from './names.ts'
import { restoring } from './undo.ts'

/** Judgements that can be undone: the last so many requests. */
const STEPS = 1000
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

interface Step {
  readonly said: readonly Judgement[]
  readonly restore: readonly Judgement[]
}

export class Desk {
  readonly output: string
  #names: NamesIndex
  #book: JudgementBook
  /** Inode and time of the index that is open. */
  #standing: string
  readonly #steps = new Map<string, Step>()
  #writing: Promise<unknown> = Promise.resolve()
  #concerned: Concerned

  private constructor(output: string, names: NamesIndex, book: JudgementBook, standing: string) {
    this.output = output
    this.#names = names
    this.#book = book
    this.#standing = standing
    this.#concerned = new Concerned(names)
  }

  /** @throws UsageError when no results are there, or none that can be judged */
  static async open(output: string): Promise<Desk> {
    const { names, book, standing } = await openResults(output)
    return new Desk(output, names, book, standing)
  }

  close(): void {
    this.#names.close()
  }

  get book(): JudgementBook {
    return this.#book
  }

  /** What stands in the output now: a run may have written it anew, and somebody else may have judged. */
  async refresh(): Promise<NamesIndex> {
    const standing = await standingOf(this.output)
    if (standing !== this.#standing && standing !== '') {
      const opened = await openResults(this.output).catch(async (thrown) => {
        // A run is moving its results into place: these are shown until all have come.
        if (await isLocked(this.output)) return undefined
        throw thrown
      })
      if (opened === undefined) return this.#names
      this.#names.close()
      this.#names = opened.names
      this.#book = opened.book
      this.#standing = opened.standing
      this.#concerned = new Concerned(opened.names)
    } else if (await this.#book.refresh()) {
      this.#names.recount(canonicalsOf(this.#book.changes), this.#book.judgements)
    }
    return this.#names
  }

  /** Adds to the log, one request after the other. @throws Refusal while a run goes on: nothing was written then */
  judge(judgements: readonly Judgement[]): Promise<Said> {
    return this.#inTurn(async () => {
      const restore = restoring(this.#book.judgements, judgements)
      await this.#say(judgements)
      return this.#remember({ said: judgements, restore })
    })
  }

  /** @throws Refusal when there is no such step, or something else was said of the same since */
  undo(id: string): Promise<Said> {
    return this.#inTurn(async () => {
      const step = this.#steps.get(id)
      if (step === undefined) throw new Refusal(404, 'no such step can be undone any more; judge anew')
      const { judgements } = this.#book
      const last = new Map(step.said.map((judgement) => [aboutOf(judgement), judgement]))
      for (const judgement of last.values())
        if (!isInForce(this.#book, judgement)) throw new Refusal(409, 'something else was said of it since; undo that first')
      const restore = restoring(judgements, step.restore)
      await this.#say(step.restore)
      this.#steps.delete(id)
      return this.#remember({ said: step.restore, restore })
    })
  }

  async notYetApplied(): Promise<Pick<Said, 'notYetApplied' | 'articlesConcerned'>> {
    const { changes } = this.#book
    return { notYetApplied: changes.length, articlesConcerned: await this.#concerned.count(changes) }
  }

  async #say(judgements: readonly Judgement[]): Promise<void> {
    await this.#book.say(judgements)
    this.#names.recount(canonicalsOf(judgements), this.#book.judgements)
  }

  async #remember(step: Step): Promise<Said> {
    const id = randomUUID()
    this.#steps.set(id, step)
    for (const [oldest] of this.#steps) if (this.#steps.size > STEPS) this.#steps.delete(oldest)
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
  if (!('surface' in judgement)) return wordOn(judgements, judgement) === JSON.stringify(judgement)
  return (wordOn(judgements, judgement) ?? 'open') === judgement.judgement
}

function canonicalsOf(judgements: readonly Judgement[]): Set<string> {
  return new Set(judgements.flatMap((judgement) => ('surface' in judgement ? [judgement.canonical] : [])))
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

/** Changes whenever the results do, or what they were made with; '' while they are moved into place. */
async function standingOf(output: string): Promise<string> {
  const marks = await Promise.all([join(output, REVIEW, files.overview), join(output, 'run.json')].map(markOf))
  return marks.includes('') ? '' : marks.join()
}

async function openResults(output: string): Promise<{ names: NamesIndex; book: JudgementBook; standing: string }> {
  const standing = await standingOf(output)
  const glossary = await glossaryOf(output)
  const names = await NamesIndex.open(output)
  const path = await logOf(glossary)
  if (path === undefined)
    throw new UsageError(`${output}: was made without a glossary, and judgements are kept with it; run with --glossary`)
  const applied = await appliedIn(output)
  const book = await JudgementBook.open(path, applied)
  names.recount(canonicalsOf(book.changes), book.judgements)
  return { names, book, standing }
}

async function appliedIn(output: string): Promise<readonly LoggedJudgement[]> {
  return (await readManifest(output)).judgements
}

/** Where the glossary lies that the results were made with; what is relative is so to where the run was started, or else to here. */
async function glossaryOf(output: string): Promise<readonly string[]> {
  const text = await readFile(join(output, 'run.json'), 'utf8').catch(() => undefined)
  if (text === undefined)
    throw new UsageError(
      `${output}: no finished run is there; name the folder that \`synoptic run\` wrote to (-o), or run first: synoptic run INPUT -o ${output}`,
    )
  const { configuration } = JSON.parse(text) as { configuration?: { glossary?: readonly string[] } }
  const from = (await keptSettings(output))?.folder ?? '.'
  return (configuration?.glossary ?? ['glossary']).map((path) => resolve(from, path))
}
