/** Each engine by its name, as a run asks it: this is where a new one is added (docs/engines.md). */
import type { EngineName } from '../config.ts'
import { UsageError } from '../errors.ts'
import { type ApertiumOptions, apertiumServer } from './apertium/index.ts'
import { type BergamotOptions, bergamot } from './bergamot/index.ts'
import { type CommandOptions, commandEngine } from './command/index.ts'
import { libreTranslateServer } from './libretranslate/index.ts'
import { remedies } from './libretranslate/remedies.ts'
import { type OpenAiOptions, openAiServer } from './openai/index.ts'
import { pooled } from './pooled.ts'
import type { TrafficOptions } from './traffic/index.ts'
import type { Translator } from './translator.ts'

/** An engine that is ready to translate; disposing it ends its threads, and closes its cache. */
export interface Engine extends AsyncDisposable {
  readonly translator: Translator
}

export interface ServerSettings {
  /** Address of the LibreTranslate server, or of several that serve alike. @defaultValue none: nothing can be asked of it */
  readonly url?: string | readonly string[] | undefined
  /** Never printed, never written. */
  readonly apiKey?: string | undefined
  /** Requests under way at once, at most, 1 and up. @defaultValue as many as are found to serve best, up to 64 */
  readonly concurrency?: number | undefined
  /** Longest wait for one answer, in milliseconds. @defaultValue 60000 */
  readonly timeoutMs?: number | undefined
}

/** Requests under way at once, at most. */
interface Limited {
  readonly concurrency?: number | undefined
}

/** Settings of each engine; those without are not set up. */
export interface EngineSettings extends ServerSettings {
  /** The built-in engine: where its models are, and whether some may be fetched. @defaultValue those in the user's cache folder; none is fetched */
  readonly bergamot?: BergamotOptions | undefined
  readonly apertium?: (ApertiumOptions & Limited) | undefined
  readonly openai?: (OpenAiOptions & Limited) | undefined
  readonly command?: (CommandOptions & Limited) | undefined
}

/** The names that stand for an engine. */
export type OpenName = Exclude<EngineName, 'auto' | 'memory'>

/** 'auto' is the LibreTranslate server, if one is named, else the built-in engine. */
export function standsFor(name: EngineName, { url }: Pick<EngineSettings, 'url'>): OpenName | 'memory' {
  if (name !== 'auto') return name
  return url === undefined ? 'bergamot' : 'libretranslate'
}

const openers: Record<OpenName, (settings: EngineSettings, traffic: TrafficOptions) => Engine> = {
  bergamot: ({ bergamot: options }) => bergamot(options),
  libretranslate: ({ url, apiKey, timeoutMs, concurrency }, traffic) => {
    if (url === undefined) throw new UsageError(`the engine libretranslate has no address: ${remedies['not-set-up']}`)
    const open = (one: string, options: TrafficOptions): Translator =>
      libreTranslateServer({ url: one, apiKey, timeoutMs }, { ...options, concurrency })
    return closed(typeof url === 'string' ? open(url, traffic) : pooled(url, open, traffic))
  },
  apertium: ({ apertium }, traffic) =>
    served('apertium', apertium, (options) => apertiumServer(options, { ...traffic, ...limit(options) })),
  openai: ({ openai }, traffic) => served('openai', openai, (options) => openAiServer(options, { ...traffic, ...limit(options) })),
  command: ({ command }, traffic) =>
    // It costs processors of this machine, not a server's.
    served('command', command, (options) => commandEngine(options, { ...traffic, concurrency: options.concurrency ?? 4 })),
}

/** @throws UsageError when the engine is not set up */
export function openNamed(name: OpenName, settings: EngineSettings, traffic: TrafficOptions): Engine {
  return openers[name](settings, traffic)
}

function served<Settings>(name: OpenName, settings: Settings | undefined, open: (settings: Settings) => Translator): Engine {
  if (settings === undefined)
    throw new UsageError(`the engine ${name} is not set up: put its settings into synoptic.config.json, under "${name}"`)
  return closed(open(settings))
}

function limit({ concurrency }: Limited): TrafficOptions {
  return concurrency === undefined ? {} : { concurrency }
}

/** An engine with nothing to close. */
export function closed(translator: Translator): Engine {
  return { translator, [Symbol.asyncDispose]: async () => {} }
}
