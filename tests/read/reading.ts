/** Files written for a test, and what is read of them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach } from 'vitest'
import type { Article, Rejected } from '../../src/article.ts'
import { type ReadOptions, read, type Skipped } from '../../src/read/index.ts'

export let folder: string

/** A folder of its own for each test of a file. */
export function useFolder(): void {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'synoptic-read-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
}

export function put(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

export interface Read {
  readonly articles: Article[]
  readonly rejected: Rejected[]
  readonly skipped: Skipped[]
}

export async function readAll(paths: string | readonly string[], options: ReadOptions = {}): Promise<Read> {
  const result: Read = { articles: [], rejected: [], skipped: [] }
  const given = typeof paths === 'string' ? [paths] : paths
  for await (const item of read(given, new AbortController().signal, { ...options, skipped: (skip) => result.skipped.push(skip) })) {
    if (item.kind === 'article') result.articles.push(item.article)
    else result.rejected.push(item.rejected)
  }
  return result
}

/** Where and why: [line, code]. */
export function places(rejected: readonly Rejected[]): [number, string][] {
  return rejected.map(({ origin, code }) => [origin.line, code])
}

/** A frame of Zstandard whose blocks are not compressed (RFC 8878, 3.1.1): Node 20 cannot write any. */
export function zstdFrame(data: Buffer, { window = 0x38 } = {}): Buffer {
  const parts: Buffer[] = [Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, window])]
  const size = 64 * 1024
  for (let at = 0; at < Math.max(data.length, 1); at += size) {
    const block = data.subarray(at, at + size)
    const head = Buffer.alloc(3)
    head.writeUIntLE((block.length << 3) | (at + size >= data.length ? 1 : 0), 0, 3)
    parts.push(head, block)
  }
  return Buffer.concat(parts)
}

/** A zip archive of these files, deflated (APPNOTE 6.3.9, 4.3). */
export function zipOf(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const data = Buffer.from(content as string)
    const packed = deflateRawSync(data)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(0x800, 2)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc(data), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(data.length, 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), head, tail, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const list = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(central.length, 4)
  end.writeUInt16LE(central.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, list, Buffer.from('PK\u0005\u0006'), end])
}

function crc(data: Buffer): number {
  let sum = ~0
  for (const byte of data) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}
