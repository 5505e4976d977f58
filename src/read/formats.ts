/**
 * Which reader a file needs: by its suffix, or by its first bytes when it has none.
 */
import type { Compression } from './open.ts'
import type { Reader } from './source.ts'

export type Format = 'text' | 'html' | 'jsonl' | 'mediawiki'

/** Loaded when a file wants one: a text need not wait for an XML parser. */
export const readers: Record<Format, () => Promise<Reader>> = {
  text: async () => (await import('./text.ts')).readText,
  html: async () => (await import('./html.ts')).readHtml,
  jsonl: async () => (await import('./jsonl.ts')).readJsonl,
  mediawiki: async () => (await import('./mediawiki.ts')).readMediawiki,
}

/** The multistream dumps of Wikipedia are named 'pages-articles1.xml-p1p41242.bz2'. */
const suffixes: readonly (readonly [RegExp, Format])[] = [
  [/\.te?xt$/i, 'text'],
  [/\.(html?|xhtml)$/i, 'html'],
  [/\.(jsonl|ndjson)$/i, 'jsonl'],
  [/\.xml(-p\d+p\d+)?$/i, 'mediawiki'],
]
const compressions: readonly (readonly [RegExp, Compression])[] = [
  [/\.gz$/i, 'gzip'],
  [/\.bz2$/i, 'bzip2'],
]

export const knownSuffixes = '.txt, .html, .jsonl, .xml (MediaWiki export), and each of them with .gz or .bz2'

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

export function sniffCompression(head: Buffer): Compression | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  if (head.toString('latin1', 0, 3) === 'BZh') return 'bzip2'
  return undefined
}

export function sniffFormat(head: Buffer): Format {
  const start = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
    .slice(0, 2000)
  if (start.startsWith('{')) return 'jsonl'
  if (/^(<\?xml[^>]*>\s*)?<mediawiki\b/.test(start)) return 'mediawiki'
  if (/^<(!doctype html|html|head|body|article|div|p|h1|\?xml)\b/i.test(start)) return 'html'
  return 'text'
}
