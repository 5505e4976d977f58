/** Several engines as one: each text is translated by the first that can, and what the others said is kept with it. */
import type { Language } from '../article.ts'
import { EngineError } from '../errors.ts'
import { withPartial } from './partial.ts'
import { nearestPair, nearestTag } from './tags.ts'
import type { Answer, Hints, LanguagePair, TranslateOptions, Translator } from './translator.ts'

export interface RoutedOptions {
  /** By name. */
  readonly engines: ReadonlyMap<string, Translator>
  /** For all pairs without a route of their own. */
  readonly order: readonly string[]
  /** By pair: 'es-ca', 'es-*', '*-ca'. The most exact holds. */
  readonly routes?: Readonly<Record<string, readonly string[]>> | undefined
  /** Told once for each engine, pair and kind of reason, in a sentence. */
  readonly onPass?: ((message: string) => void) | undefined
}

/** Which engines are asked for a pair, in their order. */
export function routeOf<Name extends string>(
  { order, routes = {} }: { readonly order: readonly Name[]; readonly routes?: Readonly<Record<string, readonly Name[]>> | undefined },
  from: Language,
  to: Language,
): readonly Name[] {
  const fits = (pattern: string, tag: Language): boolean =>
    pattern === '*' || nearestTag([pattern.toLowerCase()], tag.toLowerCase()) !== undefined
  const found = Object.entries(routes)
    .flatMap(([name, engines]) => {
      const sides = sidesOf(name).filter(([a, b]) => fits(a, from) && fits(b, to))
      return sides.length === 0 ? [] : [{ stars: sides[0]!.filter((side) => side === '*').length, engines }]
    })
    .sort((a, b) => a.stars - b.stars)
  return found[0]?.engines ?? order
}

/** 'zh-Hans-en' may be cut in two places. */
function sidesOf(name: string): [string, string][] {
  const parts = name.split('-')
  return parts.slice(1).map((_, at) => [parts.slice(0, at + 1).join('-'), parts.slice(at + 1).join('-')])
}

/** What says that an engine has no such pair: another language between may help, unless one that has it failed on a text. */
const LACKING: ReadonlySet<string> = new Set(['unsupported-pair', 'not-set-up'])

/** An engine that was asked and did not translate all, and why. */
interface Passed {
  readonly engine: string
  readonly error: EngineError
}

/** What came of a call, and why it is not all. */
interface Attempt {
  readonly made: readonly (Answer | undefined)[]
  readonly error?: EngineError | undefined
}

async function attempt(call: Promise<readonly Answer[]>): Promise<Attempt> {
  try {
    return { made: await call }
  } catch (thrown) {
    if (!(thrown instanceof EngineError)) throw thrown
    return { made: thrown.partial ?? [], error: thrown }
  }
}

export function routed(options: RoutedOptions): Translator {
  const { engines, onPass = () => {} } = options
  const told = new Set<string>()

  const tell = (name: string, from: Language, to: Language, { code, message }: EngineError): void => {
    const key = JSON.stringify([name, from, to, code])
    if (!told.has(key)) onPass(`${name} does not translate from ${from} to ${to}: ${message}`)
    told.add(key)
  }

  /** Each text by the first that can; then, when none has the pair, by way of another language. */
  const ask = async (
    texts: readonly string[],
    from: Language,
    to: Language,
    call: TranslateOptions,
    mayPivot: boolean,
  ): Promise<readonly Answer[]> => {
    const answers: (Answer | undefined)[] = texts.map(() => undefined)
    const passed: Passed[] = []
    for (const name of routeOf(options, from, to)) {
      const open = openIn(answers)
      if (open.length === 0) break
      const reasons = passed.map(({ engine, error }) => ({ engine, reason: error.message }))
      const take = (made: readonly (Answer | undefined)[]): void =>
        open.forEach((at, index) => {
          const answer = made[index]
          if (answer !== undefined) answers[at] = reasons.length > 0 ? { ...answer, passed: reasons } : answer
        })
      try {
        take(
          await engines.get(name)!.translate(
            open.map((at) => texts[at]!),
            from,
            to,
            forOnly(open, call),
          ),
        )
      } catch (thrown) {
        if (!(thrown instanceof EngineError)) throw thrown
        take(thrown.partial ?? [])
        passed.push({ engine: name, error: thrown })
        tell(name, from, to, thrown)
      }
    }
    const open = openIn(answers)
    if (open.length === 0) return answers as readonly Answer[]
    const isLacking = passed.some(({ error }) => LACKING.has(error.code)) && !(await anyOf(passed, (one) => hasFailed(one, from, to, call)))
    const between = mayPivot && isLacking ? await languageBetween(from, to, call.signal) : undefined
    if (between === undefined) throw failure(passed, answers)
    const { made, error } = await inSteps(
      open.map((at) => texts[at]!),
      [from, between, to],
      forOnly(open, call),
    )
    open.forEach((at, index) => {
      answers[at] = made[index]
    })
    if (error !== undefined) throw withPartial(error, answers)
    return answers as readonly Answer[]
  }

  /** Whether an engine has the pair, and failed on the text. One that answers nonsense says so of every pair, of those that it lacks too. */
  const hasFailed = async (
    { engine, error: { code } }: Passed,
    from: Language,
    to: Language,
    { signal }: TranslateOptions,
  ): Promise<boolean> => {
    if (code !== 'bad-answer') return code === 'refused-text'
    try {
      return nearestPair(await engines.get(engine)!.languages(signal), from, to) !== undefined
    } catch (thrown) {
      if (!(thrown instanceof EngineError)) throw thrown
      return false
    }
  }

  /** By way of another language; what came only so far did not come. */
  const inSteps = async (
    texts: readonly string[],
    [from, between, to]: readonly [Language, Language, Language],
    { terms: _, ...call }: TranslateOptions,
  ): Promise<Attempt> => {
    const first = await attempt(ask(texts, from, between, call, false))
    const came = texts.flatMap((_, at) => (first.made[at] === undefined ? [] : [at]))
    if (came.length === 0) return first
    const { context: __, ...onward } = call
    const halfway = came.map((at) => first.made[at]!.text)
    const second = await attempt(ask(halfway, between, to, onward, false))
    const made: (Answer | undefined)[] = texts.map(() => undefined)
    came.forEach((at, index) => {
      const answer = second.made[index]
      if (answer !== undefined) made[at] = joined(first.made[at]!, answer, between)
    })
    return { made, error: first.error ?? second.error }
  }

  const listOf = async (signal: AbortSignal): Promise<readonly LanguagePair[]> => {
    const lists = await Promise.allSettled([...engines.values()].map((engine) => engine.languages(signal)))
    signal.throwIfAborted()
    const pairs = lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : []))
    return [...new Map(pairs.map((pair) => [`${pair.from} ${pair.to}`, pair])).values()]
  }

  /** English, or else the first by its tag. */
  const languageBetween = async (from: Language, to: Language, signal: AbortSignal): Promise<Language | undefined> => {
    const pairs = await listOf(signal)
    const source = nearestTag(
      pairs.map((pair) => pair.from),
      from,
    )
    const target = nearestTag(
      pairs.map((pair) => pair.to),
      to,
    )
    const inward = new Set(pairs.filter((pair) => pair.from === source).map((pair) => pair.to))
    const common = pairs.filter((pair) => pair.to === target && inward.has(pair.from)).map((pair) => pair.from)
    return common.includes('en') ? 'en' : common.sort()[0]
  }

  return {
    name: [...engines.keys()].join('+'),
    reads: [...new Set([...engines.values()].flatMap(({ reads = [] }): readonly (keyof Hints)[] => reads))],
    languages: listOf,
    translate: async (texts, from, to, call) => {
      call.signal.throwIfAborted()
      return texts.length === 0 ? [] : ask(texts, from, to, call, true)
    },
  }
}

function openIn(answers: readonly (Answer | undefined)[]): readonly number[] {
  return answers.flatMap((answer, at) => (answer === undefined ? [at] : []))
}

function forOnly(indices: readonly number[], call: TranslateOptions): TranslateOptions {
  return call.context === undefined ? call : { ...call, context: indices.map((at) => call.context![at] ?? {}) }
}

function joined(first: Answer, second: Answer, between: Language): Answer {
  const versions = [first.version, second.version].filter((version) => version !== undefined)
  const passed = [...(first.passed ?? []), ...(second.passed ?? [])]
  return {
    ...second,
    engine: [...new Set([first.engine, second.engine])].join('+'),
    version: [`by way of ${between}`, ...versions].join(', '),
    ...(passed.length > 0 && { passed }),
  }
}

async function anyOf<T>(values: readonly T[], test: (value: T) => Promise<boolean>): Promise<boolean> {
  for (const value of values) if (await test(value)) return true
  return false
}

/** What all say, under the code of the one of which there is most hope. */
function failure(passed: readonly Passed[], partial: readonly (Answer | undefined)[]): EngineError {
  const best =
    passed.find(({ error }) => !LACKING.has(error.code) && error.code !== 'refused-text') ??
    passed.find(({ error }) => error.code !== 'unsupported-pair') ??
    passed[0]!
  const message = passed.map(({ engine, error }) => `${engine}: ${error.message}`).join('; ')
  const { code, status, remedy } = best.error
  return new EngineError(code, message, { cause: best.error, status, remedy, partial })
}
