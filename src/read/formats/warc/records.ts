/**
 * Web archives, a record at a time: WARC (ISO 28500) and its forerunner ARC. No library reads both without a dependency tree of its own; what
 * there is to read is lines of a head and a number of bytes.
 */
import { Bytes } from '../../bytes.ts'

export interface WebRecord {
  /** 1-based place in the archive. */
  readonly number: number
  /** 'response', 'request', 'warcinfo' …; what is no record at all is 'broken'. */
  readonly type: string
  /** Of the record itself, names in small letters. */
  readonly head: ReadonlyMap<string, string>
  readonly uri: string
  /** What the record holds, when it is asked for, once, before the next record; undefined when it is longer than `most` bytes. */
  readonly block: (most: number) => Promise<Block | undefined>
  /** Why it is broken. */
  readonly fault?: string
}

export interface Block {
  readonly bytes: Buffer
  /** False when the archive ends within. */
  readonly whole: boolean
}

/** Head lines of a record; more are no record. */
const MOST_LINES = 1000
const arcHead = /^([a-z][\w+.-]*:\S.*?) (\S+) (\d{1,17}) (\S+)(?: .*)? (\d+)$/i

/** A record that is not where the one before it should have ended is broken; reading goes on at the next line that begins one. */
export async function* recordsOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<WebRecord> {
  const bytes = new Bytes(chunks)
  let number = 0
  let isLost = false
  for (;;) {
    const line = await bytes.line()
    if (line === undefined) return
    if (line.trim() === '') continue
    const head = /^WARC\/\d/.test(line) ? await warcHead(bytes) : arcHeadOf(line)
    const length = head === undefined ? Number.NaN : Number(/^\d{1,15}$/.exec(head.get('content-length') ?? '')?.[0] ?? Number.NaN)
    if (head === undefined || Number.isNaN(length)) {
      if (isLost) continue
      isLost = true
      number += 1
      const fault = head === undefined ? `expected a record, got '${line.slice(0, 60)}'` : 'its head gives no Content-Length'
      yield {
        number,
        type: 'broken',
        head: new Map(),
        uri: '',
        block: async () => undefined,
        fault: `${fault}; reading goes on at the next one`,
      }
      continue
    }
    isLost = false
    number += 1
    let left = length
    const block = async (most: number): Promise<Block | undefined> => {
      if (length > most) return undefined
      const taken = await bytes.take(length)
      left = 0
      return { bytes: taken, whole: taken.length === length }
    }
    const uri = (head.get('warc-target-uri') ?? '').replace(/^<(.*)>$/, '$1')
    yield { number, type: (head.get('warc-type') ?? 'unknown').toLowerCase(), head, uri, block }
    await bytes.skip(left)
  }
}

/** Undefined when the archive ends within, or there is no end to it. */
async function warcHead(bytes: Bytes): Promise<Map<string, string> | undefined> {
  const head = new Map<string, string>()
  let last = ''
  for (let lines = 0; lines < MOST_LINES; lines += 1) {
    const line = await bytes.line()
    if (line === undefined) return undefined
    if (line === '') return head
    const colon = line.indexOf(':')
    // A line that begins with white space goes on with the one before it.
    if (/^[ \t]/.test(line)) head.set(last, `${head.get(last) ?? ''} ${line.trim()}`)
    else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase()
      head.set(last, line.slice(colon + 1).trim())
    }
  }
  return undefined
}

/** `URL IP-address Archive-date Content-type [more …] Archive-length`; the address may hold spaces, against the rules. */
function arcHeadOf(line: string): Map<string, string> | undefined {
  const [, uri = '', , , mime = '', length = ''] = arcHead.exec(line) ?? []
  if (uri === '') return undefined
  return new Map([
    ['warc-type', uri.startsWith('filedesc:') ? 'filedesc' : 'response'],
    ['warc-target-uri', uri],
    ['content-type', /^https?:/i.test(uri) ? 'application/http' : mime],
    ['content-length', length],
  ])
}
