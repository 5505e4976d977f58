/**
 * Files as streams of bytes, decompressed on the way.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { messageOf, RejectError } from '../errors.ts'

export type Compression = 'gzip' | 'bzip2' | 'zstd'

/** Bytes that are read at a time. */
const CHUNK = 256 * 1024

/**
 * As it is stored, opened when the first piece is asked for.
 * @param size bytes it is expected to have: of a small file a small piece is asked for, as to make room for large ones takes most of the time
 * @throws RejectError 'unreadable', while it is read
 */
export async function* openFile(path: string, size = CHUNK): AsyncGenerator<Buffer> {
  const remedy = path.includes('\uFFFD') ? ' (its name is not UTF-8; rename it)' : ''
  yield* failing(
    createReadStream(path, { highWaterMark: Math.max(1024, Math.min(CHUNK, size + 1)) }),
    'unreadable',
    `could not be read${remedy}`,
  )
}

const decompressors: Record<Compression, (bytes: AsyncIterable<Buffer>) => AsyncIterable<Buffer>> = {
  gzip: gunzip,
  bzip2: bunzip2,
  async *zstd(bytes) {
    yield* (await import('./zstd.ts')).unzstd(bytes)
  },
}

/** @throws RejectError while it is read: 'malformed', 'unsupported' (no bzip2 installed). */
export function decompress(bytes: AsyncIterable<Buffer>, compression: Compression): AsyncIterable<Buffer> {
  return decompressors[compression](bytes)
}

/** A stream's chunks, its errors as rejections. What is a rejection already stays as it is. */
async function* failing(stream: AsyncIterable<Buffer>, code: 'unreadable' | 'malformed', what: string): AsyncGenerator<Buffer> {
  try {
    yield* stream
  } catch (cause) {
    throw cause instanceof RejectError ? cause : new RejectError(code, `${what}: ${messageOf(cause)}`, { cause })
  }
}

async function* gunzip(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const input = Readable.from(bytes)
  const output = createGunzip({ chunkSize: CHUNK })
  input.on('error', (error) => output.destroy(error))
  input.pipe(output)
  try {
    yield* failing(output, 'malformed', 'not valid gzip')
  } finally {
    input.destroy()
    output.destroy()
  }
}

/** lbzip2 uses all processors and is preferred to bzip2. A library in JavaScript would take twice the time of either. */
const bzip2Programs = ['lbzip2', 'bzip2']

async function* bunzip2(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const child = await startFirst(bzip2Programs, ['-dc'])
  const { stdin, stdout, stderr } = child
  if (stdin === null || stdout === null || stderr === null) throw new Error('bzip2 was started without pipes')
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  let complaint = ''
  stderr.on('data', (chunk: Buffer) => {
    if (complaint.length < 1000) complaint += chunk.toString()
  })
  const input = Readable.from(bytes)
  input.on('error', (error) => stdout.destroy(error))
  // When bzip2 stops reading, its exit code and what it printed say why.
  stdin.on('error', () => {})
  input.pipe(stdin)
  try {
    yield* failing(stdout, 'malformed', 'not valid bzip2')
    const code = await ended
    if (code !== 0) throw new RejectError('malformed', `not valid bzip2: ${complaint.trim().split('\n')[0] || `exit code ${code}`}`)
  } finally {
    input.destroy()
    child.kill()
  }
}

async function startFirst(programs: readonly string[], args: readonly string[]): Promise<ChildProcess> {
  for (const program of programs) {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] })
    const started = await new Promise<boolean>((resolve) => {
      child.once('spawn', () => resolve(true))
      child.once('error', () => resolve(false))
    })
    if (started) return child
  }
  throw new RejectError('unsupported', `reading .bz2 needs the program ${programs.join(' or ')}; install it, or decompress the file first`)
}
