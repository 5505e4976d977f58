/** Which engine translates, and what stands around it: cache → rescue of what is plainly wrong → traffic → engine. */
import type { EngineName } from '../config.ts'
import { EngineError, UsageError } from '../errors.ts'
import { pairsOf } from './bergamot/chain.ts'
import { type BergamotOptions, bergamot, remedies as builtInRemedies } from './bergamot/index.ts'
import { Library } from './bergamot/library.ts'
import { type Cache, openCache } from './cache.ts'
import { cached } from './cached.ts'
import { libreTranslate, libreTranslateServer } from './libretranslate/index.ts'
import { remedies } from './libretranslate/remedies.ts'
import { loadMemory } from './memory.ts'
import type { TrafficOptions } from './traffic/index.ts'
import type { LanguagePair, Translator } from './translator.ts'
import { unavailable } from './unavailable.ts'

export type { Offer } from './bergamot/library.ts'
export type { Waiting } from './traffic/index.ts'

export interface ServerSettings {
  /** Address of the LibreTranslate server. @defaultValue none: nothing can be asked of it */
  readonly url?: string | undefined
  /** Never printed, never written. */
  readonly apiKey?: string | undefined
  /** Requests under way at once, at most, 1 and up. @defaultValue as many as are found to serve best, up to 64 */
  readonly concurrency?: number | undefined
  /** Longest wait for one answer, in milliseconds. @defaultValue 60000 */
  readonly timeoutMs?: number | undefined
}

/** Which engines, where they are, and how patient to be with them. */
export interface EngineOptions extends ServerSettings, Pick<TrafficOptions, 'waitMs' | 'onWait' | 'onGiveUp'> {
  /** In order of preference; 'auto' is the LibreTranslate server, if one is named, else the built-in engine. The memory is asked before any of them. @defaultValue auto */
  readonly engines?: readonly EngineName[]
  /** The built-in engine: where its models are, and whether some may be fetched. @defaultValue those in the user's cache folder; none is fetched */
  readonly bergamot?: BergamotOptions
  /** Where translations are kept from run to run. @defaultValue nowhere */
  readonly cache?: {
    /** A folder; made when it is not there. */
    readonly path: string
    /** Forget what it holds. */
    readonly fresh: boolean
    /** Ask for everything anew, and keep that. @defaultValue false */
    readonly blind?: boolean
    /** Names the run: answers that one of another name got are told apart. @defaultValue all runs are one */
    readonly run?: string
  }
}

/** An engine that is ready to translate; disposing it closes its cache. */
export interface Engine extends AsyncDisposable {
  readonly translator: Translator
}

/** A cache that is opened when somebody asks it: a run that translates nothing needs none. */
function onDemand(open: () => Promise<Cache>): Cache {
  let opened: Promise<Cache> | undefined
  const cache = (): Promise<Cache> => {
    opened ??= open()
    return opened
  }
  return {
    get: async (keys) => (await cache()).get(keys),
    put: async (entries) => (await cache()).put(entries),
    [Symbol.asyncDispose]: async () => (await opened?.catch(() => undefined))?.[Symbol.asyncDispose](),
  }
}

/** Whether a server translates what the memory does not have. */
export function isOnline({ engines = ['auto'], url }: Pick<EngineOptions, 'engines' | 'url'>): boolean {
  return url !== undefined && wantedOf(engines) !== undefined
}

/** The memory is asked by the translate stage: here it stands for no engine at all. */
function wantedOf(engines: readonly EngineName[]): Exclude<EngineName, 'memory'> | undefined {
  return engines.find((name) => name !== 'memory')
}

/**
 * The engine that `options` describe, with retries, batching and limits around it.
 * @throws UsageError when an engine is asked for that is not set up, or the cache cannot be opened.
 */
export async function openEngine(options: EngineOptions = {}): Promise<Engine> {
  const { engines = ['auto'], cache: kept } = options
  const wanted = wantedOf(engines)
  if (wanted === undefined) return closed(unavailable('the memory does not have it, and no engine was asked for', remedies['not-set-up']))
  const isBuiltIn = wanted === 'bergamot' || (wanted === 'auto' && options.url === undefined)
  const engine = isBuiltIn ? bergamot(options.bergamot) : server(options)
  if (kept === undefined) return engine
  const cache = await (isBuiltIn ? onDemand(() => openCache(kept.path, kept.fresh)) : openCache(kept.path, kept.fresh))
  return {
    translator: cached(engine.translator, kept.blind ? { ...cache, get: async () => [] } : cache, kept.run),
    [Symbol.asyncDispose]: async () => {
      await engine[Symbol.asyncDispose]()
      await cache[Symbol.asyncDispose]()
    },
  }
}

function server({ url, apiKey, timeoutMs, concurrency, waitMs, onWait, onGiveUp }: EngineOptions): Engine {
  if (url === undefined) throw new UsageError(`the engine libretranslate has no address: ${remedies['not-set-up']}`)
  return closed(
    libreTranslateServer(
      { url, apiKey, timeoutMs },
      {
        concurrency,
        ...(waitMs !== undefined && { waitMs }),
        ...(onWait !== undefined && { onWait }),
        ...(onGiveUp !== undefined && { onGiveUp }),
      },
    ),
  )
}

function closed(translator: Translator): Engine {
  return { translator, [Symbol.asyncDispose]: async () => {} }
}

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

/** What each engine serves now, or why it does not. @param memory files of translation memories. @throws the signal's reason, when it is aborted. */
export async function describeEngines(
  { memory, bergamot: builtIn, ...server }: ServerSettings & { readonly memory: readonly string[]; readonly bergamot?: BergamotOptions },
  signal: AbortSignal,
): Promise<readonly EngineDescription[]> {
  return [await describeMemory(memory), await describeServer(server, signal), await describeBergamot(builtIn)]
}

async function describeBergamot(options: BergamotOptions | undefined): Promise<EngineDescription> {
  const name = 'bergamot'
  const pairs = pairsOf(await new Library(options).installed())
  if (pairs.length > 0) return { name, available: true, pairs }
  return { name, available: false, pairs, reason: 'no model is here', remedy: builtInRemedies['not-set-up']! }
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

async function describeServer({ url, ...server }: ServerSettings, signal: AbortSignal): Promise<EngineDescription> {
  const name = 'libretranslate'
  if (url === undefined) return { name, available: false, pairs: [], reason: 'no address is set', remedy: remedies['not-set-up'] }
  try {
    const translator = libreTranslate({ url, ...server })
    const pairs = await translator.languages(signal)
    // A server tells its languages to anybody: whether it knows the key shows when something is translated.
    const [pair] = pairs
    if (server.apiKey !== undefined && pair !== undefined) await translator.translate(['1'], pair.from, pair.to, { signal })
    return { name, available: true, pairs }
  } catch (thrown) {
    if (!(thrown instanceof EngineError)) throw thrown
    return { name, available: false, pairs: [], reason: thrown.message, remedy: thrown.remedy ?? remedies[thrown.code] }
  }
}
