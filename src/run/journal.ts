/**
 * What is done already. A finished shard has a completion record; a shard under way has a journal with a line for each
 * finished article. Both survive kill -9: records are moved into place whole, and a journal's torn last line is dropped. Both survive a
 * disk that lies: the record holds a hash of the corpus file and one of itself, a journal's line one of itself. What does not agree with
 * its hash counts as not done, and is done again.
 *
 * ```
 * <output>/corpus/00000.jsonl                     the articles, finished or pending, in input order
 * <output>/.synoptic/shards/00000.json            completion record
 * <output>/.synoptic/shards/00000.partial.jsonl   journal, while the shard is under way: key<TAB>CRC-32 of the article<TAB>article
 * ```
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, readdir, readFile, rm, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Rejected } from '../article.ts'
import { makeFolder, writeWhole } from './files.ts'
import { sha256 } from './plan.ts'

/** Articles a stage has seen and the time it took on them. */
export interface StageCount {
  readonly articles: number
  readonly milliseconds: number
}

export interface Completion {
  /** Of the shard's content and recipe. */
  readonly hash: string
  readonly read: number
  /** Keys of the articles in the corpus file, a line each. */
  readonly keys: readonly string[]
  /** Ids of the written articles with a translation that is pending or failed: a later run redoes them. */
  readonly unfinished: readonly string[]
  readonly rejected: readonly Rejected[]
  readonly warnings: Readonly<Record<string, number>>
  readonly stages: Readonly<Record<string, StageCount>>
}

/** What stands in a record's file. */
interface ShardRecord {
  readonly completion: Completion
  /** sha256 of the corpus file, hexadecimal. */
  readonly corpus: string
  /** Of both of these, as JSON: what was damaged on the disk says so. */
  readonly checksum: string
}

export class Journal {
  readonly #records: string
  readonly #corpus: string

  constructor(output: string) {
    this.#records = join(output, '.synoptic', 'shards')
    this.#corpus = join(output, 'corpus')
  }

  corpusFile(index: number): string {
    return join(this.#corpus, `${shardName(index)}.jsonl`)
  }

  #recordFile(index: number): string {
    return join(this.#records, `${shardName(index)}.json`)
  }

  #partialFile(index: number): string {
    return join(this.#records, `${shardName(index)}.partial.jsonl`)
  }

  /** The record of a finished shard; undefined when there is none, or it or the corpus file it vouches for is damaged: `onDamage` is told. */
  async completion(index: number, onDamage: (file: string) => void = () => {}): Promise<Completion | undefined> {
    const text = await readIfThere(this.#recordFile(index))
    if (text === undefined) return undefined
    const record = recordIn(text)
    if (record === undefined) onDamage(this.#recordFile(index))
    else if ((await hashOf(this.corpusFile(index))) === record.corpus) return record.completion
    else onDamage(this.corpusFile(index))
    return undefined
  }

  /** What of a finished shard was rejected. */
  async rejected(index: number): Promise<readonly Rejected[]> {
    return recordIn((await readIfThere(this.#recordFile(index))) ?? '')?.completion.rejected ?? []
  }

  /** Corpus lines of articles that need no more work, by key: from the last time this shard was finished, and from its journal. */
  async finished(index: number): Promise<Map<string, string>> {
    const lines = new Map<string, string>()
    const completion = await this.completion(index)
    if (completion !== undefined) {
      const unfinished = new Set(completion.unfinished)
      const corpus = (await readIfThere(this.corpusFile(index))) ?? ''
      for (const [at, line] of corpus.split('\n').entries()) {
        const key = completion.keys[at]
        if (key !== undefined && line !== '' && !unfinished.has((JSON.parse(line) as { id: string }).id)) lines.set(key, line)
      }
    }
    for (const line of (await this.#wholeLines(index)).split('\n')) {
      const [key = '', checksum, article] = line.split('\t', 3)
      if (article !== undefined && checksum === checksumOf(key, article)) lines.set(key, article)
    }
    return lines
  }

  /** The journal without a last line that a kill tore; the file is cut to it, so that the next line starts on its own. */
  async #wholeLines(index: number): Promise<string> {
    const text = await readIfThere(this.#partialFile(index))
    if (text === undefined) return ''
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    if (whole.length < text.length) await truncate(this.#partialFile(index), Buffer.byteLength(whole))
    return whole
  }

  /** Opens the journal of a shard under way, after `finished` was read; empty, if it is to start afresh. */
  async open(index: number, fresh: boolean): Promise<OpenJournal> {
    await makeFolder(this.#records)
    return new OpenJournal(await open(this.#partialFile(index), fresh ? 'w' : 'a'))
  }

  /** Puts a shard's result into place: first the corpus, then the record that vouches for it, then the journal goes. */
  async complete(index: number, lines: readonly string[], completion: Completion): Promise<void> {
    // Without its record a shard counts as not done, so a kill between the two writes leaves nothing half true.
    await rm(this.#recordFile(index), { force: true })
    const corpus = await writeWhole(this.corpusFile(index), lines)
    await writeWhole(this.#recordFile(index), [
      JSON.stringify({ completion, corpus, checksum: sha256(JSON.stringify({ completion, corpus })) }),
    ])
    await rm(this.#partialFile(index), { force: true })
  }

  /** Removes shards of an earlier, longer input. */
  async dropFrom(count: number): Promise<void> {
    for (const folder of [this.#records, this.#corpus]) {
      for (const name of await namesIn(folder)) {
        const index = /^(\d{5,})\./.exec(name)?.[1]
        if (index !== undefined && Number(index) >= count) await rm(join(folder, name), { force: true })
      }
    }
  }
}

class OpenJournal {
  readonly #file: FileHandle
  #last: Promise<unknown> = Promise.resolve()

  constructor(file: FileHandle) {
    this.#file = file
  }

  /** Lines are written one after the other: two at once could mix. */
  add(key: string, line: string): Promise<unknown> {
    this.#last = this.#last.then(() => this.#file.appendFile(`${key}\t${checksumOf(key, line)}\t${line}\n`))
    return this.#last
  }

  /** May be called again. */
  async close(): Promise<void> {
    await this.#file.close()
  }
}

/** The record that `text` holds; undefined when it is none, or not the one that was written. */
function recordIn(text: string): ShardRecord | undefined {
  try {
    const { completion, corpus, checksum } = JSON.parse(text) as ShardRecord
    return checksum === sha256(JSON.stringify({ completion, corpus })) ? { completion, corpus, checksum } : undefined
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

/** CRC-32 of a journal's line, hexadecimal. An article in JSON holds no tab. */
function checksumOf(key: string, article: string): string {
  return crc32(article, crc32(key)).toString(16)
}

function shardName(index: number): string {
  return String(index).padStart(5, '0')
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
