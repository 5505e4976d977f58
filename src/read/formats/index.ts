/**
 * Which reader a file needs: by its suffix, or by its first bytes when it has none.
 */
import { beginningOf } from '../decode.ts'
import type { Compression } from '../open.ts'
import type { Reader } from '../source.ts'
import type { Fields } from './fields.ts'

/** 'xml' is told by its root element: an export of a wiki, or a feed. */
export type Format = 'text' | 'markdown' | 'html' | 'jsonl' | 'json' | 'csv' | 'xml' | 'warc'

/** Loaded when a file wants one: a text need not wait for an XML parser. */
export const readers: Record<Format, () => Promise<Reader>> = {
  text: async () => (await import('./text.ts')).readText,
  markdown: async () => (await import('./markdown.ts')).readMarkdown,
  html: async () => (await import('./html.ts')).readHtml,
  jsonl: async () => (await import('./jsonl.ts')).readJsonl,
  json: async () => (await import('./json.ts')).readJson,
  csv: async () => (await import('./csv.ts')).readCsv,
  xml: async () => (await import('./xml.ts')).readXml,
  warc: async () => (await import('./warc/index.ts')).readWarc,
}

/** The multistream dumps of Wikipedia are named 'pages-articles1.xml-p1p41242.bz2'; Common Crawl's texts end in '.warc.wet.gz'. */
const suffixes: readonly (readonly [RegExp, Format])[] = [
  [/\.te?xt$/i, 'text'],
  [/\.(md|markdown)$/i, 'markdown'],
  [/\.(html?|xhtml)$/i, 'html'],
  [/\.(jsonl|ndjson)$/i, 'jsonl'],
  [/\.json$/i, 'json'],
  [/\.(csv|tsv)$/i, 'csv'],
  [/\.(xml(-p\d+p\d+)?|rss|atom|rdf)$/i, 'xml'],
  [/\.(warc(\.wet)?|wet|arc)$/i, 'warc'],
]
const compressions: readonly (readonly [RegExp, Compression])[] = [
  [/\.gz$/i, 'gzip'],
  [/\.bz2$/i, 'bzip2'],
  [/\.zst$/i, 'zstd'],
]

export const knownSuffixes =
  '.txt, .md, .html, .jsonl, .json, .csv, .tsv, .xml (MediaWiki export), .rss, .atom, .rdf, .warc, .arc, each of them with .gz, .bz2 or .zst, and .zip of these'

export interface NamedFormat {
  /** The name without the suffixes that were understood. */
  readonly stem: string
  readonly format: Format | undefined
  readonly compression: Compression | undefined
}

export function formatOf(name: string): NamedFormat {
  const [packed, compression] = compressions.find(([suffix]) => suffix.test(name)) ?? []
  const inner = packed === undefined ? name : name.replace(packed, '')
  const [suffix, format] = suffixes.find(([pattern]) => pattern.test(inner)) ?? []
  return { stem: suffix === undefined ? inner : inner.replace(suffix, ''), format, compression }
}

export function isZip(name: string): boolean {
  return /\.zip$/i.test(name)
}

/** What a name ends in, as it is told of files without a reader: '.pdf'; '' for none. */
export function suffixOf(name: string): string {
  return /\.[a-z]\w{0,15}$/i.exec(formatOf(name).stem)?.[0].toLowerCase() ?? ''
}

export function sniffCompression(head: Buffer): Compression | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  if (head.toString('latin1', 0, 3) === 'BZh') return 'bzip2'
  return head.toString('hex', 0, 4) === '28b52ffd' ? 'zstd' : undefined
}

export function sniffFormat(head: Buffer, { text = 'text', html = 'html' }: Fields = {}): Format {
  const start = beginningOf(head).trimStart().slice(0, 2000)
  if (start.startsWith('{') || /^\[\s*[{\]]/.test(start)) return 'json'
  if (/^WARC\/\d|^filedesc:\/\//.test(start)) return 'warc'
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?<(mediawiki|rss|feed|\w+:rdf)\b/i.test(start)) return 'xml'
  if (/^<(!doctype html|html|head|body|article|div|p|h1|\?xml)\b/i.test(start)) return 'html'
  return isTable(start, [text.toLowerCase(), html.toLowerCase()]) ? 'csv' : 'text'
}

/** Whether the first line names the columns of a table, a column of texts among them. */
function isTable(start: string, columns: readonly string[]): boolean {
  const line = /^[^\r\n]*(?=[\r\n])/.exec(start)?.[0] ?? ''
  const cells = line.split(/[,;\t]/).map((cell) => cell.replaceAll('"', '').trim().toLowerCase())
  return cells.length > 1 && cells.every((cell) => cell !== '' && cell.length < 40) && cells.some((cell) => columns.includes(cell))
}
