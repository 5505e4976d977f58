/** A file from far away: begun again where it was cut, unpacked, checked, and only then in its place. */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { EngineError, messageOf } from '../../errors.ts'
import { fetchThrough, proxyFor } from '../http/proxy.ts'

export interface Download {
  readonly url: string
  /** Where it goes. Until it is complete it lies beside that, as `.part`. */
  readonly target: string
  /** Hexadecimal, of what is unpacked. @defaultValue not checked */
  readonly sha256?: string | undefined
  /** Of what is unpacked. @defaultValue not checked */
  readonly bytes?: number | undefined
  readonly signal: AbortSignal
  /** Told how many bytes more have come over the line. */
  readonly onBytes?: (count: number) => void
}

/** What stands in a file once it is there. */
export interface Fetched {
  readonly bytes: number
  readonly sha256: string
}

/** Times in a row that a connection may be cut without a byte having come. */
const ATTEMPTS = 3

/** Milliseconds without a byte after which a connection is given up. */
const SILENCE = 60_000

/**
 * Fetches `url`. What was fetched of it before, by whomever, is not fetched again, unless it has changed since.
 * @throws EngineError 'unreachable' with what has come kept for the next time; 'bad-answer' when it is not what was expected, and nothing is kept
 * @throws the signal's reason, when it is aborted; what has come is kept
 */
export async function download({ url, target, sha256, bytes, signal, onBytes = () => {} }: Download): Promise<Fetched> {
  const part = `${target}.part`
  for (let failures = 0; ; ) {
    const before = await sizeOf(part)
    try {
      await fetchRest(url, part, signal, onBytes)
      break
    } catch (thrown) {
      signal.throwIfAborted()
      if (thrown instanceof EngineError || isLocal(thrown)) throw thrown
      failures = (await sizeOf(part)) > before ? 0 : failures + 1
      if (failures === ATTEMPTS) throw new EngineError('unreachable', `${url} cannot be fetched (${reasonOf(thrown)})`, { cause: thrown })
    }
  }
  try {
    const found = await unpack(part, target, url.endsWith('.gz'))
    if (bytes !== undefined && found.bytes !== bytes) throw wrong(url, `it has ${found.bytes} bytes, and should have ${bytes}`)
    if (sha256 !== undefined && found.sha256 !== sha256) throw wrong(url, `its sha256 is ${found.sha256}, and should be ${sha256}`)
    await rename(`${target}.new`, target)
    return found
  } catch (thrown) {
    if (thrown instanceof EngineError || isLocal(thrown)) throw thrown
    throw wrong(url, `it cannot be unpacked: ${messageOf(thrown)}`)
  } finally {
    await Promise.all([part, `${part}.tag`, `${target}.new`].map((file) => rm(file, { force: true })))
  }
}

function wrong(url: string, why: string): EngineError {
  return new EngineError('bad-answer', `${url} is not the file that was listed: ${why}`)
}

/** Appends to `part` what it lacks. */
async function fetchRest(url: string, part: string, signal: AbortSignal, onBytes: (count: number) => void): Promise<void> {
  const known = await sizeOf(part)
  const tag = known > 0 ? await readFile(`${part}.tag`, 'utf8').catch(() => '') : ''
  // RFC 9110, 13.1.5: the rest, if it is still the same file; else all of it.
  const headers: Record<string, string> = tag === '' ? {} : { range: `bytes=${known}-`, 'if-range': tag }
  const silence = new AbortController()
  const proxy = proxyFor(url, process.env)
  let timer = setTimeout(() => silence.abort(new Error(`nothing came for ${SILENCE} ms`)), SILENCE)
  try {
    const init = { headers: { ...headers, 'accept-encoding': 'identity' }, signal: AbortSignal.any([signal, silence.signal]) }
    const response = await (proxy === undefined ? fetch(url, init) : fetchThrough(proxy, url, init))
    if (response.status === 404) throw new EngineError('bad-answer', `${url} is not there (status 404)`, { status: 404 })
    if (response.status === 416) await rm(`${part}.tag`, { force: true })
    if (response.status !== 200 && response.status !== 206) throw new Error(`status ${response.status}`)
    if (response.body === null) throw new Error('no content')
    const isRest = response.status === 206
    // A weak tag promises nothing of the bytes.
    const etag = response.headers.get('etag') ?? ''
    if (!isRest) await writeFile(`${part}.tag`, etag.startsWith('W/') ? '' : etag)
    const length = Number(response.headers.get('content-length') ?? Number.NaN)
    if (isRest) onBytes(known)
    let came = 0
    // Piece by piece: what has come is on the disk, whatever happens next.
    const file = await open(part, isRest ? 'a' : 'w')
    try {
      for await (const chunk of response.body) {
        await file.writeFile(chunk)
        came += chunk.length
        onBytes(chunk.length)
        signal.throwIfAborted()
        clearTimeout(timer)
        timer = setTimeout(() => silence.abort(new Error(`nothing came for ${SILENCE} ms`)), SILENCE)
      }
    } finally {
      await file.close()
    }
    if (came < length) throw new Error(`cut after ${came} of ${length} bytes`)
  } finally {
    clearTimeout(timer)
  }
}

/** What `part` holds, unpacked, as `<target>.new`. */
async function unpack(part: string, target: string, isPacked: boolean): Promise<Fetched> {
  const hash = createHash('sha256')
  let bytes = 0
  const counted = new Transform({
    transform: (chunk: Buffer, _, done) => {
      bytes += chunk.length
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const out = createWriteStream(`${target}.new`)
  await (isPacked ? pipeline(createReadStream(part), createGunzip(), counted, out) : pipeline(createReadStream(part), counted, out))
  return { bytes, sha256: hash.digest('hex') }
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0
}

/** The disk's fault: asking again brings nothing. */
function isLocal(thrown: unknown): boolean {
  const { code, syscall } = thrown as NodeJS.ErrnoException
  return (
    ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'ENOENT', 'EFBIG'].includes(code ?? '') &&
    syscall !== 'connect' &&
    syscall !== 'getaddrinfo'
  )
}

/** fetch says "fetch failed"; what failed is in the cause. */
function reasonOf(thrown: unknown): string {
  const cause = thrown instanceof Error && thrown.cause !== undefined ? thrown.cause : thrown
  return cause instanceof Error && 'code' in cause ? String(cause.code) : messageOf(cause)
}
