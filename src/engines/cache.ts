import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ClassicLevel } from 'classic-level'
import { messageOf, UsageError } from '../errors.ts'
import type { CacheKey, Stored, TranslationStore } from './cached.ts'

export type Cache = TranslationStore & AsyncDisposable

/**
 * Translations on disk, in a LevelDB database at `path`: it writes ahead to a log, so a process killed at any moment leaves it whole.
 * A damaged one is thrown away, everything in it can be had again.
 * @param fresh forget what is there.
 * @throws UsageError when another process has it open, or the folder cannot be written.
 */
export async function openCache(path: string, fresh = false): Promise<Cache> {
  await mkdir(dirname(path), { recursive: true })
  if (fresh) await ClassicLevel.destroy(path).catch((thrown) => fail(path, thrown))
  const level = await open(path)
  return {
    // An entry that cannot be read is not there: what it held is asked for again, and written anew.
    get: async (keys) => {
      const all = keys.map(address)
      const values = await level.getMany(all).catch(() => Promise.all(all.map((each) => level.get(each).catch(() => undefined))))
      return values.map(parse)
    },
    // A cache that cannot be written costs time on a later run, not this translation: a full disk stops the run where it matters.
    put: (entries) =>
      level
        .batch(entries.map(({ key, answer, run }) => ({ type: 'put', key: address(key), value: JSON.stringify({ run, answer }) })))
        .catch(() => {}),
    [Symbol.asyncDispose]: () => level.close(),
  }
}

async function open(path: string): Promise<ClassicLevel<string, string>> {
  const level = new ClassicLevel<string, string>(path)
  try {
    await level.open()
    return level
  } catch (thrown) {
    if (codeOf(thrown) !== 'LEVEL_CORRUPTION') return fail(path, thrown)
  }
  await ClassicLevel.destroy(path)
  const anew = new ClassicLevel<string, string>(path)
  await anew.open().catch((thrown) => fail(path, thrown))
  return anew
}

function fail(path: string, thrown: unknown): never {
  const cause = thrown instanceof Error && thrown.cause !== undefined ? thrown.cause : thrown
  if (codeOf(thrown) === 'LEVEL_LOCKED') throw new UsageError(`${path}: the translation cache is in use by another run`, { cause })
  throw new UsageError(`${path}: the translation cache cannot be opened: ${messageOf(cause)}`, { cause })
}

/** classic-level wraps what happened in a LEVEL_DATABASE_NOT_OPEN. */
function codeOf(thrown: unknown): unknown {
  const { cause, code } = thrown as { cause?: { code?: unknown }; code?: unknown }
  return cause?.code ?? code
}

/** What is no entry is none: what it held is asked for again. */
function parse(value: string | undefined): Stored | undefined {
  if (value === undefined) return undefined
  try {
    const { run, answer } = JSON.parse(value) as Stored
    return typeof run === 'string' && typeof answer.text === 'string' && typeof answer.engine === 'string' ? { run, answer } : undefined
  } catch {
    return undefined
  }
}

/** A hash, as texts may be long; the parts cannot run into each other in JSON. */
function address({ source, from, to, text, hints }: CacheKey): string {
  return createHash('sha256')
    .update(JSON.stringify([source, from, to, text, ...(hints === undefined ? [] : [hints])]))
    .digest('base64')
}
