/** Articles that were mended after their shards were finished, on the disk until the corpus is written: a dump may have many. */

import { type FileHandle, open, rm } from 'node:fs/promises'
import type { Aligned } from '../article.ts'
import { formatArticle } from '../write/corpus.ts'
import { makeFolder } from './files.ts'
import type { Place } from './lines.ts'

export class MendedLines {
  readonly #file: FileHandle
  readonly #path: string
  /** By shard and first byte of the line that another takes the place of. */
  readonly #places = new Map<string, { readonly start: number; readonly length: number }>()
  readonly #shards = new Set<string>()
  #size = 0

  private constructor(file: FileHandle, path: string) {
    this.#file = file
    this.#path = path
  }

  /** @param folder of this run, made if it is not there */
  static async open(folder: string): Promise<MendedLines> {
    await makeFolder(folder)
    const path = `${folder}/mended.tmp`
    return new MendedLines(await open(path, 'w+'), path)
  }

  async add(hash: string, start: number, article: Aligned): Promise<void> {
    // A line that was written without its source is read without it.
    const bytes = Buffer.from(formatArticle(article, { keepSource: Boolean(article.body) }))
    await this.#file.write(bytes, 0, bytes.length, this.#size)
    this.#places.set(`${hash} ${start}`, { start: this.#size, length: bytes.length })
    this.#shards.add(hash)
    this.#size += bytes.length
  }

  /** Whether any line of the shard is another now. */
  has(hash: string): boolean {
    return this.#shards.has(hash)
  }

  /** The lines of a shard as they are now. @param lines as they were */
  async *of(hash: string, lines: AsyncIterable<Place & { readonly line: string }>): AsyncGenerator<string> {
    for await (const { start, line } of lines) yield (await this.#lineAt(`${hash} ${start}`)) ?? line
  }

  async #lineAt(key: string): Promise<string | undefined> {
    const place = this.#places.get(key)
    if (place === undefined) return undefined
    const bytes = Buffer.alloc(place.length)
    await this.#file.read(bytes, 0, place.length, place.start)
    return bytes.toString('utf8')
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#file.close()
    await rm(this.#path, { force: true })
  }
}
