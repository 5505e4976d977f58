import { type EngineCode, EngineError } from '../../errors.ts'
import type { Clock } from '../clock.ts'

/** The run stands still until a server is back. */
export interface Waiting {
  /** Why, for people: what the server did last. */
  readonly reason: string
  /** Milliseconds from now until it is given up. */
  readonly leftMs: number
}

export interface HealthOptions {
  /** How long a server may be away before what is asked of it fails, in milliseconds; 0: it is given up after four failures in a row. */
  readonly waitMs: number
  /** Told when the run begins to stand still, while it does, and (undefined) when it goes on. */
  readonly onWait: (waiting: Waiting | undefined) => void
  /** Told why, in a sentence, when the server is given up. */
  readonly onGiveUp?: ((reason: string) => void) | undefined
}

/** Failures in a row that say the server is away. One in five requests may fail by chance: four in a row are one in six hundred. */
const AWAY = 4

/** How long a server that was given up is left alone, in milliseconds; then one request tries anew. */
const GIVEN_UP_MS: Partial<Record<EngineCode, number>> = {
  unauthorized: Number.POSITIVE_INFINITY,
  redirected: Number.POSITIVE_INFINITY,
  untrusted: Number.POSITIVE_INFINITY,
  banned: 600_000,
}

/** What asking again does not change, unless the server has answered before: then it is a proxy's mood. */
const LASTING: ReadonlySet<EngineCode> = new Set(['unauthorized', 'redirected', 'untrusted'])

/**
 * Whether a server is there. It is away after some failures in a row: then one request at a time finds out when it is back, each after a
 * longer pause than the one before. After `waitMs` it is given up.
 */
export class Health {
  readonly #options: HealthOptions
  readonly #clock: Clock
  #failures = 0
  #since = 0
  #awayFrom = 0
  #answered = false
  #state: 'there' | 'away' | 'given-up' | 'tried-anew' = 'there'
  #error: EngineError | undefined
  #until = Number.NEGATIVE_INFINITY

  constructor(options: HealthOptions, clock: Clock) {
    this.#options = options
    this.#clock = clock
  }

  /** Requests that may be under way at once: as many as there is room for, or one that finds out. */
  get most(): number {
    return this.#state === 'there' ? Number.POSITIVE_INFINITY : 1
  }

  /** When the next request may be sent. */
  get nextAt(): number {
    return this.#failures > 1 ? this.#until : Number.NEGATIVE_INFINITY
  }

  /** Why nothing more is asked; undefined while there is hope. */
  get givenUp(): EngineError | undefined {
    if (this.#state === 'given-up' && this.#clock.now() >= this.#until) this.#state = 'tried-anew'
    return this.#state === 'given-up' ? this.#error : undefined
  }

  succeeded(): void {
    this.#answered = true
    this.#failures = 0
    if (this.#state === 'away') this.#options.onWait(undefined)
    this.#state = 'there'
  }

  /** @param sentAt when that was sent which failed */
  failed(error: EngineError, sentAt: number): void {
    const now = this.#clock.now()
    // Sent before the server was known to be away: that is known by now.
    if (this.#state === 'given-up' || (this.#state === 'away' && sentAt < this.#awayFrom)) return
    if (this.#failures === 0) this.#since = now
    this.#failures += 1
    this.#error = error
    const left = this.#since + this.#options.waitMs - now
    if (this.#isHopeless(error, left)) {
      this.giveUp(error)
      return
    }
    const pause = error.retryAfterMs ?? this.#pauseAfter(error.code)
    if (this.#failures < AWAY) {
      this.#until = now + pause
      return
    }
    if (this.#state !== 'away') this.#awayFrom = now
    this.#state = 'away'
    // The last moment is tried too.
    this.#until = now + Math.min(pause, left)
    this.#options.onWait({ reason: error.message, leftMs: left })
  }

  #isHopeless({ code }: EngineError, leftMs: number): boolean {
    if (this.#state === 'tried-anew' || code === 'not-set-up' || (LASTING.has(code) && !this.#answered)) return true
    return this.#failures >= AWAY && (leftMs <= 0 || (code === 'bad-answer' && !this.#answered))
  }

  giveUp(error: EngineError): void {
    if (this.#state === 'away') this.#options.onWait(undefined)
    this.#state = 'given-up'
    this.#options.onGiveUp?.(error.message)
    this.#error = error
    this.#failures = 0
    this.#until = this.#clock.now() + (GIVEN_UP_MS[error.code] ?? 30_000)
  }

  /** Doubles with each failure; half of it is left to chance, so that clients do not come back in step. A ban is looked at rarely. */
  #pauseAfter(code: EngineCode): number {
    const longest = code === 'banned' ? 60_000 : 8000
    return Math.min(longest, 250 * 2 ** (this.#failures - 2)) * (0.5 + this.#clock.random() / 2)
  }
}

/** The same failure for another text: what one call got back in part is not the other's. */
export function again({ code, message, status, remedy }: EngineError): EngineError {
  return new EngineError(code, message, { status, remedy })
}
