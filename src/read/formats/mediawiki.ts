/**
 * MediaWiki XML export (https://www.mediawiki.org/xml/export-0.11.xsd), as Special:Export and dumps.wikimedia.org write it.
 */
import { XMLParser } from 'fast-xml-parser'
import type { Warning } from '../../article.ts'
import { messageOf, RejectError } from '../../errors.ts'
import { parseLanguage } from '../../language.ts'
import { tooLarge } from '../collect.ts'
import { decodeText, linesBefore } from '../decode.ts'
import { safeId } from '../id.ts'
import { article, orRejected, type ReadItem, Skips, type Source } from '../source.ts'
import { split } from '../split.ts'
import { inUtf8 } from '../utf16.ts'
import { lostCharacters } from './record.ts'

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => name === 'revision',
  // Exports declare no entities, so there is nothing to expand: `unescapeXml` does the five of XML and character references, in one pass.
  processEntities: false,
})

/** An element without attributes, or with them. */
type Text = string | { readonly '#text'?: string }

interface Revision {
  readonly timestamp?: Text
  readonly model?: Text
  readonly text?: Text | undefined
}

interface Page {
  readonly id?: Text
  readonly ns?: Text
  readonly title?: Text
  readonly redirect?: unknown
  readonly revision?: readonly Revision[] | undefined
}

/** What the head of an export says of all of its pages. */
interface Wiki {
  readonly language: string | undefined
  /** Up to and including the last slash: 'https://de.wikipedia.org/wiki/'. */
  readonly base: string | undefined
}

/**
 * The pages of the article namespace, in their last revision given. Redirects and other namespaces (talk, templates, files …)
 * hold no articles: they are skipped, and counted. Constant memory: one page at a time.
 */
export async function* readMediawiki(source: Source): AsyncGenerator<ReadItem> {
  const { file, id, at } = source
  const narrow = await inUtf8(source)
  const skips = new Skips(source)
  let wiki: Wiki | undefined
  let pages = 0
  for await (const { bytes, line, closed } of split(narrow.bytes, '</page>')) {
    const start = bytes?.indexOf('<page>') ?? 0
    wiki ??= readHead(bytes?.toString('utf8', 0, start < 0 ? 65_536 : start) ?? '<mediawiki>')
    if (start < 0) break
    pages += 1
    const pageLine = line + (bytes === undefined ? 0 : linesBefore(bytes, start))
    at(pageLine)
    const item = orRejected(
      () => {
        if (bytes === undefined) throw tooLarge()
        if (!closed) throw new RejectError('malformed', 'the file ends inside this page; fetch it again')
        const { text, warnings } = decodeText(bytes.subarray(start), { encoding: narrow.encoding, firstLine: pageLine })
        const page = parsePage(text)
        const skip = whyNoArticle(page)
        if (skip === undefined)
          return toArticle(page, { file, line: pageLine, warnings: warnings.length === 0 ? lostCharacters(text) : warnings }, wiki!)
        skips.add(skip)
        return undefined
      },
      `${id}-${pageLine}`,
      file,
      pageLine,
    )
    if (item !== undefined) yield item
  }
  skips.tell()
  if (pages === 0) throw new RejectError('empty', 'the export holds no pages')
}

/** @throws RejectError 'unsupported' when the file is some other XML. */
function readHead(head: string): Wiki {
  const root = /<mediawiki\b[^>]*>/.exec(head)?.[0]
  if (root === undefined)
    throw new RejectError('unsupported', 'expected a MediaWiki XML export (<mediawiki>); convert other XML to JSONL, an article a line')
  const tag = /\sxml:lang="([^"]*)"/.exec(root)?.[1]
  const base = /<base>(https?:[^<]*\/)[^</]*<\/base>/.exec(head)?.[1]
  return { language: tag === undefined ? undefined : parseLanguage(tag), base: base === undefined ? undefined : unescapeXml(base) }
}

/** The texts of revisions are taken past the parser, which puts text together a character at a time: 40 bytes of memory for each. */
function parsePage(xml: string): Page {
  const texts: string[] = []
  const frame = xml.replace(/(<text\b[^>]*(?<!\/)>)([^<]*)(?=<\/text>)/g, (_, tag: string, text: string) => {
    texts.push(text)
    return `${tag}${PLACE}${texts.length - 1}`
  })
  try {
    const { page } = parser.parse(`${frame}</page>`) as { page: Page }
    return { ...page, revision: page.revision?.map((one) => ({ ...one, text: putBack(one.text, texts) })) }
  } catch (cause) {
    throw new RejectError('malformed', `not the XML of a page: ${messageOf(cause)}`, { cause })
  }
}

/** Stands for a text that was taken out, before its number; decoding has dropped all that were in the file. */
const PLACE = '\0'

function putBack(element: Text | undefined, texts: readonly string[]): Text | undefined {
  const held = typeof element === 'string' ? element : element?.['#text']
  return held?.startsWith(PLACE) ? texts[Number(held.slice(PLACE.length))]! : element
}

function whyNoArticle({ ns, redirect }: Page): string | undefined {
  if (redirect !== undefined) return 'redirect'
  const namespace = textOf(ns)
  return namespace === '' || namespace === '0' ? undefined : `not in the article namespace (${namespace})`
}

interface Place {
  readonly file: string
  readonly line: number
  readonly warnings: readonly Warning[]
}

function toArticle(page: Page, { file, line, warnings }: Place, wiki: Wiki): ReadItem {
  const revision = page.revision?.at(-1)
  const model = textOf(revision?.model)
  if (model !== '' && model !== 'wikitext') throw new RejectError('unsupported', `expected a page in wikitext, got one in '${model}'`)
  const body = textOf(revision?.text)
  if (body.trim() === '') throw new RejectError('empty', 'the page has no text')
  const title = textOf(page.title)
  const date = textOf(revision?.timestamp)
  return article(file, {
    id: safeId(textOf(page.id) || title),
    line,
    title,
    body,
    format: 'wikitext',
    warnings,
    metadata: {
      ...(date !== '' && { date }),
      ...(wiki.language !== undefined && { language: wiki.language }),
      ...(wiki.base !== undefined && { url: wiki.base + encodeURI(title.replaceAll(' ', '_')) }),
    },
  })
}

function textOf(element: Text | undefined): string {
  return unescapeXml((typeof element === 'string' ? element : element?.['#text']) ?? '')
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function unescapeXml(text: string): string {
  return text.replace(
    /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole, name?: string, decimal?: string, hex?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}
