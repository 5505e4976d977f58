/** The most there may be, whatever the server takes. */
const MOST_REQUESTS = 64
const MOST_TEXTS = 100

/** Sizes of batches: people set limits in round numbers, which these fill to the last text. */
const sizes = [1, 2, 4, 5, 10, 20, 25, 50, MOST_TEXTS]

/** Texts in a batch when many wait, at the least: below, requests cost more here than they spare there. */
const FEW_TEXTS = 4

/** A batch is made larger until what a request costs beside its texts is this part of what its texts cost. */
const OVERHEAD = 0.1

/** No batch is expected to take longer, milliseconds: one that fails is not to cost much. */
const LONGEST_BATCH = 5000

/** Twice the requests are worth it that bring so many times the texts: twice at best, once if they only wait for each other. */
const WORTH_DOUBLING = 1.25

/** A few requests more are, that bring this much more; a few less, that bring no less. */
const WORTH_MORE = 1.06
const NO_LESS = 0.98

/** Requests under way for each that is worked on: while one answer is on its way another is begun. */
const SPARE = 1.5

/** Rounds between two tries of a few more, or less. */
const QUIET_ROUNDS = 4

export interface Sample {
  readonly texts: number
  /** Milliseconds from sending to the answer. */
  readonly latency: number
  readonly sentAt: number
  readonly answeredAt: number
  /** Whether as many requests as may be were under way when it was sent: else it says nothing of how many could be. */
  readonly full: boolean
}

/**
 * How many requests under way at once, and how many texts in each, serve the server best; learnt from the texts that come back in a time.
 *
 * Requests double, round by round, while that brings more texts; then those remain that brought the most. From time to time a few more or
 * less are tried. A server that fails halves them. (As TCP does with packets: Jacobson 1988, by refusals; Cardwell et al. 2016, BBR, by
 * what is delivered.)
 *
 * Texts in a batch follow from the line latency = request + texts × text that fits the last answers.
 */
export class Window {
  readonly #most: number
  #requests: number
  #phase: 'doubling' | 'steady' | 'trying' = 'doubling'
  /** What is kept if a trial brings nothing: so many requests, and the texts a millisecond they brought. */
  #kept = { requests: 0, rate: 0 }
  #isSecondLook = false
  #quiet = 0
  #trials = 0
  #roundFrom = Number.NEGATIVE_INFINITY
  #round: Sample[] = []
  #last: Sample[] = []
  #batch = 1
  #sent = 0

  /** @param most requests, 1 and up */
  constructor(most = MOST_REQUESTS) {
    this.#most = most
    this.#requests = Math.min(2, most)
  }

  get requests(): number {
    return this.#requests
  }

  /** Texts the next batch may hold. @param queued texts waiting: when few are left they are shared out among the requests */
  texts(queued: number): number {
    this.#sent += 1
    // Batches of two sizes show the line.
    const wanted = this.#phase === 'doubling' ? (this.#sent % 2) + 1 : this.#batch
    return Math.max(1, Math.min(wanted, Math.ceil(queued / (2 * this.#requests))))
  }

  answered(sample: Sample): void {
    this.#last = [...this.#last.slice(-31), sample]
    if (!sample.full || sample.sentAt < this.#roundFrom) return
    this.#round.push(sample)
    // The first answer starts the clock.
    if (this.#round.length <= Math.max(4, this.#requests / 2)) return
    const from = this.#round[0]!.answeredAt
    const texts = this.#round.slice(1).reduce((sum, each) => sum + each.texts, 0)
    this.#endRound(sample.answeredAt, texts / Math.max(1, sample.answeredAt - from))
  }

  /** The server failed under what it was given. */
  backOff(): void {
    this.#phase = 'steady'
    this.#change(Math.floor(this.#requests / 2), this.#roundFrom)
  }

  #endRound(now: number, rate: number): void {
    this.#fit()
    if (this.#phase === 'doubling') this.#double(now, rate)
    else if (this.#phase === 'trying') this.#judge(now, rate)
    else this.#hold(now, rate)
  }

  #double(now: number, rate: number): void {
    const isWorth = rate > this.#kept.rate * WORTH_DOUBLING
    if (isWorth) this.#kept = { requests: this.#requests, rate }
    if (isWorth && this.#requests < this.#most) {
      this.#isSecondLook = false
      this.#change(this.#requests * 2, now)
    } else if (!isWorth && !this.#isSecondLook) {
      // Chance has a part in it.
      this.#isSecondLook = true
      this.#change(this.#requests, now)
    } else {
      this.#phase = 'steady'
      // More than are worked on at once, so that none waits for us.
      this.#change(Math.ceil(this.#kept.requests * SPARE), now)
    }
  }

  #hold(now: number, rate: number): void {
    this.#quiet += 1
    if (this.#quiet < QUIET_ROUNDS) {
      this.#change(this.#requests, now)
      return
    }
    this.#quiet = 0
    this.#trials += 1
    this.#phase = 'trying'
    this.#kept = { requests: this.#requests, rate }
    this.#change(this.#trials % 2 === 1 ? Math.ceil(this.#requests * 1.25) : Math.floor(this.#requests * 0.8), now)
  }

  #judge(now: number, rate: number): void {
    const isMore = this.#requests > this.#kept.requests
    const isWorth = rate >= this.#kept.rate * (isMore ? WORTH_MORE : NO_LESS)
    this.#phase = 'steady'
    this.#change(isWorth ? this.#requests : this.#kept.requests, now)
  }

  #change(requests: number, now: number): void {
    this.#requests = Math.max(Math.min(2, this.#most), Math.min(this.#most, requests))
    this.#round = []
    this.#roundFrom = now
  }

  /** Least squares. */
  #fit(): void {
    const count = this.#last.length
    const meanTexts = this.#last.reduce((sum, { texts }) => sum + texts, 0) / count
    const meanLatency = this.#last.reduce((sum, { latency }) => sum + latency, 0) / count
    const spread = this.#last.reduce((sum, { texts }) => sum + (texts - meanTexts) ** 2, 0)
    // Batches of one size show no line.
    if (spread === 0) return
    const product = this.#last.reduce((sum, { texts, latency }) => sum + (texts - meanTexts) * (latency - meanLatency), 0)
    const text = Math.max(0.01, product / spread)
    const request = Math.max(0, meanLatency - text * meanTexts)
    const best = Math.min(request / (OVERHEAD * text), LONGEST_BATCH / text)
    this.#batch = sizes.findLast((size) => size <= Math.max(FEW_TEXTS, best))!
  }
}
