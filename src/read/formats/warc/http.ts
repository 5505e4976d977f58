/** An HTTP response as a web archive keeps it: status, head, body. */
import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync, type ZlibOptions } from 'node:zlib'
import { messageOf, RejectError } from '../../../errors.ts'
import { tooLarge } from '../../collect.ts'
import { MAX_ARTICLE_BYTES } from '../../source.ts'

export interface Response {
  readonly status: number
  /** Names in small letters; of several of one name the last. */
  readonly head: ReadonlyMap<string, string>
  readonly body: Buffer
}

/** Undefined when it is no response. */
export function parseResponse(bytes: Buffer): Response | undefined {
  const [crlf, lf] = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')]
  const end = crlf >= 0 && (lf < 0 || crlf < lf) ? crlf : lf
  const lines = bytes.toString('latin1', 0, end < 0 ? bytes.length : end).split(/\r?\n/)
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/i.exec(lines[0] ?? '')?.[1]
  if (status === undefined) return undefined
  const head = new Map<string, string>()
  for (const line of lines.slice(1)) {
    const colon = line.indexOf(':')
    if (colon > 0) head.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { status: Number(status), head, body: end < 0 ? Buffer.alloc(0) : bytes.subarray(end + (end === crlf ? 4 : 2)) }
}

/** Whether the body is as long as the head says: then it is whole, though the record should be longer. */
export function isWhole({ head, body }: Response): boolean {
  const length = /^\d{1,15}$/.exec(head.get('content-length') ?? '')?.[0]
  return length !== undefined && body.length >= Number(length)
}

export interface Body {
  readonly bytes: Buffer
  /** Whether it breaks off: what there was until then is taken, as browsers do. */
  readonly isCut: boolean
}

/**
 * The page as the server meant it. Archives keep heads whose encodings they have undone: a body that is not in the encoding it should be in is
 * taken as it is.
 * @throws RejectError 'malformed', 'too-large', 'unsupported'
 */
export function decodedBody({ head, body }: Response): Body {
  const asIs: Body = { bytes: body, isCut: body.length < Number(/^\d{1,15}$/.exec(head.get('content-length') ?? '')?.[0] ?? 0) }
  const plain = /chunked/i.test(head.get('transfer-encoding') ?? '') ? (unchunked(body) ?? asIs) : asIs
  return (head.get('content-encoding') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .reduceRight(decompressed, plain)
}

const limits = { maxOutputLength: MAX_ARTICLE_BYTES }

function decompressed({ bytes, isCut }: Body, encoding: string): Body {
  const asIs = { bytes, isCut }
  /** @param flush what makes of a body that breaks off what there is of it */
  const whole = (decompress: (bytes: Buffer, options: ZlibOptions) => Buffer, flush: number): Body => {
    try {
      return { bytes: decompress(bytes, limits), isCut }
    } catch (cause) {
      if (!/unexpected end/.test(messageOf(cause))) throw cause
      return { bytes: decompress(bytes, { ...limits, finishFlush: flush }), isCut: true }
    }
  }
  try {
    if (/gzip/.test(encoding)) return bytes[0] === 0x1f && bytes[1] === 0x8b ? whole(gunzipSync, constants.Z_SYNC_FLUSH) : asIs
    if (encoding === 'deflate') return looksLikeText(bytes) ? asIs : whole(inflated, constants.Z_SYNC_FLUSH)
    if (encoding === 'br') return looksLikeText(bytes) ? asIs : whole(brotliDecompressSync, constants.BROTLI_OPERATION_FLUSH)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge()
    throw new RejectError('malformed', `not valid ${encoding}: ${messageOf(cause)}`, { cause })
  }
  if (encoding === '' || encoding === 'identity' || looksLikeText(bytes)) return asIs
  throw new RejectError('unsupported', `the page is compressed with '${encoding.slice(0, 40)}'; expected gzip, deflate or br`)
}

/** With the wrapper of zlib, as HTTP has it, or without, as some servers do. */
function inflated(bytes: Buffer, options: ZlibOptions): Buffer {
  return (bytes[0]! & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0 ? inflateSync(bytes, options) : inflateRawSync(bytes, options)
}

function looksLikeText(bytes: Buffer): boolean {
  return bytes.length < 2 || (/^\s*[<{\w]/.test(bytes.toString('latin1', 0, 64)) && !bytes.subarray(0, 64).some((byte) => byte < 9))
}

/** Undefined when it is not in chunks. What was cut is there as far as it goes. */
function unchunked(bytes: Buffer): Body | undefined {
  const parts: Buffer[] = []
  let at = 0
  let isCut = true
  while (at < bytes.length) {
    const end = bytes.indexOf('\n', at)
    const size = /^[0-9a-f]{1,8}(?=\s*(;.*)?$)/i.exec(bytes.toString('latin1', at, end < 0 ? at : Math.min(end, at + 200)).trim())?.[0]
    if (size === undefined && parts.length === 0) return undefined
    if (size === undefined) break
    const length = Number.parseInt(size, 16)
    if (length === 0) {
      isCut = false
      break
    }
    parts.push(bytes.subarray(end + 1, end + 1 + length))
    at = end + 1 + length
    while (bytes[at] === 13 || bytes[at] === 10) at += 1
  }
  return { bytes: Buffer.concat(parts), isCut }
}
