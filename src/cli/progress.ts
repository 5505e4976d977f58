/** A run's progress on stderr: a line that is rewritten on a terminal, a line now and then elsewhere. */
import { opendir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Waiting } from '../engines/index.ts'
import type { Progress } from '../run/index.ts'

/** Milliseconds between two lines. */
const onTerminal = 200
const inLog = 10_000

/** Seconds of work from which the rate is told. */
const TELLING_SECONDS = 5

export class ProgressLine implements Progress {
  readonly #stream: NodeJS.WriteStream
  /** Bytes of input; undefined when that cannot be told. */
  readonly #totalBytes: number | undefined
  #plannedItems = 0
  #plannedBytes = 0
  #everythingPlanned = false
  #doneItems = 0
  /** When the first item was done, and how many were with it: what came before was loading, which says nothing of the rate. */
  #first: { readonly at: number; readonly items: number } | undefined
  /** The engine is away. */
  #standstill: { readonly since: number } | undefined
  #lastShown = performance.now()

  constructor(stream: NodeJS.WriteStream, totalBytes: number | undefined) {
    this.#stream = stream
    this.#totalBytes = totalBytes
  }

  notice = (message: string): void => {
    this.finish()
    this.#stream.write(`${message}\n`)
  }

  planned = (items: number, bytes: number): void => {
    this.#plannedItems += items
    this.#plannedBytes += bytes
  }

  allPlanned = (): void => {
    this.#everythingPlanned = true
  }

  done = (items: number): void => {
    this.#doneItems += items
    this.#first ??= { at: performance.now(), items: this.#doneItems }
    this.#show(this.#line())
  }

  waiting = (waiting: Waiting | undefined): void => {
    if (waiting === undefined) {
      const { since } = this.#standstill ?? { since: performance.now() }
      this.#standstill = undefined
      this.notice(`the engine is back after ${duration((performance.now() - since) / 1000)}`)
      return
    }
    const text = `waiting for the engine, up to ${duration(waiting.leftMs / 1000)} more: ${waiting.reason}`
    // In a log its beginning is told at once.
    if (this.#standstill === undefined && !this.#stream.isTTY) this.notice(text)
    this.#standstill ??= { since: performance.now() }
    this.#show(text)
  }

  fetching = ({ from, to }: { from: string; to: string }, done: number, total: number): void => {
    this.#show(fetchingLine(`${from}-${to}`, done, total))
  }

  assembling = (): void => {
    this.#show(`${this.#doneItems} articles done, writing the results …`)
  }

  /** Leaves the terminal's line empty for what comes next. */
  finish(): void {
    if (this.#stream.isTTY) this.#stream.write('\r\u001b[K')
  }

  #show(line: string): void {
    const now = performance.now()
    if (now - this.#lastShown < (this.#stream.isTTY ? onTerminal : inLog)) return
    this.#lastShown = now
    this.#stream.write(this.#stream.isTTY ? `\r\u001b[K${line}` : `${line}\n`)
  }

  #line(): string {
    const total = this.#totalItems()
    const of = total === undefined ? '' : ` of ${this.#everythingPlanned ? '' : 'about '}${total}`
    const { at, items } = this.#first!
    const seconds = (performance.now() - at) / 1000
    const rate = (this.#doneItems - items) / seconds
    // A guess from fewer would be wild.
    if (seconds < TELLING_SECONDS || rate === 0) return `${this.#doneItems}${of} articles`
    const left = total === undefined ? '' : `, about ${duration((total - this.#doneItems) / rate)} left`
    return `${this.#doneItems}${of} articles, ${rate.toFixed(rate < 10 ? 1 : 0)} a second${left}`
  }

  /** Known when all is read; estimated before that from the bytes read so far. */
  #totalItems(): number | undefined {
    if (this.#everythingPlanned) return this.#plannedItems
    if (this.#totalBytes === undefined || this.#plannedBytes === 0) return undefined
    return Math.round(this.#plannedItems * Math.max(1, this.#totalBytes / this.#plannedBytes))
  }
}

/** @param total as far as it is known: what comes packed is less */
export function fetchingLine(name: string, done: number, total: number): string {
  return `fetching the model ${name}: ${megabytes(done)} of at most ${megabytes(Math.max(done, total))} MB`
}

export function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)
}

/** 75 → '1 min 15 s' */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  if (whole < 60) return `${whole} s`
  const minutes = Math.floor(whole / 60)
  return minutes < 60 ? `${minutes} min ${whole % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** Bytes of all files at `paths`; undefined when standard input or a compressed file is among them. */
export async function inputBytes(paths: readonly string[]): Promise<number | undefined> {
  let sum = 0
  for (const path of paths) {
    const bytes = await bytesAt(path)
    if (bytes === undefined) return undefined
    sum += bytes
  }
  return sum
}

async function bytesAt(path: string): Promise<number | undefined> {
  if (path === '-' || /\.(gz|bz2|zst|zip)$/.test(path)) return undefined
  // What is not there is the reader's to complain of.
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) return 0
  if (!found.isDirectory()) return found.size
  const names: string[] = []
  for await (const entry of await opendir(path)) if (!entry.isSymbolicLink()) names.push(join(path, entry.name))
  return inputBytes(names)
}
