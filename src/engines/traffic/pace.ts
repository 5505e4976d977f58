import type { Clock } from '../clock.ts'

/** Texts in a stretch of time. LibreTranslate counts the texts of a batch one by one. */
export interface Limit {
  readonly texts: number
  /** Milliseconds. */
  readonly windowMs: number
}

/** LibreTranslate counts by the minute, and does not say when the next request is free. */
const MINUTE = 60_000

/** The server's clock need not be ours: so many milliseconds later than it should be. */
const MARGIN = 500

/** After a refusal that does not say for how long, the same number of texts asks again so much later: by then a chance refusal is over, a limit is not. */
const SECOND_LOOK = 1000

/** A limit without a refusal for so long is tried a little higher, milliseconds: LibreTranslate forgets one violation in ten minutes. */
const FORGIVEN = 600_000

/**
 * Limits that people set, texts a minute. Bans count refused requests, some after five; LibreTranslate counts a text when it is answered and
 * refuses no sooner than it answers, so that all that are under way when a limit is reached are refused. So each of these is filled to the last
 * text, two requests go beyond, up to the next of them, and all answers are waited for: so two at the most are refused. Each costs the time of an
 * answer, once; more of them would be safer. One that is NEAR the one before is not worth a request where requests cost much.
 */
const usual = [30, 60, 100, 120]
const SCOUTS = 2
const NEAR = 1.5

/** Limits that people set are lower, texts a minute: a refusal after more is chance when the second look passes. */
const USUALLY_LESS = 500

/** What was accepted in the window before one refusal and before the next is the same, if a limit is what refuses: to within this part. */
const SAME = 0.15

/**
 * Learns a rate limit from being refused, and stays under it. Times are those of the answers, which are later than those at which the server
 * counted: we never come too early.
 *
 * Without Retry-After two refusals in a row, a second apart, teach it: as many texts a minute as were accepted in the minute before.
 * With Retry-After one does, for the time until then: what was accepted since the first of it. It is a guess, and half as much again is tried
 * after each window, until a refusal at the same number confirms it, or more that came through refutes it: servers fail by chance with 429, too,
 * and from then on two refusals in a row are a guess, not one.
 */
export class Pace {
  readonly #clock: Clock
  #accepted: { readonly at: number; readonly texts: number }[] = []
  #firstAt = Number.POSITIVE_INFINITY
  /** Requests and texts sent since. */
  #requests = 0
  #sent = 0
  /** Texts of these that were not translated. */
  #failed = 0
  /** The request that reached a usual limit which nobody is known to have passed, how many up to it are on their way, and how far others may go. */
  #gate: number | undefined
  #before = 0
  #upTo = Number.POSITIVE_INFINITY
  /** Beyond it: on their way, and through. */
  #scouts = 0
  #passed = 0
  #settled = 0
  #limit: Limit | undefined
  #restUntil = Number.NEGATIVE_INFINITY
  /** When the last refusal came; what was sent before may be refused for the same reason. */
  #refusedAt = Number.NEGATIVE_INFINITY
  /** A refusal that may be chance: texts accepted in the minute before, and texts refused. */
  #doubt: { texts: number; readonly refused: number } | undefined
  /** Texts in the window when the limit was guessed; undefined once it is confirmed. */
  #guess: number | undefined
  /** Texts in a window that are known to pass. What is tried beyond goes alone, one by one: so trying costs one refusal, however many slots. */
  #proven = Number.POSITIVE_INFINITY
  #emptyHanded = 0
  /** Refusals since something was accepted that was sent after the last of them. */
  #inARow = 0
  /** Texts accepted before a refusal whose second look passed, and since: the server's minute may have ended just then. One request at a time. */
  #suspect: { readonly texts: number; since: number } | undefined
  /** When the limit was guessed or raised. */
  #raisedAt = Number.NEGATIVE_INFINITY
  /** A limit that was guessed has proved to be none. */
  #isChance = false

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** As learnt so far; undefined when there was none yet. */
  get limit(): Limit | undefined {
    return this.#limit
  }

  /** Whether a refusal is being looked at again: then as many texts as there is room for are sent, no fewer, which might just pass. */
  get isInDoubt(): boolean {
    return this.#doubt !== undefined
  }

  /** Texts that may be sent now. @param underWay texts sent and not answered */
  room(underWay: number): number {
    if (this.#clock.now() < this.#restUntil) return 0
    if (this.#doubt !== undefined) return underWay === 0 ? this.#doubt.refused : 0
    if (this.#limit === undefined) return this.#suspect === undefined || underWay === 0 ? this.#unlimitedRoom() : 0
    this.#forgive(this.#limit)
    const used = this.#inWindow(this.#limit.windowMs) + underWay
    const room = Math.max(0, this.#limit.texts - used)
    if (used < this.#proven) return Math.min(room, this.#proven - used)
    return underWay === 0 ? Math.min(room, 1) : 0
  }

  /** When there will be room again, if no answer makes some before. */
  get nextAt(): number {
    if (this.#clock.now() < this.#restUntil) return this.#restUntil
    if (this.#limit === undefined || this.room(0) > 0) return Number.NEGATIVE_INFINITY
    return this.#firstLeavesAt(this.#limit.windowMs)
  }

  /** When the oldest of what was accepted in the last `windowMs` counts no more. */
  #firstLeavesAt(windowMs: number): number {
    const oldest = this.#accepted.find(({ at }) => at + windowMs + MARGIN > this.#clock.now())
    return oldest === undefined ? Number.NEGATIVE_INFINITY : oldest.at + windowMs + MARGIN
  }

  #unlimitedRoom(): number {
    if (this.#isUnlimited) return Number.POSITIVE_INFINITY
    if (this.#gate !== undefined) return this.#scouts + this.#passed < SCOUTS ? this.#scoutRoom() : 0
    return Math.min(...this.#counts.map((count) => (usual.find((limit) => limit > count) ?? Number.POSITIVE_INFINITY) - count))
  }

  #scoutRoom(): number {
    const room = this.#upTo - this.#sent
    if (room > 0) return room
    // Those that went so far came to nothing: another one has to find out.
    return this.#scouts === 0 ? 1 : 0
  }

  /** What the server may have counted: nobody knows whether a text came through whose answer did not. */
  get #counts(): readonly number[] {
    return [this.#sent, this.#sent - this.#failed]
  }

  /** Nothing was ever refused in more than a minute. */
  get #isUnlimited(): boolean {
    return this.#limit === undefined && this.#refusedAt < this.#firstAt && this.#clock.now() - this.#firstAt > MINUTE + MARGIN
  }

  /** @returns the request's number, for `settled` */
  sent(texts: number): number {
    if (this.#requests === 0) this.#firstAt = this.#clock.now()
    this.#requests += 1
    this.#sent += texts
    if (this.#gate !== undefined) this.#scouts += 1
    else this.#stopAtUsual()
    return this.#requests
  }

  #stopAtUsual(): void {
    if (!this.#counts.some((count) => usual.includes(count))) return
    this.#gate = this.#requests
    this.#before = this.#requests - this.#settled
    this.#upTo = usual.find((limit) => limit >= this.#sent * NEAR) ?? Number.POSITIVE_INFINITY
  }

  /** Answered, in whatever way. @param texts as many as were sent */
  settled(request: number, texts: number, isAccepted: boolean): void {
    this.#settled += 1
    if (!isAccepted) this.#failed += texts
    if (this.#gate === undefined) return
    if (request <= this.#gate) this.#before -= 1
    else {
      this.#scouts -= 1
      if (isAccepted) this.#passed += 1
    }
    if (this.#before > 0 || this.#scouts > 0 || this.#passed === 0) return
    this.#gate = undefined
    this.#passed = 0
    // The last of them may stand at the next limit.
    this.#stopAtUsual()
  }

  /** @param sentAt when they were sent */
  accepted(texts: number, sentAt: number): void {
    const now = this.#clock.now()
    this.#accepted.push({ at: now, texts })
    const keep = Math.max(MINUTE, this.#limit?.windowMs ?? 0) + MARGIN
    if (this.#accepted[0]!.at + 2 * keep < now) this.#accepted = this.#accepted.filter(({ at }) => at + keep > now)
    this.#emptyHanded = 0
    this.#refute()
    if (this.#suspect !== undefined) {
      this.#suspect.since += texts
      if (this.#suspect.since > this.#suspect.texts * (1 + SAME) || now > this.#refusedAt + 2 * MINUTE) this.#suspect = undefined
    }
    if (sentAt >= this.#refusedAt) {
      if (this.#doubt !== undefined && this.#doubt.texts <= USUALLY_LESS) this.#suspect = { texts: this.#doubt.texts, since: texts }
      this.#doubt = undefined
      this.#inARow = 0
      return
    }
    // Sent beside what was refused, and accepted: so much more may pass.
    if (this.#doubt !== undefined) this.#doubt.texts += texts
  }

  refused(texts: number, sentAt: number, retryAfterMs: number | undefined): void {
    const now = this.#clock.now()
    if (retryAfterMs !== undefined) this.#restUntil = Math.max(this.#restUntil, now + retryAfterMs)
    // One of a volley: the first of them has taught what there is to learn.
    if (sentAt < this.#refusedAt) return
    this.#refusedAt = now
    this.#inARow += 1
    if (retryAfterMs === undefined) this.#learn(texts)
    else this.#compare(now + retryAfterMs, texts)
  }

  /** The server has shut us out for going on too fast: slower from now on. */
  banned(): void {
    const texts = this.#limit?.texts ?? this.#inWindow(MINUTE)
    if (texts > 0) this.#limit = { windowMs: MINUTE, ...this.#limit, texts: Math.max(1, Math.floor(texts * 0.8)) }
  }

  /** From a refusal that does not say for how long. */
  #learn(texts: number): void {
    const now = this.#clock.now()
    const known = this.#limit
    if (known !== undefined && this.#inWindow(known.windowMs) >= known.texts * (1 - SAME)) {
      this.#limit = { ...known, texts: Math.max(1, Math.floor(known.texts * 0.9)) }
      return
    }
    if (this.#doubt === undefined) {
      this.#doubt = { texts: this.#inWindow(MINUTE), refused: texts }
      this.#restUntil = now + SECOND_LOOK
      return
    }
    const { texts: passed, refused } = this.#doubt
    if (passed > 0) {
      this.#doubt = undefined
      this.#limit = { texts: roundest(passed, passed + refused - 1), windowMs: MINUTE }
      // Just now it is used up, however large it is.
      this.#restUntil = Math.max(this.#restUntil, this.#firstLeavesAt(MINUTE))
      return
    }
    // Somebody else has used it up: that says nothing of how much there is.
    this.#emptyHanded += 1
    this.#restUntil = now + Math.min(10, 2 ** (this.#emptyHanded - 1)) * (MINUTE / 2)
  }

  /** From a refusal that says until when. */
  #compare(until: number, texts: number): void {
    const known = this.#limit
    const count = this.#inWindow(known?.windowMs ?? MINUTE)
    if (count === 0) return
    if (known === undefined) {
      // Where one limit proved to be none, a refusal alone is chance.
      if (this.#isChance && this.#inARow < 2) return
      this.#guessed(until)
      return
    }
    // What keeps to the limit and is refused is refused by chance, or the limit is lower: then the next will be, too.
    if (count + texts <= known.texts && this.#inARow < 2) return
    if (Math.abs(count - (this.#guess ?? known.texts)) <= count * SAME) {
      this.#limit = { ...known, texts: count < known.texts ? count : Math.ceil(known.texts * 0.9) }
      this.#guess = undefined
    } else if (this.#guess !== undefined) this.#guessed(until)
  }

  /** As much as was accepted since the first of the last minute. */
  #guessed(until: number): void {
    const now = this.#clock.now()
    const from = this.#accepted.find(({ at }) => at + MINUTE + MARGIN > now)?.at ?? until
    const texts = this.#inWindow(MINUTE)
    this.#limit = { texts, windowMs: Math.max(1000, until - from) }
    this.#guess = texts
    this.#raisedAt = now
  }

  /** Half as much again of what is guessed, after a window; a tenth more of what is known, when nothing was refused for long. */
  #forgive(limit: Limit): void {
    const now = this.#clock.now()
    const isGuess = this.#guess !== undefined
    if (isGuess ? now - this.#raisedAt < limit.windowMs + MARGIN : now - this.#refusedAt < FORGIVEN) return
    if (!isGuess) this.#refusedAt = now
    this.#raisedAt = now
    this.#proven = limit.texts
    this.#limit = { ...limit, texts: Math.ceil(limit.texts * (isGuess ? 1.5 : 1.1)) }
  }

  /** More than the limit has come through in its time: it is none. */
  #refute(): void {
    const limit = this.#limit
    if (limit === undefined || this.#guess === undefined || this.#within(limit.windowMs) <= this.#guess * (1 + SAME) + 1) return
    this.#limit = undefined
    this.#guess = undefined
    this.#isChance = true
  }

  #inWindow(windowMs: number): number {
    const now = this.#clock.now()
    return this.#accepted.reduce((sum, { at, texts }) => (at + windowMs + MARGIN > now ? sum + texts : sum), 0)
  }

  /** Without the margin: surely in the window. */
  #within(windowMs: number): number {
    const now = this.#clock.now()
    return this.#accepted.reduce((sum, { at, texts }) => (at + windowMs > now ? sum + texts : sum), 0)
  }
}

/** The roundest number from `low` to `high`: people set limits of 100, not of 97; one that was filled to the last text is the likeliest. */
function roundest(low: number, high: number): number {
  if (usual.includes(low)) return low
  for (let step = 10 ** Math.floor(Math.log10(high)); step >= 1; step /= 10) {
    for (const unit of [step, step / 2]) {
      const round = Math.floor(high / unit) * unit
      if (Number.isInteger(round) && round >= low) return round
    }
  }
  return low
}
