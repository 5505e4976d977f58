/** The shards that a worker has in hand. */
import { hostname } from 'node:os'
import { WaitingError } from 'bullmq'
import { messageOf } from '../../errors.ts'
import type { StageCount } from '../cpu.ts'
import { asWriteError } from '../files.ts'
import { type Completion, ShardStore } from '../store.ts'
import type { Workers } from '../task.ts'
import { OrderFolder, type ShardJob } from './order.ts'

/** Milliseconds between two signs of how far a shard is. */
const TELL = 1000

/** What was done of a shard: a line of a worker's log. */
export interface ShardReport {
  /** When it ended, ISO 8601. */
  readonly time: string
  /** Of the run. */
  readonly order: string
  /** 1-based place in the input. */
  readonly shard: number
  readonly hash: string
  readonly outcome: 'done' | 'found done' | 'failed' | 'put back'
  /** Which try this was, from 1. */
  readonly attempt: number
  /** Written. */
  readonly articles?: number
  readonly rejected?: number
  /** Written, with a translation that is pending. */
  readonly unfinished?: number
  /** What each stage did. */
  readonly stages?: Readonly<Record<string, StageCount>>
  /** By the clock. */
  readonly seconds: number
  readonly host: string
  readonly pid: number
  readonly error?: string
}

export class Hand {
  readonly #order: string
  readonly #output: string
  readonly #folder: OrderFolder
  readonly #store: ShardStore
  readonly #threads: Workers
  readonly #report: (report: ShardReport) => void
  /** The worker ends, and what is in hand goes back. */
  readonly #ended = new AbortController()
  #count = 0

  constructor(order: string, output: string, threads: Workers, report: (report: ShardReport) => void) {
    this.#order = order
    this.#output = output
    this.#folder = new OrderFolder(output)
    this.#store = new ShardStore(output)
    this.#threads = threads
    this.#report = report
  }

  get isEmpty(): boolean {
    return this.#count === 0
  }

  /** What is in hand goes back after a time, in milliseconds. */
  end(grace: number): void {
    setTimeout(() => this.#ended.abort(), grace).unref()
  }

  take = async (job: ShardJob, token: string | undefined, lost: AbortSignal | undefined): Promise<void> => {
    const started = performance.now()
    const report = (outcome: ShardReport['outcome'], rest: Partial<ShardReport>): void => {
      const { hash, index } = job.data
      const seconds = Math.round(performance.now() - started) / 1000
      const time = new Date().toISOString()
      const attempt = job.attemptsStarted
      this.#report({
        time,
        order: this.#order,
        shard: index + 1,
        hash,
        outcome,
        attempt,
        ...rest,
        seconds,
        host: hostname(),
        pid: process.pid,
      })
    }
    this.#count += 1
    try {
      const { hash, origins } = job.data
      // Done by one who fell silent before he could say so: it is not done again.
      const known = await this.#store.completion(hash)
      if (known?.unfinished.length === 0 && known.origins === origins) return report('found done', {})
      const { keys, rejected, unfinished, stages } = await this.#do(job, lost)
      report('done', { articles: keys.length, rejected: rejected.length, unfinished: unfinished.length, stages })
    } catch (thrown) {
      if (this.#ended.signal.aborted && !lost?.aborted) {
        report('put back', {})
        await job.moveToWait(token)
        throw new WaitingError()
      }
      const error = lost?.aborted ? 'its lock was lost: somebody else does it' : messageOf(asWriteError(thrown, this.#output))
      report('failed', { error })
      throw new Error(error)
    } finally {
      this.#count -= 1
    }
  }

  /** As a local run would, with what is in the journal of one who died. */
  async #do(job: ShardJob, lost: AbortSignal | undefined): Promise<Completion> {
    const { hash } = job.data
    const { shard, earlier } = await this.#folder.get(hash)
    let done = 0
    const tell = setInterval(() => job.updateProgress(done).catch(() => {}), TELL)
    try {
      return await this.#threads.process({
        shard,
        earlier: [...this.#store.named(earlier), this.#store.journalFile(hash)],
        alone: false,
        signal: lost === undefined ? this.#ended.signal : AbortSignal.any([lost, this.#ended.signal]),
        onItems: (count) => {
          done += count
        },
      })
    } finally {
      clearInterval(tell)
    }
  }
}
