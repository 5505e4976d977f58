import { z } from 'zod'
import type { Aligned, Article, NormalizedText, Origin } from '../article.ts'
import { FileError, messageOf } from '../errors.ts'
import { formatJson } from './json.ts'

const index = z.int().min(0)
const share = z.number().min(0).max(1)
const span = z.strictObject({ start: index, end: index })
const language = z.string().min(1)
const origin = z.strictObject({ file: z.string(), line: index })
const warning = z.strictObject({ stage: z.string(), code: z.string(), detail: z.string(), span: span.exactOptional() })

const metadata = z.strictObject({
  byline: z.string().exactOptional(),
  date: z.string().exactOptional(),
  dateFrom: z.enum(['json-ld', 'meta', 'time', 'url', 'script', 'text']).exactOptional(),
  language: language.exactOptional(),
  url: z.string().exactOptional(),
  site: z.string().exactOptional(),
})

const article = z.strictObject({
  id: z.string().min(1),
  origin,
  title: z.string(),
  body: z.string().default('').meta({ description: 'As it was read. Only with --keep-source.' }),
  format: z.enum(['text', 'html', 'wikitext']),
  metadata,
  get versions(): z.ZodType<readonly Article[]> {
    return z.array(article)
  },
  warnings: z.array(warning),
})

const mention = z.strictObject({
  span,
  surface: z.string(),
  suffix: z.string(),
  kind: z.enum(['person', 'place', 'organization', 'term']),
  entry: z.string(),
  canonical: z.string(),
  replacement: z.string(),
  action: z.enum(['keep', 'rewrite', 'suggest']),
  confidence: share,
  reason: z.string(),
  weighed: z.record(z.string(), z.number()).exactOptional(),
  judged: z.strictObject({ verdict: z.enum(['wrong', 'right']), everywhere: z.boolean() }).exactOptional(),
})

const normalizedText = z.strictObject({
  language,
  title: z.string(),
  titleMentions: z.array(mention),
  text: z.string(),
  segments: z.array(
    z.strictObject({
      span,
      text: z.string().default('').meta({ description: 'Not written: what stands at `span` of the text above.' }),
      checks: z.array(z.string()).exactOptional(),
    }),
  ),
  mentions: z.array(mention),
})

const translation = z.strictObject({
  language,
  engine: z.string(),
  status: z.enum(['done', 'pending', 'failed']),
  version: z.string().exactOptional(),
  title: z.string(),
  text: z.string(),
  segments: z.array(
    z.strictObject({
      span,
      text: z.string(),
      block: index,
      origin: z.enum(['person', 'memory', 'engine', 'cache', 'given', 'missing']),
      engine: z.string().exactOptional(),
      match: z.strictObject({ score: share, source: z.string() }).exactOptional(),
      kept: z.strictObject({ names: z.array(z.string()), instead: z.string() }).exactOptional(),
      checks: z.array(z.string()),
    }),
  ),
})

const alignment = z.strictObject({
  source: z.array(index),
  target: z.array(index),
  score: share,
  judged: z.literal('aligned').exactOptional(),
  moved: z.literal(true).exactOptional(),
})

const sentenceJudgement = z.discriminatedUnion('judgement', [
  z.strictObject({
    judgement: z.enum(['aligned', 'apart', 'unjudged']),
    article: z.string(),
    language,
    source: z.array(index),
    target: z.array(index),
    sourceText: z.string(),
    targetText: z.string(),
  }),
  z.strictObject({
    judgement: z.literal('translation'),
    article: z.string().exactOptional(),
    from: language,
    to: language,
    source: z.string(),
    target: z.string().nullable(),
  }),
])

/** A line of corpus/*.jsonl: an article with the result of every stage. Its keys stand in this order. */
export const corpusSchema = article.extend({
  text: z.string(),
  blocks: z.array(span),
  removed: z.array(z.strictObject({ rule: z.string(), text: z.string() })),
  language,
  confidence: share,
  passages: z.array(z.strictObject({ start: index, end: index, language })),
  segments: z.array(z.strictObject({ span, text: z.string(), language, block: index })),
  mentions: z.array(mention),
  titleMentions: z.array(mention),
  translations: z.array(translation),
  normalized: z.strictObject({ source: normalizedText, translations: z.array(normalizedText) }),
  alignments: z.array(z.strictObject({ language, alignments: z.array(alignment) })),
  judged: z.array(sentenceJudgement).exactOptional(),
}) satisfies z.ZodType<Aligned>

export interface FormatOptions {
  /** Write the body as it was read too, markup and all, of the article and of versions given beside it. @defaultValue false */
  readonly keepSource?: boolean | undefined
}

/**
 * An article as a line of the corpus, without a line end. The same article gives the same bytes, in whatever order a stage set its keys.
 * What spans say of a text that stands in the line is not written again.
 * @throws TypeError when the article is not what its type says: what is written can always be read again.
 */
export function formatArticle(aligned: Aligned, { keepSource = false }: FormatOptions = {}): string {
  const result = corpusSchema.safeParse(aligned)
  if (!result.success) throw new TypeError(`article ${aligned.id} breaks the corpus schema: ${problems(result.error)}`)
  const { normalized, ...article } = keepSource ? result.data : withoutBody(result.data)
  const brief = { source: withoutSlices(normalized.source), translations: normalized.translations.map(withoutSlices) }
  // In the order of the schema.
  const { alignments, judged, ...before } = article
  return formatJson({ ...before, normalized: brief, alignments, judged })
}

function withoutBody<T extends Article>(article: T): T {
  // A key that is undefined is not written.
  return { ...article, body: undefined, versions: article.versions.map(withoutBody) }
}

function withoutSlices(text: NormalizedText) {
  return { ...text, segments: text.segments.map(({ text: _, ...segment }) => segment) }
}

function withSlices(normalized: NormalizedText): NormalizedText {
  const { text, segments } = normalized
  return { ...normalized, segments: segments.map((segment) => ({ ...segment, text: text.slice(segment.span.start, segment.span.end) })) }
}

const originAt = /^(\{"id":"(?:[^"\\]|\\.)*","origin":)\{"file":"(?:[^"\\]|\\.)*","line":\d+\}/u

/** A line of the corpus whose article was read from another place since: nothing else in it changes. */
export function withOrigin(line: string, origin: Origin): string {
  return line.replace(originAt, (_, head: string) => head + formatJson(origin))
}

/**
 * A line of corpus/*.jsonl as the article it is.
 * @param file named in errors, with `line` (1-based).
 * @throws FileError when it is no JSON, or not an article of the corpus.
 */
export function parseArticle(text: string, file: string, line: number): Aligned {
  const result = corpusSchema.safeParse(jsonOf(text, file, line))
  if (result.success) return whole(result.data)
  throw new FileError(file, line, `is not an article of the corpus: ${problems(result.error)}`)
}

/** The same of a line that `formatArticle` wrote and a hash vouches for: its schema is not checked again. */
export function restoreArticle(text: string, file: string, line: number): Aligned {
  return whole(withBody(jsonOf(text, file, line) as Aligned))
}

function jsonOf(text: string, file: string, line: number): unknown {
  try {
    return JSON.parse(text)
  } catch (thrown) {
    throw new FileError(file, line, `is not JSON: ${messageOf(thrown)}`, 0, { cause: thrown })
  }
}

function withBody<T extends Article>(article: T): T {
  return { ...article, body: article.body ?? '', versions: article.versions.map(withBody) }
}

function whole({ normalized, ...article }: Aligned): Aligned {
  return { ...article, normalized: { source: withSlices(normalized.source), translations: normalized.translations.map(withSlices) } }
}

/** The first few, with the path of each: `segments[3].span.end: expected …`. */
function problems(error: z.ZodError): string {
  const shown = error.issues.slice(0, 3).map((issue) => `${z.core.toDotPath(issue.path)}: ${issue.message}`)
  const more = error.issues.length - shown.length
  return shown.join('; ') + (more > 0 ? `; and ${more} more` : '')
}
