/** Who translates: the engines asked for, in their order, each with its cache. */
import type { Config, EngineName } from '../config.ts'
import type { BergamotOptions } from './bergamot/index.ts'
import { type Cache, openCache } from './cache.ts'
import { cached } from './cached.ts'
import { remedies } from './libretranslate/remedies.ts'
import { closed, type Engine, type EngineSettings, type OpenName, openNamed, standsFor } from './open.ts'
import { routed } from './routed.ts'
import type { TrafficOptions } from './traffic/index.ts'
import { unavailable } from './unavailable.ts'

export type { Offer } from './bergamot/library.ts'
export { describeEngines, describePairs } from './describe.ts'
export { type Engine, openNamed } from './open.ts'
export type { Waiting } from './traffic/index.ts'

/** Which engines, where they are, and how patient to be with them. */
export interface EngineOptions extends EngineSettings, Pick<TrafficOptions, 'waitMs' | 'onWait' | 'onGiveUp'> {
  /**
   * In order of preference: each text is translated by the first that can. 'auto' is the LibreTranslate server, if one is named, else the
   * built-in engine. The memory is asked before any of them. @defaultValue auto
   */
  readonly engines?: readonly EngineName[]
  /** Other lists for some pairs: 'es-ca', 'es-*', '*-ca'. @defaultValue none */
  readonly routes?: Readonly<Record<string, readonly EngineName[]>>
  /** Told, in a sentence, why an engine was passed over for the next. */
  readonly onPass?: (message: string) => void
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

/** What a configuration says of engines. */
export function engineSettings(config: Config): EngineOptions & { readonly bergamot: BergamotOptions } {
  const { libretranslate, engines, routes, bergamot, apertium, openai, command } = config
  return { ...libretranslate, engines, routes, bergamot, apertium, openai, command }
}

/** Whether a server translates what the memory does not have. */
export function isOnline({ engines = ['auto'], url }: Pick<EngineOptions, 'engines' | 'url'>): boolean {
  return url !== undefined && engines.some((name) => name !== 'memory')
}

/** The memory is asked by the translate stage: here it stands for no engine at all. */
function meant(names: readonly EngineName[], settings: EngineSettings): readonly OpenName[] {
  return [...new Set(names.map((name) => standsFor(name, settings)).filter((name) => name !== 'memory'))]
}

function listsOf({ engines = ['auto'], routes = {}, ...settings }: EngineOptions): {
  readonly order: readonly OpenName[]
  readonly byPair: Readonly<Record<string, readonly OpenName[]>>
} {
  const byPair = Object.fromEntries(Object.entries(routes).map(([pair, names]) => [pair, meant(names, settings)]))
  return { order: meant(engines, settings), byPair }
}

/** All that may be asked, each once. */
export function enginesOf(options: EngineOptions): readonly OpenName[] {
  const { order, byPair } = listsOf(options)
  return [...new Set([order, ...Object.values(byPair)].flat())]
}

/**
 * The engines that `options` describe, with retries, batching and limits around each.
 * @throws UsageError when an engine is asked for that is not set up, or the cache cannot be opened.
 */
export async function openEngine(options: EngineOptions = {}): Promise<Engine> {
  const { cache: kept } = options
  const { order, byPair } = listsOf(options)
  const lists = [order, ...Object.values(byPair)]
  const names = enginesOf(options)
  if (names.length === 0) return closed(unavailable('the memory does not have it, and no engine was asked for', remedies['not-set-up']))
  // Only the last that may be asked is waited for while it is away: before that, there is another.
  const isLast = (name: OpenName) => lists.every((list) => list.at(-1) === name || !list.includes(name))
  const opened = new Map(names.map((name) => [name, openNamed(name, options, isLast(name) ? trafficOf(options) : { waitMs: 0 })]))
  const isBuiltInAlone = names.every((name) => name === 'bergamot')
  const cache = kept === undefined ? undefined : await cacheOf(kept, isBuiltInAlone)
  const translators = new Map(
    [...opened].map(([name, { translator }]) => [name, cache === undefined ? translator : cached(translator, cache, kept?.run)] as const),
  )
  return {
    translator:
      names.length === 1 && Object.keys(byPair).length === 0
        ? translators.get(names[0]!)!
        : routed({ engines: translators, order, routes: byPair, onPass: options.onPass }),
    [Symbol.asyncDispose]: async () => {
      await Promise.all([...opened.values()].map((engine) => engine[Symbol.asyncDispose]()))
      await cache?.[Symbol.asyncDispose]()
    },
  }
}

function trafficOf({ waitMs, onWait, onGiveUp }: EngineOptions): TrafficOptions {
  return { ...(waitMs !== undefined && { waitMs }), ...(onWait !== undefined && { onWait }), ...(onGiveUp !== undefined && { onGiveUp }) }
}

async function cacheOf({ path, fresh, blind = false }: NonNullable<EngineOptions['cache']>, isLate: boolean): Promise<Cache> {
  const cache = await (isLate ? onDemand(() => openCache(path, fresh)) : openCache(path, fresh))
  return blind ? { ...cache, get: async () => [] } : cache
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
