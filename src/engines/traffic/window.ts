import { Line } from './line.ts'

/** The most there may be, whatever the server takes. */
const MOST_REQUESTS = 64
const MOST_TEXTS = 100

/** A batch may be so many times as large as the largest that was answered: two answers say little of a line, and a limit may be near. */
const GROWTH = 10

/** One in so many requests is of another size than the others, when these are all that is known. */
const SAMPLED = 8

/** What is begun with: a batch, and a text alone. Where requests cost much, each more that waits behind them costs as much again. */
const FIRST_REQUESTS = 2

/** Sizes of batches: people set limits in round numbers, which these fill to the last text. */
const sizes = [1, 2, 4, 5, 10, 20, 25, 50, MOST_TEXTS]

/** Texts in a batch when many wait, at the least: below, requests cost more here than they spare there. */
const FEW_TEXTS = 5

/** A batch is made larger until what a request costs beside its texts is this part of what its texts cost. */
const OVERHEAD = 0.1

/** No batch is expected to take longer, milliseconds: one that fails is not to cost much. */
const LONGEST_BATCH = 5000

/**
 * An answer may take so many times what it takes when nothing waits before it: then as many requests wait at the server as it works on, and it
 * does not wait for us even when we are late. With 1.5 a busy machine of ours, where answers are seen late, left a fifth of 16 slots idle.
 */
const PATIENCE = 2

/** Servers that get slower with each request, and bring more all the same, are given more patience; at most this. */
const MOST_PATIENCE = 6

/** While answers take no longer than UNLOADED times what a lone one takes there are so many requests next, and then twice as many. */
const NEXT_REQUESTS = 8
const UNLOADED = 1.25

/** Rounds between two looks: at what an answer takes when nothing waits, and at what more requests would bring. */
const LOOK = 12

/** Answers in a round by which two numbers of requests are compared, for each of them: chance has a part in it. */
const LONG = 3

/** More patience pays if half as many requests again bring so many times the texts. */
const WORTH = 1.12

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
 * How many requests under way at once, and how many texts in each, serve the server best; learnt from how long answers take.
 *
 * Requests double, round by round, while answers take no longer than a lone one would; then there are as many as make answers take PATIENCE
 * times as long. (As TCP Vegas does with packets: Brakmo and Peterson 1995; what a lone one takes is looked at again from time to time, under
 * half the load, as BBR does: Cardwell et al. 2016.) A server that fails halves them.
 *
 * Texts in a batch follow from the line latency = request + texts × text.
 */
export class Window {
  readonly #most: number
  readonly #least: number
  readonly #line = new Line(sizes)
  #requests: number
  #patience = PATIENCE
  #isStart = true
  /** 'rest': half the requests, for a round; 'same' and 'more': as many, then half as many again, each for a longer one. */
  #look: 'none' | 'rest' | 'same' | 'more' = 'none'
  #rounds = 0
  /** Times as long as a lone one that answers took in the last round: so many requests are under way for each that is worked on. */
  #load = 1
  /** Texts in each of the last batches, when fewer wait than the server would take at once; 0: more wait. */
  #share = 0
  /** Requests and texts a millisecond before the look. */
  #before = { requests: 0, rate: 0 }
  #roundFrom = Number.NEGATIVE_INFINITY
  #round: (Sample & { readonly load: number })[] = []
  #sent = 0

  /** @param most requests, 1 and up */
  constructor(most = MOST_REQUESTS) {
    this.#most = most
    this.#least = Math.min(2, most)
    this.#requests = Math.min(FIRST_REQUESTS, most)
  }

  get requests(): number {
    return this.#requests
  }

  /** Texts the next batch may hold. @param queued texts waiting: when few are left they are shared out among the requests */
  texts(queued: number): number {
    this.#sent += 1
    const wanted = this.#wanted()
    // Where requests cost little the last are the smaller for it, so that all are done at about the same time.
    if (wanted <= FEW_TEXTS) return Math.max(1, Math.min(wanted, Math.ceil(queued / (2 * this.#requests))))
    // Where they cost much, as many are sent as the server works on, of one size.
    const share = Math.ceil(queued / Math.max(1, Math.round(this.#requests / this.#load)))
    this.#share = share > wanted ? 0 : Math.max(share, this.#share)
    return Math.min(wanted, this.#share || wanted)
  }

  answered(sample: Sample): void {
    // A size that was never sent is judged by the others: its first answer may have waited too.
    const load = sample.latency / this.#line.alone(sample.texts)
    this.#line.add(sample.texts, sample.latency)
    if (!sample.full || sample.sentAt < this.#roundFrom) return
    this.#round.push({ ...sample, load })
    const isLong = this.#look === 'same' || this.#look === 'more'
    if (this.#round.length >= Math.max(2, this.#requests * (isLong ? LONG : 0.5))) this.#endRound(sample.answeredAt)
  }

  /** The server failed under what it was given. */
  backOff(): void {
    this.#isStart = false
    this.#look = 'none'
    this.#change(Math.floor(this.#requests / 2), this.#roundFrom)
  }

  #wanted(): number {
    const line = this.#line.fit
    if (line === undefined) return this.#unknown()
    if (this.#line.isOfOneSize && this.#sent % SAMPLED === 0) return 1
    const best = Math.min(line.request / (OVERHEAD * line.text), LONGEST_BATCH / line.text)
    // Small ones come back soon: until it is known how many requests are best, that counts.
    return sizes.findLast((size) => size <= Math.min(GROWTH * this.#line.largest, Math.max(this.#isStart ? 1 : FEW_TEXTS, best)))!
  }

  /** Texts in a batch while those of one size only were answered: another size shows what a request costs. */
  #unknown(): number {
    const { largest } = this.#line
    if (this.#sent === 1) return FEW_TEXTS
    // The first batch may have come to nothing; a large one would hold up the others, who wait for it at the first limits.
    if (this.#sent % SAMPLED === 0) return largest > 1 ? 1 : 2
    // It is back before the text that was sent with it, which waits for its turn, then: what takes time is the request.
    return largest > 1 ? GROWTH * largest : 1
  }

  #endRound(now: number): void {
    // Its lower third: what makes answers late here says nothing of the server.
    const load = Math.max(1, this.#round.map((each) => each.load).sort((a, b) => a - b)[Math.floor(this.#round.length / 3)]!)
    this.#load = load
    const rate = rateOf(this.#round)
    this.#rounds += 1
    if (this.#isStart && load < UNLOADED) {
      this.#change(Math.max(NEXT_REQUESTS, this.#requests * 2), now)
      return
    }
    this.#isStart = false
    if (this.#look === 'more') this.#patience = rate > this.#before.rate * WORTH ? Math.min(MOST_PATIENCE, this.#patience * 1.4) : PATIENCE
    if (this.#look === 'rest' || this.#look === 'more') {
      this.#look = 'none'
      this.#change(this.#before.requests, now)
    } else if (this.#look === 'same') {
      this.#look = 'more'
      this.#before = { requests: this.#requests, rate }
      this.#change(this.#requests * 1.5, now)
    } else if (this.#rounds % LOOK === 0) {
      this.#look = this.#rounds % (2 * LOOK) === 0 ? 'rest' : 'same'
      this.#before = { requests: this.#requests, rate }
      if (this.#look === 'rest') this.#line.renew()
      this.#change(this.#requests * (this.#look === 'rest' ? 0.5 : 1), now)
    } else {
      this.#change(this.#requests * Math.min(1.5, Math.max(0.5, this.#patience / load)), now)
    }
  }

  #change(requests: number, now: number): void {
    this.#requests = Math.max(this.#least, Math.min(this.#most, Math.round(requests)))
    this.#round = []
    this.#roundFrom = now
  }
}

/** Texts a millisecond; the first answer, and those that came with it, start the clock. */
function rateOf(round: readonly Sample[]): number {
  const from = round[0]!.answeredAt
  const texts = round.reduce((sum, each) => (each.answeredAt > from ? sum + each.texts : sum), 0)
  return texts / Math.max(1, round.at(-1)!.answeredAt - from)
}
