/** Engines against a server of which time is simulated: what a client makes of it on a machine that is never late. */
import { setImmediate as turn } from 'node:timers/promises'
import type { Clock } from '../../src/engines/clock.ts'
import { answersOf, type Translator } from '../../src/engines/translator.ts'

export interface SimulatedServer {
  /** Requests worked on at once; the others wait. */
  readonly slots: number
  readonly requestMs: number
  readonly textMs: number
}

/** Turns of the event loop in which whatever follows from one event has happened. */
const TURNS = 3

class Time {
  now = 0
  #events: { readonly at: number; readonly happen: () => void }[] = []

  after(milliseconds: number, happen: () => void): void {
    this.#events.push({ at: this.now + milliseconds, happen })
  }

  readonly clock: Clock = {
    now: () => this.now,
    random: () => 0.5,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true })
        this.after(milliseconds, resolve)
      }),
  }

  /** Lets time go on until `work` is done. */
  async passUntil(work: Promise<unknown>): Promise<void> {
    let isDone = false
    const done = work.finally(() => {
      isDone = true
    })
    for (;;) {
      for (let turns = 0; turns < TURNS; turns += 1) await turn()
      if (isDone) break
      const next = this.#events.reduce((first, each) => (each.at < first.at ? each : first))
      this.#events = this.#events.filter((each) => each !== next)
      this.now = Math.max(this.now, next.at)
      next.happen()
    }
    await done
  }
}

/** Milliseconds that `client` takes for `count` texts. */
export async function simulate(
  server: SimulatedServer,
  count: number,
  client: (translator: Translator, texts: readonly string[], clock: Clock) => Promise<unknown>,
): Promise<number> {
  const time = new Time()
  const texts = Array.from({ length: count }, (_, index) => `Das ist der Satz ${index} von vielen.`)
  await time.passUntil(client(translatorOf(server, time), texts, time.clock))
  return time.now
}

function translatorOf({ slots, requestMs, textMs }: SimulatedServer, time: Time): Translator {
  const waiting: (() => void)[] = []
  let busy = 0
  return {
    name: 'simulated',
    languages: async () => [],
    translate: async (texts) => {
      if (busy >= slots) await new Promise<void>((resolve) => waiting.push(resolve))
      busy += 1
      await new Promise<void>((resolve) => time.after(requestMs + textMs * texts.length, resolve))
      busy -= 1
      waiting.shift()?.()
      return answersOf(
        'simulated',
        texts.map((text) => `en: ${text}`),
      )
    },
  }
}
