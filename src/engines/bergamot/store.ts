/** The models on this machine: a folder a pair, complete or not there at all. */
import { mkdir, readdir, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Language } from '../../article.ts'
import { EngineError, messageOf, UsageError } from '../../errors.ts'
import { parsePair } from '../pairs.ts'
import { download } from './download.ts'
import { LICENCE, type ListedModel, sizeOf } from './registry.ts'

/** A model that is here. */
export interface InstalledModel {
  readonly from: Language
  readonly to: Language
  readonly folder: string
  /** Paths; one vocabulary, or that of the source and that of the target. */
  readonly model: string
  readonly lexicon: string
  readonly vocabularies: readonly string[]
  readonly architecture: string
  /** Tells this model from others of its pair. */
  readonly version: string
  readonly licence: string
  readonly bytes: number
  /** sha256 of the model file; undefined when it came here otherwise than by `install`. */
  readonly sha256: string | undefined
}

/** Written last, so that a folder with it is complete. */
const RECORD = 'model.json'

const record = z.object({
  architecture: z.string(),
  licence: z.string(),
  source: z.string(),
  files: z.record(z.string(), z.object({ bytes: z.number(), sha256: z.string() })),
})

/** Where models are kept when nothing else was said: the user's cache folder, shared by all runs. */
export function defaultFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment.SYNOPTIC_MODELS) return environment.SYNOPTIC_MODELS
  const { platform } = process
  const caches =
    environment.XDG_CACHE_HOME ||
    (platform === 'darwin'
      ? join(homedir(), 'Library', 'Caches')
      : platform === 'win32'
        ? environment.LOCALAPPDATA || join(homedir(), 'AppData', 'Local')
        : join(homedir(), '.cache'))
  return join(caches, 'synoptic', 'models')
}

/** The models in `folder`, by pair; none when it is not there. A damaged one is left out, and told to `notice`. */
export async function installedIn(folder: string, notice: (message: string) => void = () => {}): Promise<readonly InstalledModel[]> {
  const names = await readdir(folder).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return []
    throw new UsageError(`${folder}: the models there cannot be read: ${thrown.message}`, { cause: thrown })
  })
  const found = await Promise.all(names.sort().map((name) => modelIn(folder, name, notice)))
  return found.filter((model) => model !== undefined)
}

async function modelIn(parent: string, name: string, notice: (message: string) => void): Promise<InstalledModel | undefined> {
  const pair = parsePair(name)
  const folder = join(parent, name)
  if (pair === undefined || !(await stat(folder)).isDirectory()) return undefined
  const files = await readdir(folder)
  const find = (pattern: RegExp): string | undefined => files.find((file) => pattern.test(file))
  const [model, lexicon, shared] = [find(/^model.*\.bin$/u), find(/^lex.*\.bin$/u), find(/^vocab.*\.spm$/u)]
  const vocabularies = shared === undefined ? [find(/^srcvocab.*\.spm$/u), find(/^trgvocab.*\.spm$/u)] : [shared]
  const damaged = (why: string): undefined => {
    notice(`${folder}: ${why}; \`synoptic models fetch ${name}\` fetches it anew`)
  }
  if (model === undefined || lexicon === undefined || vocabularies.includes(undefined)) return damaged('a model of which files are missing')
  const known = await recordOf(folder)
  let bytes = 0
  for (const file of [model, lexicon, ...(vocabularies as string[])]) {
    const { size } = await stat(join(folder, file))
    const expected = known?.files[file]?.bytes
    if (size === 0 || (expected !== undefined && expected !== size))
      return damaged(`${file} has ${size} bytes${expected === undefined ? '' : `, and should have ${expected}`}`)
    bytes += size
  }
  const sha256 = known?.files[model]?.sha256
  return {
    ...pair,
    folder,
    model: join(folder, model),
    lexicon: join(folder, lexicon),
    vocabularies: (vocabularies as string[]).map((file) => join(folder, file)),
    architecture: known?.architecture ?? 'unknown',
    version: sha256?.slice(0, 12) ?? `${(await stat(join(folder, model))).size}`,
    licence: known?.licence ?? 'unknown',
    bytes,
    sha256,
  }
}

/** undefined for models that were put there by hand. */
async function recordOf(folder: string): Promise<z.infer<typeof record> | undefined> {
  try {
    return record.parse(JSON.parse(await readFile(join(folder, RECORD), 'utf8')))
  } catch {
    return undefined
  }
}

export interface Installation {
  readonly folder: string
  /** Address of the models, without a slash at its end. */
  readonly source: string
  readonly signal: AbortSignal
  /** Told how many bytes more have come over the line. */
  readonly onBytes?: (count: number) => void
}

/**
 * Fetches a model. It appears in the folder when all of it is there and right, and not before; what has come of one that was cut stays for
 * the next time.
 * @throws EngineError as `download`, and 'not-set-up' when there is no room for it, or the folder cannot be written
 */
export async function install(model: ListedModel, { folder, source, signal, onBytes = () => {} }: Installation): Promise<void> {
  const name = `${model.from}-${model.to}`
  const incoming = join(folder, `.incoming-${name}`)
  try {
    await mkdir(incoming, { recursive: true })
    await checkRoom(folder, sizeOf(model))
    await using _claim = await claim(join(incoming, 'fetching'), name)
    const files: Record<string, { bytes: number; sha256: string }> = {}
    for (const { name: file, path, bytes, sha256 } of model.files) {
      files[file] = await download({ url: `${source}/${path}`, target: join(incoming, file), bytes, sha256, signal, onBytes })
    }
    await writeFile(join(incoming, RECORD), JSON.stringify({ architecture: model.architecture, licence: LICENCE, source, files }, null, 2))
    await rm(join(folder, name), { recursive: true, force: true })
    await rm(join(incoming, 'fetching'), { force: true })
    await rename(incoming, join(folder, name))
  } catch (thrown) {
    signal.throwIfAborted()
    if (thrown instanceof EngineError) throw thrown
    const known = failures[(thrown as NodeJS.ErrnoException).code ?? '']
    throw new EngineError('not-set-up', `${folder}: the model ${name} cannot be kept there: ${known?.why ?? messageOf(thrown)}`, {
      cause: thrown,
      remedy: known?.remedy,
    })
  }
}

const ROOM = 'free some space, or choose another folder with --model-dir'
const OTHER = 'choose another folder with --model-dir, or change the rights of that one'

/** What the system says of a folder that takes no files, in words. */
const failures: Readonly<Record<string, { readonly why: string; readonly remedy: string }>> = {
  ENOSPC: { why: 'the disk is full', remedy: ROOM },
  EDQUOT: { why: 'the disk quota is used up', remedy: ROOM },
  EACCES: { why: 'permission denied', remedy: OTHER },
  EPERM: { why: 'permission denied', remedy: OTHER },
  EROFS: { why: 'the file system is read-only', remedy: 'choose another folder with --model-dir' },
  ENOTDIR: { why: 'a file stands where a folder is needed', remedy: 'choose another folder with --model-dir' },
}

/** A packed file and what it unpacks to lie side by side for a moment. */
async function checkRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < 2 * bytes) {
    const free = Math.floor((bavail * bsize) / 1e6)
    throw new EngineError(
      'not-set-up',
      `${folder}: ${free} MB are free there, and the model takes ${Math.ceil((2 * bytes) / 1e6)} MB until it is unpacked`,
      { remedy: ROOM },
    )
  }
}

/** Two that write to the same files would spoil both. A claim of a process that is gone is none. */
async function claim(path: string, name: string): Promise<AsyncDisposable> {
  for (;;) {
    try {
      await writeFile(path, String(process.pid), { flag: 'wx' })
      return { [Symbol.asyncDispose]: () => rm(path, { force: true }) }
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown
    }
    const holder = Number(await readFile(path, 'utf8').catch(() => ''))
    if (holder !== process.pid && isAlive(holder))
      throw new EngineError('not-set-up', `the model ${name} is being fetched by another process (${holder})`, {
        remedy: 'wait for it, and run again',
      })
    await rm(path, { force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Takes a model away, and what is left of fetching it. @returns whether there was one */
export async function remove(folder: string, { from, to }: { from: Language; to: Language }): Promise<boolean> {
  const name = `${from}-${to}`
  const there = await stat(join(folder, name)).catch(() => undefined)
  await rm(join(folder, name), { recursive: true, force: true })
  await rm(join(folder, `.incoming-${name}`), { recursive: true, force: true })
  return there !== undefined
}
