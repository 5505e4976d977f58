/** Which engine serves what, and who of them would be asked. */
import type { EngineName } from '../config.ts'
import { EngineError } from '../errors.ts'
import { pairsOf } from './bergamot/chain.ts'
import { Library } from './bergamot/library.ts'
import { remedies as builtInRemedies } from './bergamot/remedies.ts'
import { remedies } from './libretranslate/remedies.ts'
import { loadMemory } from './memory.ts'
import { type EngineSettings, type OpenName, openNamed, standsFor } from './open.ts'
import { routeOf } from './routed.ts'
import { nearestPair } from './tags.ts'
import type { LanguagePair } from './translator.ts'

export interface EngineDescription {
  readonly name: string
  readonly available: boolean
  /** Served now. */
  readonly pairs: readonly LanguagePair[]
  /** Why it is not available. */
  readonly reason?: string
  /** What to do about it. */
  readonly remedy?: string
}

/** Engines besides the memory, as they are listed. */
const names: readonly OpenName[] = ['libretranslate', 'bergamot', 'apertium', 'openai', 'command']

/** What each engine serves now, or why it does not. @param memory files of translation memories. @throws the signal's reason, when it is aborted. */
export async function describeEngines(
  { memory, ...settings }: EngineSettings & { readonly memory: readonly string[] },
  signal: AbortSignal,
): Promise<readonly EngineDescription[]> {
  // Those without settings are not worth a line.
  const set = names.filter((name) => name === 'libretranslate' || name === 'bergamot' || settings[name] !== undefined)
  return Promise.all([describeMemory(memory), ...set.map((name) => describe(name, settings, signal))])
}

async function describe(name: OpenName, settings: EngineSettings, signal: AbortSignal): Promise<EngineDescription> {
  const none = { name, available: false, pairs: [] }
  if (name === 'bergamot') {
    const pairs = pairsOf(await new Library(settings.bergamot).installed())
    return pairs.length > 0
      ? { name, available: true, pairs }
      : { ...none, reason: 'no model is here', remedy: builtInRemedies['not-set-up']! }
  }
  if (name === 'libretranslate' && settings.url === undefined)
    return { ...none, reason: 'no address is set', remedy: remedies['not-set-up'] }
  await using engine = openNamed(name, settings, { waitMs: 0 })
  try {
    const pairs = await engine.translator.languages(signal)
    // A server tells its languages to anybody: whether it knows the key shows when something is translated.
    const [pair] = pairs
    if (name === 'libretranslate' && settings.apiKey !== undefined && pair !== undefined)
      await engine.translator.translate(['1'], pair.from, pair.to, { signal })
    return { name, available: true, pairs }
  } catch (thrown) {
    if (!(thrown instanceof EngineError)) throw thrown
    return { ...none, reason: thrown.message, ...(thrown.remedy !== undefined && { remedy: thrown.remedy }) }
  }
}

/** Who would translate a pair, first to last, and why those that were asked for would not. */
export interface PairDescription extends LanguagePair {
  readonly engines: readonly string[]
  readonly not: Readonly<Record<string, string>>
}

/** For every pair that any of them serves. @param url of the LibreTranslate server, which decides what 'auto' means */
export function describePairs(
  described: readonly EngineDescription[],
  {
    engines,
    routes,
    url,
  }: { engines: readonly EngineName[]; routes: Readonly<Record<string, readonly EngineName[]>>; url: EngineSettings['url'] },
): readonly PairDescription[] {
  const byName = new Map(described.map((one) => [one.name, one]))
  const all = new Map(described.flatMap(({ pairs }) => pairs).map((pair) => [`${pair.from} ${pair.to}`, pair]))
  return [...all]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { from, to }]) => {
      const route = routeOf({ order: engines, routes }, from, to).map((name) => standsFor(name, { url }))
      const asked = [...new Set(['memory', ...route])]
      const why = (name: string): string | undefined => {
        const engine = byName.get(name)
        if (engine === undefined) return 'it is not set up'
        if (!engine.available) return engine.reason ?? 'it does not serve'
        // One that lists none takes any.
        const serves = engine.pairs.length === 0 || nearestPair(engine.pairs, from, to) !== undefined
        return serves ? undefined : 'it has no such pair'
      }
      const reasons = asked.flatMap((name) => {
        const reason = why(name)
        return reason === undefined ? [] : [[name, reason] as const]
      })
      return { from, to, engines: asked.filter((name) => why(name) === undefined), not: Object.fromEntries(reasons) }
    })
}

async function describeMemory(paths: readonly string[]): Promise<EngineDescription> {
  const name = 'memory'
  if (paths.length === 0) {
    return {
      name,
      available: false,
      pairs: [],
      reason: 'there is no translation memory',
      remedy: 'put .tmx or .tmdb files into the glossary folder, or name them with --glossary',
    }
  }
  const memory = await loadMemory(paths)
  const pairs = memory.pairs().flatMap(({ from, to }) => [
    { from, to },
    { from: to, to: from },
  ])
  return { name, available: true, pairs }
}
