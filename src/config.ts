/**
 * unknown → Config, checked once. Flags win over `synoptic.config.json`, the file over the environment, that over the defaults.
 */
import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { z } from 'zod'
import type { FieldName } from './article.ts'
import { FileError, messageOf, UsageError } from './errors.ts'
import { type EngineName, type Format, type Settings, settingsSchema } from './settings.ts'

/** Of an article as it is read. All stages take time and memory in proportion: 9 s and 150 MB for each million characters of prose, translation and all. */
const MAX_CHARS = 5_000_000

const CONFIG_FILE = 'synoptic.config.json'

export {
  type EngineName,
  engineNames,
  type Format,
  formatNames,
  isEncoding,
  notAnEncoding,
  type Settings,
  settingsSchema,
} from './settings.ts'

const defaultFormats = ['tmx', 'tsv'] as const

const units: Record<string, number> = { '': 1, s: 1, m: 60, h: 3600 }

/** '90s' → 90000; without a unit it is seconds. */
function milliseconds(duration: string): number {
  return Number.parseInt(duration, 10) * 1000 * units[duration.replace(/\d+/, '')]!
}

/** What a run needs to know, complete: what was not given has its default. Made by parseConfig. */
export interface Config {
  readonly input: readonly string[]
  /** Label of the WHATWG Encoding Standard; undefined: what each text says of itself. */
  readonly encoding: string | undefined
  /** What records call an article's fields, where they call them otherwise. */
  readonly fields: Readonly<Partial<Record<FieldName, string>>>
  /** Articles and rejections to read, at most; undefined: all. */
  readonly limit: number | undefined
  /** Most UTF-16 code units of an article as it is read. */
  readonly maxChars: number
  /** Least UTF-16 code units of an article after cleaning. */
  readonly minChars: number
  /** BCP 47; empty: all. */
  readonly onlyLanguages: readonly string[]
  readonly dropDuplicates: boolean
  readonly output: string
  readonly glossary: readonly string[]
  /** BCP 47, without repeats. */
  readonly to: readonly string[]
  readonly engines: readonly EngineName[]
  /** For pairs that have engines of their own: 'es-ca', 'es-*', '*-ca'. */
  readonly routes: Readonly<Record<string, readonly EngineName[]>>
  readonly formats: readonly Format[]
  /** Score from which on a unit of the memory is used that is nearly the sentence, 0.6..1. */
  readonly memoryThreshold: number
  readonly jobs: number
  /** Whether the corpus holds each article as it was read. */
  readonly keepSource: boolean
  /** Whether the corpus is compressed. */
  readonly compress: boolean
  /** Whether the engines are compared on sentences of the corpus. */
  readonly compare: boolean
  /** Folder of the translation cache; undefined: the output's own. */
  readonly cache: string | undefined
  /** Longest wait for a server that is away, in milliseconds. */
  readonly waitMs: number
  readonly libretranslate: {
    readonly url: string | readonly string[] | undefined
    /** Never printed, never written. */
    readonly apiKey: string | undefined
    readonly concurrency: number | undefined
    readonly timeoutMs: number
  }
  /** The built-in engine. */
  readonly bergamot: {
    /** undefined: the user's cache folder. */
    readonly models: string | undefined
    /** undefined: Mozilla's own. */
    readonly mirror: string | undefined
    readonly threads: number | undefined
    readonly timeoutMs: number
  }
  readonly apertium: Settings['apertium']
  readonly openai: (NonNullable<Settings['openai']> & { readonly apiKey: string | undefined }) | undefined
  readonly command: Settings['command']
  readonly shardArticles: number
  readonly shardBytes: number
}

/** Where settings come from: flags win over the file, the file over the environment. */
export interface ConfigSources {
  /** From the command line; undefined where a flag was not given. */
  readonly flags?: { readonly [K in keyof Settings]?: Settings[K] | undefined }
  /** Content of the configuration file, if there is one. */
  readonly file?: { readonly path: string; readonly content: unknown } | undefined
  /** Environment variables, of which LIBRETRANSLATE_URL, LIBRETRANSLATE_API_KEY and OPENAI_API_KEY are looked at. */
  readonly environment?: Readonly<Record<string, string | undefined>>
}

/** Puts settings together and fills in the defaults. @throws UsageError naming every setting that is wrong, where it was given and what was expected. */
export function parseConfig({ flags = {}, file, environment = {} }: ConfigSources = {}): Config {
  const given = Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined))
  const fromFlags = check(given, (path) => `--${flagNames[path] ?? path}`)
  const fromFile = file === undefined ? {} : check(file.content, (path) => `${file.path}: ${path}`)
  const fromEnvironment = check(
    environment.LIBRETRANSLATE_URL ? { libretranslate: { url: addressesIn(environment.LIBRETRANSLATE_URL) } } : {},
    () => 'LIBRETRANSLATE_URL',
  )
  const settings = { ...fromFile, ...fromFlags }
  const server = { ...fromEnvironment.libretranslate, ...fromFile.libretranslate, ...fromFlags.libretranslate }
  const builtIn = { ...fromFile.bergamot, ...definedOf(fromFlags.bergamot) }
  return {
    input: settings.input ?? ['input'],
    encoding: settings.encoding,
    fields: settings.fields ?? {},
    limit: settings.limit,
    maxChars: settings.maxChars ?? MAX_CHARS,
    minChars: settings.minChars ?? 0,
    onlyLanguages: settings.onlyLanguages ?? [],
    dropDuplicates: settings.dropDuplicates ?? false,
    output: settings.output ?? 'output',
    glossary: settings.glossary ?? ['glossary'],
    to: [...new Set(settings.to ?? ['en'])],
    ...routesOf(settings.engines),
    formats: settings.formats ?? defaultFormats,
    keepSource: settings.keepSource ?? false,
    compress: settings.compress ?? false,
    compare: settings.compare ?? false,
    jobs: settings.jobs ?? availableParallelism(),
    cache: settings.cache,
    memoryThreshold: settings.memoryThreshold ?? 0.9,
    waitMs: milliseconds(settings.wait ?? '10m'),
    libretranslate: {
      url: server.url,
      apiKey: environment.LIBRETRANSLATE_API_KEY || undefined,
      concurrency: server.concurrency,
      timeoutMs: server.timeoutMs ?? 60_000,
    },
    bergamot: {
      models: builtIn.models,
      mirror: builtIn.mirror,
      threads: builtIn.threads,
      timeoutMs: builtIn.timeoutMs ?? 60_000,
    },
    apertium: settings.apertium,
    openai: settings.openai && { ...settings.openai, apiKey: environment.OPENAI_API_KEY || undefined },
    command: settings.command,
    shardArticles: settings.shardArticles ?? 1000,
    shardBytes: settings.shardBytes ?? 16 * 1024 * 1024,
  }
}

/** One address, or several with commas between. */
function addressesIn(text: string): string | string[] {
  const all = text.split(',').map((address) => address.trim())
  return all.length === 1 ? text : all
}

function routesOf(engines: z.output<typeof settingsSchema>['engines'] = ['auto']): Pick<Config, 'engines' | 'routes'> {
  if (Array.isArray(engines)) return { engines, routes: {} }
  const { '*': others = ['auto' as const], ...routes } = engines as Record<string, EngineName[]>
  return { engines: others, routes }
}

/** Flags of which one is given do not undo the others of their group. */
function definedOf<T extends object>(group: T | undefined): Partial<T> {
  return Object.fromEntries(Object.entries(group ?? {}).filter(([, value]) => value !== undefined)) as Partial<T>
}

/** Flags that are called otherwise than their setting: each is given once a value. */
const flagNames: Record<string, string> = {
  engines: 'engine',
  formats: 'format',
  keepSource: 'keep-source',
  memoryThreshold: 'memory-threshold',
  'bergamot.models': 'model-dir',
  'bergamot.mirror': 'model-mirror',
  maxChars: 'max-chars',
  minChars: 'min-chars',
  onlyLanguages: 'only-language',
  dropDuplicates: 'drop-duplicates',
}

/** Of something that may be given in two forms: what is wrong in the form that it most likely has, the one in which the fault lies deepest. */
function meantIssues(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  // What is wrong with a key is told of what holds it.
  if (issue.code === 'invalid_key') return issue.issues.map((inner) => ({ ...inner, path: issue.path.slice(0, -1) }))
  if (issue.code !== 'invalid_union') return [issue]
  const depth = (issues: readonly z.core.$ZodIssue[]): number => Math.max(0, ...issues.map(({ path }) => path.length))
  const [meant = []] = [...issue.errors].sort((a, b) => depth(b) - depth(a))
  return meant.flatMap((inner) => meantIssues({ ...inner, path: [...issue.path, ...inner.path] }))
}

/** Names of the settings there are, of all or of a group. */
function settingsIn(path: readonly PropertyKey[]): readonly string[] {
  let found: unknown = settingsSchema
  for (const part of path) {
    found = (found as z.ZodObject).shape[String(part)]
    while (found instanceof z.ZodOptional) found = found.unwrap()
  }
  return Object.keys((found as z.ZodObject).shape)
}

function check(value: unknown, where: (path: string) => string): z.output<typeof settingsSchema> {
  const result = settingsSchema.safeParse(value)
  if (result.success) return result.data
  const problems = result.error.issues.flatMap(meantIssues).map((issue) => {
    const path = issue.path.filter((part) => typeof part === 'string').join('.')
    return issue.code === 'unrecognized_keys'
      ? `${where([path, issue.keys.join(', ')].filter((part) => part !== '').join('.'))}: no such setting; there are ${settingsIn(issue.path).join(', ')}`
      : `${where(path)}: ${issue.message}`
  })
  throw new UsageError(problems.join('\n'))
}

/** Reads `path`, or `synoptic.config.json` of this folder when there is one and no path was given. */
export async function readConfigFile(path: string | undefined): Promise<ConfigSources['file']> {
  const name = path ?? CONFIG_FILE
  let text: string
  try {
    text = await readFile(name, 'utf8')
  } catch (thrown) {
    if (path === undefined && (thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new FileError(name, 0, `cannot be read: ${messageOf(thrown)}`, 0, { cause: thrown })
  }
  try {
    return { path: name, content: JSON.parse(text) }
  } catch (thrown) {
    throw new FileError(name, lineOf(text, messageOf(thrown)), `is not JSON: ${messageOf(thrown)}`, 0, { cause: thrown })
  }
}

/** JSON.parse says "at position 17" (V8); editors want a line. */
function lineOf(text: string, message: string): number {
  const position = /position (\d+)/.exec(message)?.[1]
  return position === undefined ? 1 : text.slice(0, Number(position)).split('\n').length
}
