/**
 * Bytes → text. What can be read is read: a byte that belongs to no character becomes U+FFFD, a NUL goes, each with a warning.
 * Only what is no text at all is rejected, or text in an encoding that nothing names.
 */
import type { Warning } from '../article.ts'
import { RejectError } from '../errors.ts'

export interface Decoded {
  readonly text: string
  readonly warnings: readonly Warning[]
}

export interface DecodeOptions {
  /** Label of the WHATWG Encoding Standard, as `--encoding` gives it; a byte order mark alone is stronger. */
  readonly encoding?: string | undefined
  /** Label that came with a page, as a server sends it; stronger than what the page declares. */
  readonly label?: string | undefined
  /** Line of the file that the bytes begin on. @defaultValue 1 */
  readonly firstLine?: number
}

/**
 * Text, JSON, XML: by byte order mark, by `encoding`, else UTF-8 (UTF-16 where every other byte is NUL).
 * @throws RejectError 'binary'; 'invalid-utf8' when most of what is not ASCII is not UTF-8 either: another encoding, of which nothing is known
 */
export function decodeText(bytes: Buffer, { encoding, firstLine = 1 }: DecodeOptions = {}): Decoded {
  const known = byteOrderMark(bytes) ?? encoding ?? wideEncoding(bytes)
  if (known !== undefined) return decode(bytes, known, firstLine)
  rejectBinary(bytes, firstLine)
  if (!isMostlyUtf8(bytes)) throw notUtf8(bytes, firstLine)
  return decode(bytes, 'utf-8', firstLine)
}

/**
 * A page, as browsers decode it (HTML standard, 13.2.3.2): byte order mark, `encoding`, declaration, and windows-1252 or what is usual in its
 * language. Unlike browsers, UTF-8 that is valid is UTF-8 whatever the page declares: pages are saved in UTF-8 with their old declaration.
 * @throws RejectError 'binary'
 */
export function decodeHtml(bytes: Buffer, { encoding, label: sent }: DecodeOptions = {}): Decoded {
  const known = byteOrderMark(bytes) ?? encoding ?? wideEncoding(bytes)
  if (known !== undefined) return decode(bytes, known, 1)
  rejectBinary(bytes, 1)
  const head = bytes.toString('latin1', 0, 4096).replace(/<!--.*?-->/gs, '')
  const label = (sent === undefined ? undefined : encodingNamed(sent)) ?? declared(head)
  // All of ISO-2022-JP is ASCII, and so valid UTF-8.
  if (label !== 'iso-2022-jp' && isUtf8(bytes)) return decode(bytes, 'utf-8', 1)
  if (label !== undefined && label !== 'utf-8') return decode(bytes, label, 1)
  return decode(bytes, isMostlyUtf8(bytes) ? 'utf-8' : usualIn(head), 1)
}

/**
 * Text piece by piece, without its byte order mark, in the encoding that its beginning tells. What cannot be decoded further on is U+FFFD:
 * who makes records of the text warns of it.
 * @throws RejectError as `decodeText` does, of its beginning
 */
export async function* decodeStream(bytes: AsyncIterable<Buffer>, { encoding }: DecodeOptions = {}): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let head = Buffer.alloc(0)
  for await (const chunk of bytes) {
    if (decoder === undefined) {
      head = Buffer.concat([head, chunk])
      if (head.length < SAMPLE) continue
      decoder = new TextDecoder(encodingOf(head, encoding, true))
      yield decoder.decode(head, { stream: true })
    } else yield decoder.decode(chunk, { stream: true })
  }
  if (decoder === undefined && head.length > 0) {
    decoder = new TextDecoder(encodingOf(head, encoding, false))
    yield decoder.decode(head, { stream: true })
  }
  if (decoder !== undefined) yield decoder.decode()
}

/** Text that begins so, as far as it can be told by that. */
export function beginningOf(head: Buffer): string {
  return decodeRaw(head, wideEncodingOf(head) ?? 'utf-8')
}

/** 'utf-16le' or 'utf-16be', where a text that begins so is in one of them. */
export function wideEncodingOf(head: Buffer): string | undefined {
  const marked = byteOrderMark(head)
  return marked === 'utf-8' ? undefined : (marked ?? wideEncoding(head))
}

/** Of a text that begins so: as `decodeText` tells it, or as XML declares it. */
function encodingOf(head: Buffer, encoding: string | undefined, goesOn: boolean): string {
  const known = byteOrderMark(head) ?? encoding ?? wideEncoding(head)
  if (known !== undefined) return known
  rejectBinary(head, 1)
  let end = head.length
  // The last character may be cut.
  for (let cut = 0; goesOn && cut < 4 && end > 0 && head[end - 1]! >= 0x80; cut += 1) end -= 1
  const sample = head.subarray(0, end)
  if (isMostlyUtf8(sample)) return 'utf-8'
  const label = head[0] === 0x3c ? declared(head.toString('latin1', 0, 4096)) : undefined
  if (label !== undefined && label !== 'utf-8') return label
  throw notUtf8(sample, 1)
}

function notUtf8(bytes: Buffer, firstLine: number): RejectError {
  return new RejectError(
    'invalid-utf8',
    `not UTF-8: ${placeOfInvalid(bytes, firstLine)}. Name the encoding it is in, for example --encoding windows-1252`,
  )
}

function byteOrderMark(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** Bytes that are looked at where a look at the beginning is enough. */
const SAMPLE = 65_536

/**
 * UTF-16 without a byte order mark. Even of a page in Chinese the markup is ASCII, so one byte of many pairs is NUL, and always the same one.
 */
function wideEncoding(bytes: Buffer): string | undefined {
  const nuls = [0, 0]
  const end = Math.min(bytes.length, SAMPLE)
  for (let at = bytes.indexOf(0); at >= 0 && at < end; at = bytes.indexOf(0, at + 1)) nuls[at % 2]! += 1
  const [even = 0, odd = 0] = nuls
  if (Math.max(even, odd) < end * 0.1 || Math.min(even, odd) > end * 0.01) return undefined
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** What the page declares near its start (WHATWG "prescan a byte stream"). */
function declared(head: string): string | undefined {
  const label = /<meta\s[^>]{0,400}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:-]+)|^\s{0,9}<\?xml\s[^>]{0,200}?encoding=["']([\w:-]+)/i.exec(
    head,
  )
  const name = label?.[1] ?? label?.[2]
  return name === undefined ? undefined : encodingNamed(name)
}

function encodingNamed(name: string): string | undefined {
  // A page whose declaration could be read as ASCII is not in UTF-16 (HTML standard, 13.2.3.2).
  if (/^utf-16/i.test(name)) return 'utf-8'
  if (/^x-user-defined$/i.test(name)) return 'windows-1252'
  try {
    return new TextDecoder(name).encoding
  } catch {
    return undefined
  }
}

/** HTML standard, 13.2.3.2, step 9: what is usual where the page's language is spoken. */
const usual: Readonly<Record<string, string>> = {
  'windows-1250': 'cs hr sk',
  'windows-1251': 'ba be bg kk ky mk ru sah sr tg tt uk',
  'windows-1254': 'az ku tr',
  'windows-1255': 'he',
  'windows-1256': 'ar fa',
  'windows-1257': 'et lt lv',
  'windows-1258': 'vi',
  'windows-874': 'th',
  'iso-8859-2': 'hu pl sl',
  'iso-8859-7': 'el',
  big5: 'zh-tw zh-hk zh-hant',
  gb18030: 'zh',
  'euc-kr': 'ko',
  shift_jis: 'ja',
}

function usualIn(head: string): string {
  const tag = /<html\s[^>]{0,400}?\blang\s{0,9}=\s{0,9}["']?([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? ''
  const spokenIn = (name: string) => Object.keys(usual).find((encoding) => usual[encoding]!.split(' ').includes(name))
  return spokenIn(tag) ?? spokenIn(tag.split('-')[0]!) ?? 'windows-1252'
}

/** C0 controls that no text has; escape begins the shifts of ISO-2022-JP. Of random bytes they are a tenth. */
const MAX_CONTROLS = 1 / 20

function rejectBinary(bytes: Buffer, firstLine: number): void {
  let controls = 0
  let first = -1
  const end = Math.min(bytes.length, SAMPLE)
  for (let at = 0; at < end; at += 1) {
    const byte = bytes[at]!
    if (byte > 0x1a || (byte > 7 && byte < 14)) continue
    controls += 1
    if (first < 0) first = at
  }
  // A few strays in a short text are no sign of anything.
  if (controls <= Math.max(4, end * MAX_CONTROLS)) return
  const where = `line ${firstLine + linesBefore(bytes, first)}, byte ${first}`
  throw new RejectError('binary', `${controls} control characters in its first ${end} bytes, from ${where}: this is not a text file`)
}

const strict = new TextDecoder('utf-8', { fatal: true })

function isUtf8(bytes: Buffer): boolean {
  try {
    strict.decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Whether damage in UTF-8 is likelier than another encoding: less than half of what is not ASCII is invalid, or hardly anything. */
function isMostlyUtf8(bytes: Buffer): boolean {
  if (isUtf8(bytes)) return true
  const text = bytes.toString('utf8')
  let foreign = 0
  // No list of them: of thirty megabytes in another encoding it would take a gigabyte and a half.
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f && !isLowSurrogate(text.charCodeAt(at))) foreign += 1
  return occurrences(text, '\uFFFD') < foreign / 2
}

/** As a stream, because Node 20 takes windows-1252 that comes in one piece for Latin-1, against the standard. */
function decodeRaw(bytes: Buffer, encoding: string): string {
  const decoder = new TextDecoder(encoding)
  return decoder.decode(bytes, { stream: true }) + decoder.decode()
}

function decode(bytes: Buffer, encoding: string, firstLine: number): Decoded {
  const raw = decodeRaw(bytes, encoding)
  const text = raw.replaceAll('\0', '')
  const nuls = raw.length - text.length
  const replaced = text.includes('\uFFFD') && !(encoding === 'utf-8' && isUtf8(bytes)) ? occurrences(text, '\uFFFD') : 0
  const details = [
    ...(nuls > 0 ? [`${nuls} NUL character(s) were dropped`] : []),
    ...(replaced > 0
      ? [
          `${replaced} place(s) that are not ${encoding} became U+FFFD${encoding === 'utf-8' ? `, the first in ${placeOfInvalid(bytes, firstLine)}` : ''}`,
        ]
      : []),
  ]
  return { text, warnings: details.map((detail) => ({ stage: 'read', code: 'text-replaced', detail })) }
}

/** 'line 2, byte 9 (0xe9)': where a lossy round trip first differs, moved to the start of its character. */
function placeOfInvalid(bytes: Buffer, firstLine: number): string {
  const again = Buffer.from(bytes.toString('utf8'), 'utf8')
  let at = 0
  while (at < bytes.length && bytes[at] === again[at]) at += 1
  while (at > 0 && (again[at]! & 0xc0) === 0x80) at -= 1
  return `line ${firstLine + linesBefore(bytes, at)}, byte ${at} (0x${bytes.toString('hex', at, at + 1)})`
}

function isLowSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00
}

/** How often a character stands in a text. */
export function occurrences(text: string, char: string): number {
  let count = 0
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + char.length)) count += 1
  return count
}

export function linesBefore(bytes: Buffer, end: number): number {
  let lines = 0
  for (let at = bytes.indexOf(10); at >= 0 && at < end; at = bytes.indexOf(10, at + 1)) lines += 1
  return lines
}
