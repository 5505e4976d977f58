import type { Aligned, Alignment, Article, Language, Mention, NormalizedText, Segment, Translation } from '../../src/article.ts'
import { sentenceJoiner } from '../../src/language.ts'

/** A text as its paragraphs' sentences. */
export type Paragraphs = readonly (readonly string[])[]

export interface Name {
  readonly surface: string
  readonly replacement: string
  readonly action?: Mention['action']
  readonly reason?: string
  readonly weighed?: Mention['weighed']
}

export interface Version {
  readonly language: Language
  readonly title?: string
  readonly paragraphs?: Paragraphs
  readonly names?: readonly Name[]
  readonly status?: Translation['status']
  /** Ladder; one to one when it is not given. */
  readonly alignments?: readonly Alignment[]
  readonly version?: string
  readonly checks?: readonly string[]
}

/** An article as the pipeline leaves it, from the few things a test is about. */
export function build(
  source: Version & Partial<Pick<Article, 'id' | 'metadata' | 'warnings' | 'body'>> & { removed?: Aligned['removed'] },
  translations: readonly Version[] = [],
): Aligned {
  const own = lay(source)
  const others = translations.map((translation) => ({ given: translation, laid: lay(translation) }))
  const { id = 'article', body = own.text, metadata = {}, warnings = [], removed = [], language } = source
  return {
    id,
    origin: { file: 'input/sample.txt', line: 1 },
    title: source.title ?? '',
    body,
    format: 'text',
    metadata,
    versions: [],
    warnings,
    text: own.text,
    blocks: own.blocks,
    removed,
    language,
    confidence: 0.99,
    passages: [{ start: 0, end: own.text.length, language }],
    segments: own.segments,
    mentions: own.normalized.mentions,
    titleMentions: own.normalized.titleMentions,
    translations: others.map(({ given, laid }) => ({
      language: given.language,
      engine: given.version === undefined ? 'memory' : 'given',
      status: given.status ?? 'done',
      ...(given.version !== undefined && { version: given.version }),
      title: given.title ?? '',
      text: laid.text,
      segments: laid.segments.map(({ span, text, block }, at) => ({
        span,
        text,
        block,
        origin: text === '' ? ('missing' as const) : ('memory' as const),
        checks: at === 0 ? (given.checks ?? []) : [],
      })),
    })),
    normalized: { source: own.normalized, translations: others.map(({ laid }) => laid.normalized) },
    alignments: others.map(({ given, laid }) => ({
      language: given.language,
      alignments:
        (given.status ?? 'done') !== 'done'
          ? []
          : (given.alignments ?? laid.segments.map((_, at) => ({ source: [at], target: [at], score: 1 }))),
    })),
  }
}

function lay({ language, title = '', paragraphs = [], names = [] }: Version): {
  text: string
  blocks: Aligned['blocks']
  segments: Segment[]
  normalized: NormalizedText
} {
  const segments: Segment[] = []
  const blocks: { start: number; end: number }[] = []
  let text = ''
  for (const [block, sentences] of paragraphs.entries()) {
    if (block > 0) text += '\n\n'
    const start = text.length
    for (const [at, sentence] of sentences.entries()) {
      if (at > 0) text += sentenceJoiner(language)
      segments.push({ span: { start: text.length, end: text.length + sentence.length }, text: sentence, language, block })
      text += sentence
    }
    blocks.push({ start, end: text.length })
  }
  const mentions = find(text, names)
  const after = (position: number): number =>
    mentions.reduce(
      (sum, { action, span, surface, replacement }) =>
        action === 'rewrite' && span.end <= position ? sum + replacement.length - surface.length : sum,
      position,
    )
  const rewritten = rewrite(text, mentions)
  return {
    text,
    blocks,
    segments,
    normalized: {
      language,
      title: rewrite(title, find(title, names)),
      titleMentions: find(title, names),
      text: rewritten,
      segments: segments.map(({ span }) => {
        const moved = { start: after(span.start), end: after(span.end) }
        return { span: moved, text: rewritten.slice(moved.start, moved.end) }
      }),
      mentions,
    },
  }
}

function find(text: string, names: readonly Name[]): Mention[] {
  const mentions = names.flatMap(({ surface, replacement, action = 'rewrite', reason = 'spelling 0.91', weighed }) =>
    [...text.matchAll(new RegExp(surface.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g'))].map(({ index }) => ({
      span: { start: index, end: index + surface.length },
      surface,
      suffix: '',
      kind: 'person' as const,
      entry: `people:${replacement}`,
      canonical: `Henri ${replacement}`,
      replacement: action === 'keep' ? surface : replacement,
      action,
      confidence: 0.93,
      reason,
      ...(weighed && { weighed }),
    })),
  )
  return mentions.sort((a, b) => a.span.start - b.span.start)
}

function rewrite(text: string, mentions: readonly Mention[]): string {
  return mentions.reduceRight(
    (done, { span, replacement, action }) => (action === 'rewrite' ? done.slice(0, span.start) + replacement + done.slice(span.end) : done),
    text,
  )
}
