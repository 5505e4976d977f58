/**
 * Body → text: markup, boilerplate and footnotes taken out, each piece on record; title, byline and date found where the input gives none.
 */
import type { Article, Cleaned, Metadata, Removed, Span } from '../../article.ts'
import { RejectError } from '../../errors.ts'
import type { Stage } from '../../stage.ts'
import { normalizeCharacters } from './characters.ts'
import type { Block, Draft } from './draft.ts'
import { takeHead, takeSignature } from './head.ts'
import type { PageModel } from './html/forest.ts'
import { takeOutLines } from './lines/index.ts'
import { takeOutMarks } from './marks.ts'
import { takeOut } from './rules.ts'
import { textBlocks } from './text.ts'

export { templateNames } from './wikitext/templates/index.ts'

/** What makes blocks of a body, loaded when an article wants it: a text need not wait for a DOM. */
const drafts: Record<Article['format'], () => Promise<(article: Article, options: CleanOptions) => Draft>> = {
  text:
    async () =>
    ({ body }) => ({ blocks: textBlocks(body), removed: [] }),
  html: async () => {
    const { htmlDraft } = await import('./html/index.ts')
    return ({ body }, { model }) => htmlDraft(body, model)
  },
  wikitext: async () => (await import('./wikitext/index.ts')).wikitextDraft,
}

/**
 * Log-odds from which a block goes that the model of pages has kept. On the pages that this model was trained on, which are kinder than others, bodies have
 * F1 .978 at 4, .980 at 6, .981 without (`npm run bench -- extract`).
 */
const SURELY_COPIED = 6

/**
 * Who wrote it and when stands in the text of pages too; a title of its own, and lines that were copied with it, only plain text has: a page has been
 * weighed block by block. Wikitext has none of these.
 */
const heads: Record<Article['format'], (blocks: readonly Block[], title: string, repeats: Article['repeats']) => Draft> = {
  text: (blocks, title, repeats) => takeHead(blocks, title, (lines) => takeOutLines(lines, { repeats })),
  html: (blocks) => {
    const lines = takeOutLines(blocks, { threshold: SURELY_COPIED })
    const signed = takeSignature(lines.blocks)
    return { ...signed, removed: [...lines.removed, ...signed.removed] }
  },
  wikitext: (blocks) => ({ blocks, removed: [] }),
}

export interface CleanOptions {
  /** What tells the article in a page. @defaultValue models/pages.json */
  readonly model?: PageModel | undefined
}

/**
 * What the record itself says of title, byline, date, language and address wins over what the body says.
 * @throws RejectError 'empty' when nothing is left.
 */
export function clean(options: CleanOptions = {}): Stage<Article, Cleaned> {
  return {
    name: 'clean',
    async run({ repeats, ...article }, { warn }) {
      const { text: body, removed: invisible, broken } = normalizeCharacters(article.body)
      if (broken > 0) warn('text-replaced', `${broken} character(s) that may not stand in a text were dropped or replaced by U+FFFD`)
      const draft = (await drafts[article.format]())({ ...article, body }, options)
      const marked = takeOutMarks(draft.blocks)
      const ruled = takeOut(marked.blocks)
      const head = heads[article.format](ruled.blocks, article.title || (draft.title ?? ''), repeats)
      const removed = [...invisible, ...draft.removed, ...marked.removed, ...ruled.removed, ...head.removed]
      return { ...article, ...found(article, draft, head), ...assemble(head.blocks, removed) }
    },
  }
}

function found(article: Article, ...drafts: readonly Draft[]): { readonly title: string; readonly metadata: Metadata } {
  const metadata = Object.assign({}, ...drafts.toReversed().map((draft) => draft.metadata), article.metadata) as Metadata
  return { title: article.title || (drafts.find((draft) => draft.title !== undefined)?.title ?? ''), metadata }
}

function assemble(blocks: readonly Block[], removed: readonly Removed[]): Pick<Cleaned, 'text' | 'blocks' | 'removed'> {
  const spans: Span[] = []
  let end = -2
  for (const { text } of blocks) {
    spans.push({ start: end + 2, end: end + 2 + text.length })
    end += 2 + text.length
  }
  if (spans.length === 0) throw new RejectError('empty', 'nothing is left of it after cleaning; the corpus keeps no article without text')
  return { text: blocks.map(({ text }) => text).join('\n\n'), blocks: spans, removed }
}
