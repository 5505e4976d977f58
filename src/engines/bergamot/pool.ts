/** Threads that translate: each keeps the models it has loaded as long as there is work for them, and is replaced before it runs full. */
import { setMaxListeners } from 'node:events'
import { Worker } from 'node:worker_threads'
import { EngineError } from '../../errors.ts'
import type { InstalledModel } from './store.ts'
import type { Report, Task } from './worker.ts'

export interface PoolOptions {
  /** 1 and up. Each takes up to 700 MB. */
  readonly threads: number
  /** Longest time for one sentence, or for some that go through together, in milliseconds. */
  readonly timeoutMs: number
  /** The module that a thread runs. @defaultValue the one beside this */
  readonly worker?: URL | undefined
}

/** Texts that a thread is given at once: among more there are more of one length, which go together; for fewer others wait less. */
const TEXTS = 128

/** Bytes of heap after which a thread is replaced: it holds two models of the largest kind in less. It never shrinks, and aborts at 2 GB. */
const FULL = 900_000_000

/** Texts after which a thread is replaced anyway: what leaks in it goes with it. Half a second in a quarter of an hour. */
const OLD = 20_000

/** Threads that may end under one text before it is refused. */
const FAULTS = 2

interface Job {
  readonly models: readonly InstalledModel[]
  readonly text: string
  readonly signal: AbortSignal
  readonly resolve: (text: string) => void
  readonly reject: (reason: unknown) => void
  faults: number
  /** One of some that went through together when their thread was lost: which of them was to blame shows when it has a thread for itself. */
  isSuspect: boolean
}

interface Seat {
  readonly worker: Worker
  /** Of the models that are loaded. */
  lane: string
  /** What it has in hand. */
  jobs: Job[]
  /** Of those, by index, what is under way. */
  begun: readonly number[]
  done: number
  timer: NodeJS.Timeout | undefined
}

export class Pool implements AsyncDisposable {
  readonly #options: PoolOptions
  readonly #seats = new Set<Seat>()
  /** What waits, by the models it needs. */
  readonly #lanes = new Map<string, Job[]>()
  #isToGoOn = false

  constructor(options: PoolOptions) {
    this.#options = options
  }

  /**
   * `text` through one model after the other.
   * @throws EngineError 'refused-text' when the engine fails on it, or takes too long; 'not-set-up' when the model, or the processor, will not do
   * @throws the signal's reason, when it is aborted
   */
  translate(text: string, models: readonly InstalledModel[], signal: AbortSignal): Promise<string> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted()
      setMaxListeners(0, signal)
      const abort = (): void => reject(signal.reason)
      signal.addEventListener('abort', abort, { once: true })
      const settled =
        <T>(settle: (value: T) => void) =>
        (value: T): void => {
          signal.removeEventListener('abort', abort)
          settle(value)
        }
      this.#put({ models, text, signal, resolve: settled(resolve), reject: settled(reject), faults: 0, isSuspect: false }, 'last')
      // Those asked for in one go are given out together.
      if (!this.#isToGoOn) queueMicrotask(() => this.#goOn())
      this.#isToGoOn = true
    })
  }

  #put(job: Job, where: 'first' | 'last'): void {
    const name = laneOf(job)
    const lane = this.#lanes.get(name) ?? []
    this.#lanes.set(name, lane)
    if (where === 'first') lane.unshift(job)
    else lane.push(job)
  }

  /** Gives work to those who have none, and seats others while there is more. */
  #goOn(): void {
    this.#isToGoOn = false
    for (const seat of this.#seats) if (seat.jobs.length === 0) this.#give(seat)
    while (this.#lanes.size > 0 && this.#seats.size < this.#options.threads) this.#give(this.#sit())
  }

  #give(seat: Seat): void {
    seat.jobs = this.#take(seat.lane)
    seat.begun = [0]
    const [job] = seat.jobs
    if (job === undefined) {
      // A thread that waits does not keep the process.
      seat.worker.unref()
      return
    }
    seat.lane = laneOf(job)
    seat.worker.ref()
    seat.worker.postMessage({ models: job.models, texts: seat.jobs.map(({ text }) => text) } satisfies Task)
    this.#watch(seat)
  }

  /** The next texts for a thread that has the models of `own` loaded; else those of which most wait, in models that no other has. */
  #take(own: string): Job[] {
    const taken = new Set([...this.#seats].map(({ lane }) => lane))
    const byNeed = [...this.#lanes].sort(
      ([a, first], [b, second]) => Number(taken.has(a)) - Number(taken.has(b)) || second.length - first.length,
    )
    const name = this.#lanes.has(own) ? own : byNeed[0]?.[0]
    const lane = name === undefined ? [] : this.#lanes.get(name)!
    const jobs: Job[] = []
    // Each thread has as much.
    const inHand = [...this.#seats].reduce((sum, seat) => sum + (seat.lane === name ? seat.jobs.length : 0), 0)
    const most = Math.min(TEXTS, Math.ceil((lane.length + inHand) / this.#options.threads))
    while (jobs.length < most && lane.length > 0 && !(jobs.length > 0 && lane[0]!.isSuspect)) {
      const job = lane.shift()!
      if (!job.signal.aborted) jobs.push(job)
      if (job.isSuspect) break
    }
    if (name !== undefined && lane.length === 0) this.#lanes.delete(name)
    return jobs.length > 0 || this.#lanes.size === 0 ? jobs : this.#take(own)
  }

  #sit(): Seat {
    const worker = new Worker(this.#options.worker ?? new URL('./worker.js', import.meta.url), { stdout: true, stderr: true })
    const seat: Seat = { worker, lane: '', jobs: [], begun: [], done: 0, timer: undefined }
    this.#seats.add(seat)
    worker.on('message', (said: Report) => this.#hear(seat, said))
    worker.on('error', (error) => this.#lose(seat, error.message))
    worker.on('exit', () => this.#lose(seat, 'its thread ended'))
    return seat
  }

  #watch(seat: Seat): void {
    clearTimeout(seat.timer)
    const { timeoutMs } = this.#options
    seat.timer = setTimeout(() => {
      const [at] = seat.begun
      if (seat.begun.length === 1 && seat.jobs[at!] !== undefined) {
        const [job] = seat.jobs.splice(at!, 1)
        seat.begun = []
        job!.reject(
          new EngineError('refused-text', `the engine gave no answer to a text of ${job!.text.length} characters within ${timeoutMs} ms`),
        )
      }
      this.#lose(seat, 'it took too long')
    }, timeoutMs)
  }

  #hear(seat: Seat, said: Report): void {
    if (!this.#seats.has(seat)) return
    if (said.kind === 'begin') {
      seat.begun = said.at
      this.#watch(seat)
      return
    }
    clearTimeout(seat.timer)
    if (said.kind === 'done') {
      seat.done += seat.jobs.length
      for (const [at, job] of seat.jobs.splice(0).entries()) job.resolve(said.texts[at]!)
      if (said.heap > FULL || seat.done > OLD) this.#dismiss(seat)
      this.#goOn()
      return
    }
    if (said.reason === 'fault') {
      this.#lose(seat, said.message)
      return
    }
    const error = new EngineError('not-set-up', said.message)
    for (const job of seat.jobs.splice(0)) job.reject(error)
    this.#lose(seat, said.message)
  }

  /** A thread has ended, or must. What it had in hand is done by another; what was under way, each alone, and what fails alone no more than twice. */
  #lose(seat: Seat, why: string): void {
    if (!this.#seats.has(seat)) return
    this.#dismiss(seat)
    const underWay = seat.begun.map((at) => seat.jobs[at]).filter((job) => job !== undefined)
    for (const job of underWay) job.isSuspect = true
    const [only] = underWay
    if (only !== undefined && underWay.length === 1) only.faults += 1
    for (const job of seat.jobs.splice(0).reverse()) {
      if (job.faults < FAULTS) this.#put(job, 'first')
      else job.reject(new EngineError('refused-text', `the engine fails on a text of ${job.text.length} characters: ${why}`))
    }
    this.#goOn()
  }

  #dismiss(seat: Seat): void {
    clearTimeout(seat.timer)
    this.#seats.delete(seat)
    void seat.worker.terminate()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const seats = [...this.#seats]
    this.#seats.clear()
    for (const job of [...this.#lanes.values(), ...seats.map(({ jobs }) => jobs)].flat())
      job.reject(new EngineError('unreachable', 'the engine was closed'))
    this.#lanes.clear()
    await Promise.all(
      seats.map(({ worker, timer }) => {
        clearTimeout(timer)
        return worker.terminate()
      }),
    )
  }
}

function laneOf({ models }: Pick<Job, 'models'>): string {
  return models.map(({ folder }) => folder).join('\n')
}
