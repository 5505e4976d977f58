/**
 * Bytes → text, strictly: what is not text is rejected with the place and the remedy.
 */
import { RejectError } from '../errors.ts'

/** @throws RejectError 'binary' or 'invalid-utf8'. `firstLine` is the line of the file that `bytes` begin on, 1-based. */
export function decodeText(bytes: Buffer, firstLine = 1): string {
  const encoding = byteOrderMark(bytes) ?? 'utf-8'
  if (encoding === 'utf-8') rejectBinary(bytes, firstLine)
  return decode(bytes, encoding, firstLine)
}

/** By byte order mark, else by what the page declares near its start (WHATWG "prescan"), else UTF-8. */
export function decodeHtml(bytes: Buffer): string {
  const marked = byteOrderMark(bytes)
  if (marked !== undefined) return decode(bytes, marked, 1)
  rejectBinary(bytes, 1)
  return decode(bytes, declared(bytes.toString('latin1', 0, 4096)), 1)
}

function byteOrderMark(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

function declared(head: string): string {
  const label = /<meta\s[^>]{0,400}?charset\s{0,9}=\s{0,9}["']?([\w:-]+)|^\s{0,9}<\?xml\s[^>]{0,200}?encoding=["']([\w:-]+)/i.exec(head)
  const name = (label?.[1] ?? label?.[2] ?? 'utf-8').toLowerCase()
  // A page whose declaration could be read as ASCII is not in UTF-16 (HTML standard, 13.2.3.2).
  if (name.startsWith('utf-16')) return 'utf-8'
  try {
    return new TextDecoder(name).encoding
  } catch {
    return 'utf-8'
  }
}

function rejectBinary(bytes: Buffer, firstLine: number): void {
  const at = bytes.indexOf(0)
  if (at < 0) return
  throw new RejectError(
    'binary',
    `NUL byte in line ${firstLine + linesBefore(bytes, at)}, byte ${at}: this is not a text file. If it is UTF-16, convert it: iconv -f UTF-16 -t UTF-8`,
  )
}

function decode(bytes: Buffer, encoding: string, firstLine: number): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (cause) {
    if (encoding !== 'utf-8')
      throw new RejectError('malformed', `not valid ${encoding}, which its first bytes declare; convert it to UTF-8`, { cause })
    const at = firstInvalid(bytes)
    throw new RejectError(
      'invalid-utf8',
      `not UTF-8: line ${firstLine + linesBefore(bytes, at)}, byte ${at} (0x${bytes.toString('hex', at, at + 1)}). If it is in a Windows or Latin-1 encoding, convert it: iconv -f WINDOWS-1252 -t UTF-8`,
      { cause },
    )
  }
}

/** Offset of the first byte that is not UTF-8: where a lossy round trip first differs, moved to the start of its character. */
function firstInvalid(bytes: Buffer): number {
  const again = Buffer.from(bytes.toString('utf8'), 'utf8')
  let at = 0
  while (at < bytes.length && bytes[at] === again[at]) at += 1
  while (at > 0 && (again[at]! & 0xc0) === 0x80) at -= 1
  return at
}

export function linesBefore(bytes: Buffer, end: number): number {
  let lines = 0
  for (let at = bytes.indexOf(10); at >= 0 && at < end; at = bytes.indexOf(10, at + 1)) lines += 1
  return lines
}
