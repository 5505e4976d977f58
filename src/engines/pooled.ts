/** Several servers that serve alike, as one engine. */
import { EngineError } from '../errors.ts'
import { type Clock, systemClock } from './clock.ts'
import { withPartial } from './partial.ts'
import type { TrafficOptions } from './traffic/index.ts'
import type { Answer, Translator } from './translator.ts'

/** Milliseconds between two rounds while no server serves: one that was given up is tried anew after half a minute. */
const ROUND = 5000

/** What another server of the pool may do better. */
const PASSING: ReadonlySet<string> = new Set([
  'unreachable',
  'banned',
  'rate-limited',
  'bad-answer',
  'unsupported-pair',
  'untrusted',
  'unauthorized',
  'redirected',
])

/**
 * Each call goes to the server that has the fewest texts in hand; what it does not translate goes to the next. One that is away is left
 * alone for half a minute. When none serves, they are waited for as long as for one (`waitMs`).
 * @param urls one or more
 */
export function pooled(
  urls: readonly string[],
  open: (url: string, options: TrafficOptions) => Translator,
  { waitMs = 600_000, onWait, onGiveUp, clock = systemClock, ...options }: TrafficOptions & { readonly clock?: Clock },
): Translator {
  // The pool does the waiting: a server that is away is known to be after four failures.
  const members = urls.map((url) => ({ translator: open(url, { ...options, clock, waitMs: 0 }), inHand: 0 }))
  const [first] = members

  const ask = async (member: (typeof members)[number], ...asked: Parameters<Translator['translate']>): Promise<readonly Answer[]> => {
    const [texts] = asked
    member.inHand += texts.length
    try {
      return await member.translator.translate(...asked)
    } finally {
      member.inHand -= texts.length
    }
  }

  return {
    ...first!.translator,
    languages: async (signal) => {
      const outcomes = await Promise.allSettled(members.map(({ translator }) => translator.languages(signal)))
      const lists = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []))
      const [failed] = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
      if (lists.length === 0 && failed !== undefined) throw failed
      return [...new Map(lists.map((pair) => [`${pair.from} ${pair.to}`, pair])).values()]
    },
    translate: async (texts, from, to, call) => {
      const answers: (Answer | undefined)[] = texts.map(() => undefined)
      const until = clock.now() + waitMs
      for (;;) {
        let last: EngineError | undefined
        for (const member of [...members].sort((a, b) => a.inHand - b.inHand)) {
          const open = texts.flatMap((_, at) => (answers[at] === undefined ? [at] : []))
          if (open.length === 0) break
          try {
            const made = await ask(
              member,
              open.map((at) => texts[at]!),
              from,
              to,
              call,
            )
            open.forEach((at, index) => {
              answers[at] = made[index]
            })
          } catch (thrown) {
            if (!(thrown instanceof EngineError)) throw thrown
            open.forEach((at, index) => {
              answers[at] = thrown.partial?.[index]
            })
            last = thrown
            if (!PASSING.has(thrown.code)) break
          }
        }
        if (answers.every((answer) => answer !== undefined)) return answers as readonly Answer[]
        const left = until - clock.now()
        if (last === undefined || last.code !== 'unreachable' || left <= 0) {
          if (last?.code === 'unreachable') onGiveUp?.(last.message)
          throw withPartial(last!, answers)
        }
        onWait?.({ reason: last.message, leftMs: left })
        await clock.sleep(Math.min(ROUND, left), call.signal)
        onWait?.(undefined)
      }
    },
  }
}
