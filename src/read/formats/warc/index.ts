/**
 * Web archives: pages that a server gave with success are articles, and texts that were made of them (Common Crawl's .wet). All else is
 * skipped and counted: requests, revisits, pictures, redirects.
 */
import { RejectError } from '../../../errors.ts'
import { tooLarge } from '../../collect.ts'
import { decodeHtml, decodeText } from '../../decode.ts'
import { safeId } from '../../id.ts'
import { article, MAX_ARTICLE_BYTES, orRejected, type ReadItem, rejected, Skips, type Source } from '../../source.ts'
import { decodedBody, isWhole, parseResponse } from './http.ts'
import { type Block, recordsOf, type WebRecord } from './records.ts'

/** A record has no line: its number stands for one. */
export async function* readWarc(source: Source): AsyncGenerator<ReadItem> {
  const { file, id, at } = source
  const skips = new Skips(source)
  let records = 0
  for await (const record of recordsOf(source.bytes)) {
    records += 1
    at(record.number)
    const fallbackId = `${id}-${record.number}`
    if (record.fault !== undefined) yield rejected(fallbackId, file, record.number, 'malformed', record.fault)
    else if (!mayBeArticle(record)) skips.add(`web archive: ${typeOf(record)}`)
    else {
      const block = await record.block(MAX_ARTICLE_BYTES)
      const item = orRejected(() => toArticle(record, block, { ...source, id: fallbackId }, skips), fallbackId, file, record.number)
      if (item !== undefined) yield item
    }
  }
  skips.tell()
  if (records === 0) throw new RejectError('empty', 'the archive holds no records')
}

const isPage = (type: string): boolean => /^(text\/html|application\/xhtml\+xml)\b/i.test(type)

function contentType({ head }: Pick<WebRecord, 'head'>): string {
  return head.get('content-type') ?? ''
}

function mayBeArticle(record: WebRecord): boolean {
  if (record.type === 'response') return /^application\/http\b|^$/i.test(contentType(record)) && /^https?:/i.test(record.uri)
  if (record.type === 'conversion') return /^text\/plain\b/i.test(contentType(record))
  return record.type === 'resource' && isPage(contentType(record))
}

function typeOf(record: WebRecord): string {
  return record.type === 'resource' || record.type === 'conversion'
    ? `${record.type}, ${mime(contentType(record))}`
    : record.type.slice(0, 40)
}

function mime(type: string): string {
  return /^[\w.+-]{1,40}\/[\w.+-]{1,60}/.exec(type)?.[0].toLowerCase() ?? 'of no type'
}

/** Undefined for what is no article: counted in `skips`. */
function toArticle(record: WebRecord, block: Block | undefined, { file, id, encoding }: Source, skips: Skips): ReadItem | undefined {
  if (block === undefined) throw tooLarge()
  let [page, type] = [block.bytes, contentType(record)]
  let { whole } = block
  let isCut = record.head.has('warc-truncated')
  if (record.type === 'response') {
    const response = parseResponse(block.bytes)
    if (response === undefined) throw new RejectError('malformed', 'expected an HTTP response, beginning with HTTP/1.1 200 or the like')
    const { status } = response
    if (status < 200 || status > 299) return void skips.add(`web archive: HTTP status ${status}`)
    type = contentType(response)
    if (!isPage(type) && !(type === '' && /^\s*<(!doctype html|html)\b/i.test(response.body.toString('latin1', 0, 200))))
      return void skips.add(`web archive: not HTML but ${mime(type)}`)
    const decoded = decodedBody(response)
    page = decoded.bytes
    isCut ||= decoded.isCut
    whole ||= isWhole(response)
  }
  if (!whole) throw new RejectError('malformed', 'the archive ends inside this record; fetch it again')
  const label = /charset\s*=\s*["']?([\w:.-]+)/i.exec(type)?.[1]
  const isText = record.type === 'conversion'
  const { text: body, warnings } = isText ? decodeText(page, { encoding }) : decodeHtml(page, { encoding, label })
  if (body.trim() === '') throw new RejectError('empty', 'the page holds nothing but white space')
  const own = /<urn:uuid:([\w-]{8,64})>/i.exec(record.head.get('warc-record-id') ?? '')?.[1]
  return article(file, {
    id: own === undefined ? id : safeId(own),
    line: record.number,
    body,
    format: isText ? 'text' : 'html',
    metadata: /^https?:/i.test(record.uri) ? { url: record.uri } : {},
    warnings: isCut
      ? [...warnings, { stage: 'read', code: 'text-cut', detail: 'the archive has the beginning of this page alone' }]
      : warnings,
  })
}
