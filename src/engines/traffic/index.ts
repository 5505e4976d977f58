/** What is sent to a server when, and what becomes of answers that did not come. */
import { setMaxListeners } from 'node:events'
import { EngineError } from '../../errors.ts'
import { type Clock, systemClock } from '../clock.ts'
import { hintsAt, optionsOf } from '../hints.ts'
import { join } from '../partial.ts'
import type { Answer, Hints, Translator } from '../translator.ts'
import { again, Health, type HealthOptions } from './health.ts'
import { Pace } from './pace.ts'
import { type Job, Queue } from './queue.ts'
import { Window } from './window.ts'

export type { Waiting } from './health.ts'

export interface TrafficOptions extends Partial<HealthOptions> {
  /** Requests under way at once, at most. @defaultValue 64; how many there are is learnt */
  readonly concurrency?: number | undefined
  readonly clock?: Clock
}

/** A text that failed so often while others came through is to blame itself: with one request in five failing, one in 10^8 is not. */
const FAILURES = 12

/** From so many failures on a text is sent alone. */
const SUSPECT = 3

/** A text that was refused so often, alone, is refused. */
const REFUSALS = 4

/** A rate limit that lets nothing through for so long is an outage, milliseconds: LibreTranslate counts by the minute. */
const LONGEST_REST = 150_000

/**
 * All texts, whoever asks for them, wait in one queue and are sent in batches; so many at once as serve the server best (Window), under its
 * rate limit (Pace), none but one that finds out while it is away (Health). A text leaves the queue translated, or when it is itself to
 * blame, or when the server was given up.
 */
export function traffic(translator: Translator, options: TrafficOptions = {}): Translator {
  const desk = new Desk(translator, options)
  return {
    ...translator,
    translate: async (texts, from, to, options) => {
      const { signal } = options
      signal.throwIfAborted()
      // Every text under way listens: that is no leak.
      setMaxListeners(0, signal)
      const asked = Promise.allSettled(texts.map((text, at) => desk.ask(text, from, to, hintsAt(translator, text, at, options), signal)))
      const outcomes = await unlessAborted(asked, signal, () => desk.dropAborted())
      return join(
        texts.map((text) => [text]),
        outcomes.map((outcome) => (outcome.status === 'fulfilled' ? { status: 'fulfilled', value: [outcome.value] } : outcome)),
      )
    },
  }
}

class Desk {
  readonly #translator: Translator
  readonly #clock: Clock
  readonly #queue = new Queue()
  readonly #health: Health
  readonly #pace: Pace
  readonly #window: Window
  readonly #waitMs: number
  #requests = 0
  #texts = 0
  #isDue = false
  #alarm: AbortController | undefined
  #acceptedAt = 0

  constructor(translator: Translator, { waitMs = 600_000, onWait = () => {}, onGiveUp, concurrency, clock = systemClock }: TrafficOptions) {
    this.#translator = translator
    this.#clock = clock
    this.#waitMs = waitMs
    this.#health = new Health({ waitMs, onWait, onGiveUp }, clock)
    this.#pace = new Pace(clock)
    this.#window = new Window(concurrency)
    this.#acceptedAt = clock.now()
  }

  ask(text: string, from: string, to: string, hints: Hints | undefined, signal: AbortSignal): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#queue.add({ text, from, to, hints, signal, resolve, reject })
      this.#goOn()
    })
  }

  /** Those whose signal was aborted wait no longer; what is under way for them alone is aborted too. */
  dropAborted(): void {
    this.#queue.dropAborted()
    this.#goOn()
  }

  /** Soon, when all who ask now have asked. */
  #goOn(): void {
    if (this.#isDue) return
    this.#isDue = true
    setImmediate(() => {
      this.#isDue = false
      this.#send()
    })
  }

  #send(): void {
    this.#alarm?.abort()
    this.#alarm = undefined
    while (this.#queue.size > 0) {
      const givenUp = this.#health.givenUp
      if (givenUp !== undefined) {
        reject(this.#queue.clear(), givenUp)
        return
      }
      if (this.#requests >= Math.min(this.#window.requests, this.#health.most)) return
      const at = Math.max(this.#health.nextAt, this.#pace.nextAt)
      if (at > this.#clock.now()) {
        void this.#wakeAt(at)
        return
      }
      const room = this.#pace.room(this.#texts)
      // What is under way makes room, or does not, when it is answered.
      if (room < 1) return
      const isProbe = this.#health.most === 1
      const wanted = this.#pace.isInDoubt ? room : this.#window.texts(this.#queue.size)
      const batch = this.#queue.take(Math.min(room, isProbe ? 1 : wanted))
      void this.#carry(batch)
    }
  }

  async #wakeAt(at: number): Promise<void> {
    const alarm = new AbortController()
    this.#alarm = alarm
    try {
      await this.#clock.sleep(at - this.#clock.now(), alarm.signal)
      this.#send()
    } catch {
      // Somebody else goes on before.
    }
  }

  /** One request, to its end. */
  async #carry(batch: readonly Job[]): Promise<void> {
    const [{ from, to } = { from: '', to: '' }] = batch
    const { signal, release } = whenAllAborted(batch.map((job) => job.signal))
    this.#requests += 1
    this.#texts += batch.length
    const sentAt = this.#clock.now()
    const request = this.#pace.sent(batch.length)
    let isAccepted = false
    const full = this.#requests >= this.#window.requests
    try {
      const answers = await this.#translator.translate(
        batch.map(({ text }) => text),
        from,
        to,
        optionsOf(
          batch.map(({ hints }) => hints),
          signal,
        ),
      )
      const now = this.#clock.now()
      this.#acceptedAt = now
      this.#health.succeeded()
      this.#pace.accepted(batch.length, sentAt)
      isAccepted = true
      this.#window.answered({ texts: batch.length, latency: now - sentAt, sentAt, answeredAt: now, full })
      this.#take(batch, answers)
    } catch (thrown) {
      this.#sort(batch, thrown, sentAt)
    } finally {
      release()
      this.#pace.settled(request, batch.length, isAccepted)
      this.#requests -= 1
      this.#texts -= batch.length
      this.#goOn()
    }
  }

  /** An empty answer to a text that says something is none. */
  #take(batch: readonly Job[], answers: readonly Answer[]): void {
    const [blank, others] = partition([...batch.entries()], ([at, job]) => isBlank(answers[at]!.text) && !isBlank(job.text))
    for (const [at, job] of others) job.resolve(answers[at]!)
    if (blank.length === 0) return
    const error = new EngineError('refused-text', `${this.#translator.name} answered with an empty text`, { status: 200 })
    // One by one: the others of their batch are done.
    for (const [, job] of blank) this.#divide([job], error)
  }

  /** What becomes of texts whose request failed. */
  #sort(batch: readonly Job[], thrown: unknown, sentAt: number): void {
    const jobs = batch.filter((job) => {
      if (job.signal.aborted) job.reject(job.signal.reason)
      return !job.signal.aborted
    })
    if (!(thrown instanceof EngineError)) {
      for (const job of jobs) job.reject(thrown)
      return
    }
    const left = this.#deliver(jobs, batch, thrown)
    if (thrown.code === 'unsupported-pair') reject(left, thrown)
    else if (thrown.code === 'rate-limited') this.#slowDown(left, thrown, sentAt)
    else if (thrown.code === 'refused-text') this.#divide(left, thrown)
    else this.#tryAgain(left, thrown, sentAt)
  }

  /** Answers that came although the request failed. @returns the jobs without one */
  #deliver(jobs: readonly Job[], batch: readonly Job[], { partial }: EngineError): readonly Job[] {
    return jobs.filter((job) => {
      const answer = partial?.[batch.indexOf(job)]
      if (answer !== undefined) job.resolve(answer)
      return answer === undefined
    })
  }

  #slowDown(jobs: readonly Job[], error: EngineError, sentAt: number): void {
    this.#health.succeeded()
    this.#pace.refused(jobs.length, sentAt, error.retryAfterMs)
    this.#queue.putBack(jobs)
    const longest = Math.max(LONGEST_REST, this.#waitMs)
    const rest = this.#pace.nextAt - this.#clock.now()
    if (rest > longest || this.#clock.now() - this.#acceptedAt > longest) this.#health.giveUp(error)
  }

  #divide(jobs: readonly Job[], error: EngineError): void {
    // A refusal is an answer: the server is there.
    if (error.status !== undefined) this.#health.succeeded()
    const [job] = jobs
    if (job === undefined) return
    if (jobs.length > 1) {
      halve(jobs)
      this.#queue.putBack(jobs)
      return
    }
    job.refusals += 1
    job.most = 1
    // Without a status nobody was asked: the text cannot be sent at all.
    if (error.status === undefined || job.refusals >= REFUSALS) reject(jobs, error)
    else this.#queue.putLast(jobs)
  }

  #tryAgain(jobs: readonly Job[], error: EngineError, sentAt: number): void {
    this.#health.failed(error, sentAt)
    const isThere = this.#health.most > 1
    if (!isThere && error.code === 'unreachable') this.#window.backOff()
    if (!isThere && error.code === 'banned') this.#pace.banned()
    for (const job of jobs) {
      if (isThere) job.failures += 1
      if (job.failures >= SUSPECT) job.most = 1
    }
    // A server without batches says something of its own to them.
    if (error.code === 'bad-answer') halve(jobs)
    const [spent, others] = partition(jobs, ({ failures }) => failures >= FAILURES)
    reject(spent, error)
    this.#queue.putLast(others)
  }
}

/** @throws the signal's reason, at once. */
async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal, onAbort: () => void): Promise<T> {
  let abort = (): void => {}
  const aborted = new Promise<never>((_, fail) => {
    abort = () => {
      onAbort()
      fail(signal.reason)
    }
    signal.addEventListener('abort', abort, { once: true })
  })
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

function reject(jobs: readonly Job[], error: EngineError): void {
  for (const job of jobs) job.reject(again(error))
}

function halve(jobs: readonly Job[]): void {
  for (const job of jobs) job.most = Math.ceil(jobs.length / 2)
}

function isBlank(text: string): boolean {
  return !/[^\s\p{Cf}]/u.test(text)
}

function partition<T>(values: readonly T[], test: (value: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [values.filter(test), values.filter((value) => !test(value))]
}

/** Aborted when all of `signals` are: a request serves several. */
function whenAllAborted(signals: readonly AbortSignal[]): { readonly signal: AbortSignal; readonly release: () => void } {
  const controller = new AbortController()
  const different = [...new Set(signals)]
  const check = (): void => {
    if (different.every(({ aborted }) => aborted)) controller.abort(different[0]?.reason)
  }
  for (const signal of different) signal.addEventListener('abort', check, { once: true })
  check()
  return {
    signal: controller.signal,
    release: () => {
      for (const signal of different) signal.removeEventListener('abort', check)
    },
  }
}
