/**
 * The edge in: paths → articles, one at a time, in a fixed order. What cannot be read is rejected with its place and a remedy.
 */
import type { Article } from '../article.ts'
import { messageOf, RejectError } from '../errors.ts'
import { find } from './find.ts'
import type { Fields } from './formats/fields.ts'
import { type Format, readers, sniffCompression, sniffFormat } from './formats/index.ts'
import { IdSet, suffixed } from './id.ts'
import { decompress } from './open.ts'
import { peek } from './peek.ts'
import { Screen } from './screen.ts'
import { type ReadItem, rejected, type Skipped, type Source } from './source.ts'
import type { FoundFile } from './versions.ts'

export { statInput } from './find.ts'
export { createArticle, type GivenArticle } from './given.ts'
export type { ReadItem, Skipped } from './source.ts'
export { survey } from './survey.ts'

export interface ReadOptions {
  /** Told what was passed over because it is no article: other files in a folder, redirects in a wiki. */
  readonly skipped?: (skipped: Skipped) => void
  /** What all text is in, a label of the WHATWG Encoding Standard. @defaultValue what each text says of itself */
  readonly encoding?: string | undefined
  /** What records call an article's fields, where they call them otherwise: `{ text: 'content' }`. @defaultValue {} */
  readonly fields?: Fields | undefined
  /** Articles and rejections, at most. @defaultValue all */
  readonly limit?: number | undefined
  /** Most UTF-16 code units of an article as it is read; a longer one is rejected. @defaultValue no limit but MAX_ARTICLE_BYTES */
  readonly maxChars?: number | undefined
  /** Reject an article whose text is that of one before it, byte for byte; else it is only warned of. @defaultValue false */
  readonly dropDuplicates?: boolean | undefined
}

/** What of it each reader needs. */
type Settings = Pick<Source, 'skipped' | 'encoding' | 'fields'>

/**
 * Reads files and folders, and standard input for '-'.
 * @throws UsageError when a path does not exist; the signal's reason, when it is aborted.
 */
export async function* read(
  paths: readonly string[],
  signal: AbortSignal,
  { skipped = () => {}, encoding, fields = {}, limit = Number.POSITIVE_INFINITY, maxChars, dropDuplicates = false }: ReadOptions = {},
): AsyncGenerator<ReadItem> {
  const ids = new IdSet()
  const screen = new Screen({ maxChars, dropDuplicates })
  let count = 0
  for await (const story of readStories(paths, { skipped, encoding, fields })) {
    signal.throwIfAborted()
    const items = story.map((item) => unique(screen.check(item), ids))
    const articles = items.flatMap((item) => (item.kind === 'article' ? [item.article] : []))
    for (const item of items) {
      count += 1
      if (count > limit) return
      if (item.kind === 'rejected') yield item
      else yield { kind: 'article', article: { ...item.article, versions: articles.filter((other) => isVersion(item.article, other)) } }
    }
  }
}

/** One item at a time, but for the versions of a story, which come together. */
async function* readStories(paths: readonly string[], settings: Settings): AsyncGenerator<readonly ReadItem[]> {
  let named: string[] = []
  for (const path of paths) {
    if (path !== '-') {
      named.push(path)
      continue
    }
    yield* readFound(named, settings)
    named = []
    for await (const item of readStdin(settings)) yield [item]
  }
  yield* readFound(named, settings)
}

async function* readFound(paths: readonly string[], settings: Settings): AsyncGenerator<readonly ReadItem[]> {
  for await (const found of find(paths, settings.skipped)) {
    if ('rejected' in found) yield [found.rejected]
    else if (found.story.length === 1) for await (const item of readFile(found.story[0]!, settings)) yield [item]
    else {
      const versions: ReadItem[] = []
      for (const file of found.story) for await (const item of readFile(file, settings)) versions.push(item)
      yield versions
    }
  }
}

async function* readFile(found: FoundFile, settings: Settings): AsyncGenerator<ReadItem> {
  const { file, id, format, compression, language } = found
  const items = guarded(file, id, async function* (at) {
    const bytes = found.open()
    const plain = compression === undefined ? bytes : decompress(bytes, compression)
    if (format === undefined) yield* readSniffed(bytes, { file, id, at, ...settings })
    else yield* readAs(format, { file, id, bytes: plain, at, ...settings })
  })
  if (language === undefined) yield* items
  else for await (const item of items) yield item.kind === 'article' ? inLanguage(item.article, language) : item
}

async function* readAs(format: Format, source: Source): AsyncGenerator<ReadItem> {
  const reader = await readers[format]()
  yield* reader(source)
}

function inLanguage(article: Article, language: string): ReadItem {
  return { kind: 'article', article: { ...article, metadata: { ...article.metadata, language } } }
}

function readStdin(settings: Settings): AsyncGenerator<ReadItem> {
  const [file, id] = ['-', 'stdin']
  return guarded(file, id, (at) => readSniffed(process.stdin, { file, id, at, ...settings }))
}

/** Tells compression and format by the first bytes. */
async function* readSniffed(bytes: AsyncIterable<Buffer>, source: Omit<Source, 'bytes'>): AsyncGenerator<ReadItem> {
  const packed = await peek(bytes)
  if (packed.head.toString('latin1', 0, 4) === 'PK\u0003\u0004')
    throw new RejectError('unsupported', 'a zip archive is read from a file whose name ends in .zip; rename it, or unpack it')
  const compression = sniffCompression(packed.head)
  const plain = compression === undefined ? packed : await peek(decompress(packed.bytes, compression))
  yield* readAs(sniffFormat(plain.head, source.fields), { ...source, bytes: plain.bytes })
}

/** `story.en.txt` and `story.en.txt.gz` are one text twice, not versions of each other. */
function isVersion(article: Article, other: Article): boolean {
  return other.metadata.language !== article.metadata.language
}

/** Whatever stops a reader rejects the rest of its file, from the place where it was, and nothing else. */
async function* guarded(file: string, id: string, items: (at: Source['at']) => AsyncIterable<ReadItem>): AsyncGenerator<ReadItem> {
  let line = 1
  try {
    yield* items((reached) => {
      line = reached
    })
  } catch (thrown) {
    const code = thrown instanceof RejectError ? thrown.code : 'unreadable'
    yield rejected(id, file, line, code, messageOf(thrown))
  }
}

/** The second article of an id gets its place in the input for a suffix: the same from run to run, whatever else is read. */
function unique(item: ReadItem, ids: IdSet): ReadItem {
  if (item.kind === 'rejected' || ids.add(item.article.id)) return item
  const { article } = item
  const { file, line } = article.origin
  let id = article.id
  for (let attempt = 0; id === article.id || !ids.add(id); attempt += 1) id = suffixed(article.id, `${file}:${line}:${attempt}`)
  const detail = `another article has the id '${article.id}'; this one, from ${file}:${line}, became '${id}'`
  return { kind: 'article', article: { ...article, id, warnings: [...article.warnings, { stage: 'read', code: 'duplicate-id', detail }] } }
}
