/**
 * What is done already, by content. A finished shard has its lines and a completion record that vouches for them; a shard under way has a
 * journal with a line for each finished article. All are named after the shard's hash, not its place in the input: when articles come in
 * front, the shards behind them are still what they were.
 *
 * They survive kill -9: lines and records are moved into place whole, and a journal's torn last line is dropped. They survive a disk that
 * lies: the record holds a hash of the lines and one of itself, a journal's line one of itself. What does not agree with its hash counts as
 * not done, and is done again.
 *
 * ```
 * <output>/.synoptic/shards/<hash>.json     completion record
 * <output>/.synoptic/shards/<hash>.jsonl    the articles, finished or pending, in input order, compressed or not; corpus/ links to it
 * <output>/.synoptic/shards/<hash>.journal  while the shard is under way: key<TAB>CRC-32 of the article<TAB>article
 * ```
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, readdir, readFile, rm, truncate } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { crc32 } from 'node:zlib'
import type { Rejected } from '../article.ts'

import type { StageCount } from './cpu.ts'
import { linkOrCopy, makeFolder, TEMPORARY, writeWhole } from './files.ts'
import { linesOf } from './lines.ts'
import { sha256 } from './plan.ts'

export interface Completion {
  /** Of the shard's content and recipe. */
  readonly hash: string
  /** Of the places its articles were read from: the same content may have moved. */
  readonly origins: string
  readonly read: number
  /** Keys of the articles written, a line each. */
  readonly keys: readonly string[]
  /** Lines, from 0, with a translation that is pending or failed: a later run redoes them. */
  readonly unfinished: readonly number[]
  readonly rejected: readonly Rejected[]
  readonly warnings: Readonly<Record<string, number>>
  /** How often cleaning took out which template of a wiki; undefined in records from before they were counted. */
  readonly templates?: Readonly<Record<string, number>>
  readonly stages: Readonly<Record<string, StageCount>>
}

/** sha256 of a shard's lines, hexadecimal, and what has no line. */
export type Vouched = Pick<ShardRecord, 'lines'> & Pick<Completion, 'rejected'>

/** A completion record's file. */
interface ShardRecord {
  readonly completion: Completion
  /** sha256 of the lines' file, hexadecimal. */
  readonly lines: string
  /** Of both of these, as JSON: what was damaged on the disk says so. */
  readonly checksum: string
}

/** A finished shard, and where it is. */
export interface AssembledShard {
  readonly hash: string
  readonly store: ShardStore
}

/** Characters of a shard's hash in its files' names. */
const NAME_LENGTH = 24

export class ShardStore {
  readonly #folder: string
  readonly #compress: boolean

  /** @param options.compress what is put into place from now on is compressed; what stands is read, compressed or not */
  constructor(output: string, { compress = false }: { readonly compress?: boolean } = {}) {
    this.#folder = join(output, '.synoptic', 'shards')
    this.#compress = compress
  }

  linesFile(hash: string): string {
    return this.#file(hash, '.jsonl')
  }

  /** Sketches of the lines (run/sketches.ts). */
  sketchesFile(hash: string): string {
    return this.#file(hash, '.sketches')
  }

  #file(hash: string, suffix: string): string {
    return join(this.#folder, hash.slice(0, NAME_LENGTH) + suffix)
  }

  /** The record of a finished shard; undefined when there is none, or it or the lines it vouches for are damaged: `onDamage` is told. */
  async completion(hash: string, onDamage: (file: string) => void = () => {}): Promise<Completion | undefined> {
    const file = this.#file(hash, '.json')
    const text = await readIfThere(file)
    if (text === undefined) return undefined
    const record = recordIn(text)
    if (record?.completion.hash !== hash) onDamage(file)
    else if ((await hashOf(this.linesFile(hash))) === record.lines) return record.completion
    else onDamage(this.linesFile(hash))
    return undefined
  }

  /** What the results of a run hold of a shard that was found finished a moment ago. */
  async vouched(hash: string): Promise<Vouched | undefined> {
    const record = recordIn((await readIfThere(this.#file(hash, '.json'))) ?? '')
    return record && { lines: record.lines, rejected: record.completion.rejected }
  }

  /** Lines of articles, by key, in records and journals of any shard: what a shard of new content can take over. */
  async harvest(): Promise<Harvest> {
    const harvest = new Harvest()
    for (const name of (await namesIn(this.#folder)).toSorted()) {
      const file = join(this.#folder, name)
      if (name.endsWith('.json')) harvest.add(file, recordIn((await readIfThere(file)) ?? '')?.completion.keys ?? [])
      else if (name.endsWith('.journal')) harvest.add(file, [...(await journalLines(file)).keys()])
    }
    return harvest
  }

  /** The journal of a shard under way, after `finishedIn` read it; empty, if it is to start afresh. */
  async open(hash: string, fresh: boolean): Promise<OpenJournal> {
    await makeFolder(this.#folder)
    const file = this.#file(hash, '.journal')
    if (!fresh) await cutTornLine(file)
    return new OpenJournal(await open(file, fresh ? 'w' : 'a'))
  }

  /** Puts a shard's result into place: first its lines, then the record that vouches for them, then the journal goes. */
  async complete(lines: readonly string[], completion: Completion): Promise<void> {
    const { hash } = completion
    // Without its record a shard counts as not done, so a kill between the two writes leaves nothing half true.
    await rm(this.#file(hash, '.json'), { force: true })
    const body = { completion, lines: await writeWhole(this.linesFile(hash), lines, { compress: this.#compress }) }
    await writeWhole(this.#file(hash, '.json'), [JSON.stringify({ ...body, checksum: sha256(JSON.stringify(body)) })])
    await rm(this.#file(hash, '.journal'), { force: true })
  }

  /** Removes what is known of a shard. */
  async forget(hash: string): Promise<void> {
    for (const suffix of ['.json', '.jsonl', '.journal']) await rm(this.#file(hash, suffix), { force: true })
  }

  /** Files that may hold results of articles, by their names. */
  named(names: readonly string[]): string[] {
    return names.map((name) => join(this.#folder, name))
  }

  journalFile(hash: string): string {
    return this.#file(hash, '.journal')
  }

  /** Records what another store has finished: by a link to the same bytes where the file system has links. */
  async takeOver(from: ShardStore, hash: string): Promise<void> {
    await makeFolder(this.#folder)
    for (const suffix of ['.jsonl', '.json']) await linkOrCopy(from.#file(hash, suffix), this.#file(hash, suffix))
  }

  /** Removes what belongs to none of these shards, and what kills left behind. */
  async keepOnly(hashes: Iterable<string>): Promise<void> {
    const kept = new Set([...hashes].map((hash) => hash.slice(0, NAME_LENGTH)))
    for (const name of await namesIn(this.#folder)) {
      if (!kept.has(name.slice(0, name.indexOf('.'))) || name.endsWith(TEMPORARY)) await rm(join(this.#folder, name), { force: true })
    }
  }
}

/** Where lines of articles stand, by the beginning of their keys: a few bytes an article, for there may be millions. */
export class Harvest {
  readonly #files: string[] = []
  readonly #fileOf = new Map<number, number>()

  add(file: string, keys: readonly string[]): void {
    const number = this.#files.push(file) - 1
    for (const key of keys) this.#fileOf.set(numberOf(key), number)
  }

  /** Files that may hold lines of these keys. */
  filesOf(keys: Iterable<string>): string[] {
    const found = new Set<number>()
    for (const key of keys) {
      const file = this.#fileOf.get(numberOf(key))
      if (file !== undefined) found.add(file)
    }
    return [...found].map((file) => this.#files[file]!)
  }
}

/** 48 bits of a key: two of a million keys share them once in 500 runs, and then a file is read in vain. */
function numberOf(key: string): number {
  return Number.parseInt(key.slice(0, 12), 16)
}

/** What an earlier run made of an article. */
export interface Known {
  /** Of the corpus. */
  readonly line: string
  /** Nothing of it is pending. */
  readonly finished: boolean
}

/** Lines of articles, by key, in `files` of a harvest; only of `keys`. What is damaged is left out; what is finished goes before what is not. */
export async function knownIn(files: readonly string[], keys: ReadonlySet<string>): Promise<Map<string, Known>> {
  const found = new Map<string, Known>()
  for (const file of files) {
    const lines = file.endsWith('.journal') ? finished(await journalLines(file)) : await recordedLines(file)
    for (const [key, known] of lines) if (keys.has(key) && (known.finished || !found.has(key))) found.set(key, known)
  }
  return found
}

function* finished(lines: Iterable<readonly [string, string]>): Generator<readonly [string, Known]> {
  for (const [key, line] of lines) yield [key, { line, finished: true }]
}

/** What a record vouches for. */
async function recordedLines(file: string): Promise<Map<string, Known>> {
  const lines = new Map<string, Known>()
  const record = recordIn((await readIfThere(file)) ?? '')
  const linesFile = join(file, '..', `${basename(file, '.json')}.jsonl`)
  if (record === undefined || (await hashOf(linesFile)) !== record.lines) return lines
  const { keys, unfinished } = record.completion
  const open = new Set(unfinished)
  let at = 0
  for await (const line of linesOf(linesFile)) {
    lines.set(keys[at]!, { line, finished: !open.has(at) })
    at += 1
  }
  return lines
}

/** The whole lines of a journal that agree with their checksum. */
async function journalLines(file: string): Promise<Map<string, string>> {
  const lines = new Map<string, string>()
  for (const line of ((await readIfThere(file)) ?? '').split('\n').slice(0, -1)) {
    const [key = '', checksum, article] = line.split('\t', 3)
    if (article !== undefined && checksum === checksumOf(key, article)) lines.set(key, article)
  }
  return lines
}

/** Cuts a journal to its whole lines, so that the next line starts on its own. */
async function cutTornLine(file: string): Promise<void> {
  const text = await readIfThere(file)
  if (text !== undefined && !text.endsWith('\n')) await truncate(file, Buffer.byteLength(text.slice(0, text.lastIndexOf('\n') + 1)))
}

/** For so long the lines of a journal wait for others, which one write takes all: until then their articles are under way. */
const TOGETHER_MS = 50

class OpenJournal {
  readonly #file: FileHandle
  #waiting: string[] = []
  #last: Promise<unknown> = Promise.resolve()
  #next: Promise<unknown> | undefined

  constructor(file: FileHandle) {
    this.#file = file
  }

  /** Resolves when the line is in the file. One write after the other: two at once could mix. */
  add(key: string, line: string): Promise<unknown> {
    this.#waiting.push(`${key}\t${checksumOf(key, line)}\t${line}\n`)
    this.#next ??= this.#last = Promise.all([this.#last, setTimeout(TOGETHER_MS)]).then(() => this.#write())
    return this.#next
  }

  #write(): Promise<unknown> {
    const lines = this.#waiting.join('')
    this.#waiting = []
    this.#next = undefined
    return this.#file.appendFile(lines)
  }

  /** May be called again. */
  async close(): Promise<void> {
    await this.#file.close()
  }
}

/** CRC-32 of a journal's line, hexadecimal. An article in JSON holds no tab. */
function checksumOf(key: string, article: string): string {
  return crc32(article, crc32(key)).toString(16)
}

/** The record that `text` holds; undefined when it is none, or not the one that was written. */
function recordIn(text: string): ShardRecord | undefined {
  try {
    const { completion, lines, checksum } = JSON.parse(text) as ShardRecord
    return checksum === sha256(JSON.stringify({ completion, lines })) ? { completion, lines, checksum } : undefined
  } catch {
    return undefined
  }
}

/** sha256 of a file's content, hexadecimal; undefined when it cannot be read. */
async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk)
  } catch {
    return undefined
  }
  return hash.digest('hex')
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw thrown
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw thrown
  }
}
