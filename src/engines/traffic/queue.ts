import type { Answer, Language } from '../../article.ts'
import { codePoints } from '../pieces.ts'
import type { Hints } from '../translator.ts'

/** A text that waits for its translation, or is on its way. */
export interface Job {
  readonly text: string
  readonly from: Language
  readonly to: Language
  /** What the engine reads besides. */
  readonly hints: Hints | undefined
  readonly signal: AbortSignal
  readonly resolve: (answer: Answer) => void
  readonly reject: (reason: unknown) => void
  readonly codePoints: number
  /** Texts in a batch that it may be part of: halved when a batch was refused, until the text to blame stands alone. */
  most: number
  /** Times it failed while the server was there. */
  failures: number
  /** Times it was refused, alone. */
  refusals: number
}

/** Code points in a batch, at most; a longer text goes alone. */
const MOST_CODE_POINTS = 8000

/** What waits to be sent, in the order it came; texts of one pair of languages go together, whoever asked for them. */
export class Queue {
  readonly #lanes = new Map<string, Job[]>()
  #size = 0

  get size(): number {
    return this.#size
  }

  add(job: Omit<Job, 'codePoints' | 'most' | 'failures' | 'refusals'>): void {
    this.#laneOf(job).push({ ...job, codePoints: codePoints(job.text), most: Number.POSITIVE_INFINITY, failures: 0, refusals: 0 })
    this.#size += 1
  }

  /** Back to where it came from, before all others. */
  putBack(jobs: readonly Job[]): void {
    if (jobs[0] === undefined) return
    this.#laneOf(jobs[0]).unshift(...jobs)
    this.#size += jobs.length
  }

  /** Behind all others: what fails again and again is not to stand in their way. */
  putLast(jobs: readonly Job[]): void {
    if (jobs[0] === undefined) return
    this.#laneOf(jobs[0]).push(...jobs)
    this.#size += jobs.length
  }

  /** The next batch of one pair and formality; these take turns. @param most texts */
  take(most: number): Job[] {
    const [name, lane] = this.#lanes.entries().next().value ?? []
    if (name === undefined || lane === undefined) return []
    const batch: Job[] = []
    let points = 0
    let limit = most
    for (const job of lane) {
      limit = Math.min(limit, job.most)
      points += job.codePoints
      if (batch.length > 0 && (batch.length >= limit || points > MOST_CODE_POINTS)) break
      batch.push(job)
    }
    lane.splice(0, batch.length)
    this.#size -= batch.length
    this.#lanes.delete(name)
    if (lane.length > 0) this.#lanes.set(name, lane)
    return batch
  }

  /** Takes out those that nobody waits for any more. */
  dropAborted(): void {
    for (const [name, lane] of this.#lanes) {
      const left: Job[] = []
      for (const job of lane) {
        if (job.signal.aborted) job.reject(job.signal.reason)
        else left.push(job)
      }
      this.#size += left.length - lane.length
      if (left.length > 0) this.#lanes.set(name, left)
      else this.#lanes.delete(name)
    }
  }

  /** Takes all out. */
  clear(): Job[] {
    const all = [...this.#lanes.values()].flat()
    this.#lanes.clear()
    this.#size = 0
    return all
  }

  #laneOf({ from, to, hints }: Pick<Job, 'from' | 'to' | 'hints'>): Job[] {
    const name = `${from} ${to} ${hints?.formality ?? ''}`
    const lane = this.#lanes.get(name) ?? []
    this.#lanes.set(name, lane)
    return lane
  }
}
