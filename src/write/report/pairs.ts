import type { Aligned, Mention, Span, Translation } from '../../article.ts'
import { sentenceJoiner } from '../../language.ts'
import { type Html, html } from './html.ts'
import { inLanguage, languageName } from './language.ts'
import { marked, mentionsBySegment, percent } from './marks.ts'

/** UTF-16 code units of text a page shows of one language pair; the files hold the rest. */
const PAGE_LIMIT = 200_000

/** Below this a one-to-one alignment is worth a look, so its score is shown. */
const DOUBTFUL = 0.5

interface Row {
  readonly source: readonly number[]
  readonly target: readonly number[]
  readonly score?: number
}

/** One language's side: its segments before the rewrite, with the mentions in each. */
interface Side {
  readonly language: string
  readonly segments: readonly { readonly span: Span; readonly text: string; readonly block: number }[]
  readonly mentions: readonly (readonly Mention[])[]
}

/** The article's own text and its translation side by side, an alignment a row. */
export function pairs(article: Aligned, translation: Translation, at: number): Html {
  const source = sourceSide(article)
  const target: Side = {
    language: translation.language,
    segments: translation.segments,
    mentions: mentionsBySegment(translation.segments, article.normalized.translations[at]?.mentions ?? []),
  }
  const { shown, left } = withinLimit(rowsOf(article, translation, at), source, target)
  return html`<div class="heads"><div><b>${languageName(article.language)}</b>, the original</div><div><b>${languageName(translation.language)}</b>, ${maker(translation)}</div></div>
<ol class="pairs">
${shown.map((row, index) => {
  const checks = row.target.flatMap((segment) => translation.segments[segment]?.checks ?? [])
  return html`<li id="${translation.language}-${index + 1}"${begins(source, row, shown[index - 1])}>${place(translation.language, index, row)}${cell(
    source,
    row.source,
    'nothing on this side',
  )}<div class="side">${cell(target, row.target, translation.status === 'done' ? 'nothing on this side' : 'not translated yet')}${
    checks.length === 0 ? undefined : html`<div class="notes">${checks.map((code) => html`<span class="chip ask">${code}</span>`)}</div>`
  }</div></li>
`
})}</ol>
${rest(left, article.id, [article.language, translation.language])}`
}

/** The article's text alone, when there is nothing to set beside it. */
export function single(article: Aligned): Html {
  const source = sourceSide(article)
  const rows = article.segments.map((_, index) => ({ source: [index], target: [] }))
  const { shown, left } = withinLimit(rows, source, { language: '', segments: [], mentions: [] })
  return html`<div class="alone"><div class="heads"><div><b>${languageName(article.language)}</b>, the original</div></div>
<ol class="pairs">
${shown.map(
  (
    row,
    index,
  ) => html`<li id="${article.language}-${index + 1}"${begins(source, row, shown[index - 1])}>${place(article.language, index, row)}${cell(source, row.source, '')}</li>
`,
)}</ol></div>
${rest(left, article.id, [article.language])}`
}

function sourceSide({ language, segments, normalized }: Aligned): Side {
  return { language, segments, mentions: mentionsBySegment(segments, normalized.source.mentions) }
}

/** The alignments; until there are any, each segment beside its own translation. */
function rowsOf({ segments, alignments }: Aligned, translation: Translation, at: number): readonly Row[] {
  const aligned = alignments[at]?.alignments ?? []
  if (aligned.length > 0) return aligned
  return segments.map((_, index) => ({ source: [index], target: translation.segments[index]?.text ? [index] : [] }))
}

function withinLimit(rows: readonly Row[], source: Side, target: Side): { shown: readonly Row[]; left: number } {
  const length = (side: Side, indexes: readonly number[]): number =>
    indexes.reduce((sum, index) => sum + (side.segments[index]?.text.length ?? 0), 0)
  let budget = PAGE_LIMIT
  const end = rows.findIndex((row) => {
    budget -= length(source, row.source) + length(target, row.target)
    return budget < 0
  })
  // A first row beyond the limit is still shown: `marked` cuts it.
  const shown = end < 0 ? rows : rows.slice(0, Math.max(1, end))
  return { shown, left: rows.length - shown.length }
}

/** Marks the row with which a paragraph begins. */
function begins(source: Side, row: Row, previous: Row | undefined): Html | undefined {
  const block = source.segments[row.source[0] ?? -1]?.block
  const before = source.segments[previous?.source.at(-1) ?? -1]?.block
  return block !== undefined && block !== before ? html` class="begins"` : undefined
}

function place(prefix: string, index: number, { source, target, score }: Row): Html {
  const uneven = score !== undefined && (source.length !== 1 || target.length !== 1 || score < DOUBTFUL)
  const label = uneven
    ? html`<br><span title="${source.length} to ${target.length}, alignment score ${percent(score)}">${source.length}:${target.length}</span>`
    : undefined
  return html`<a class="place" href="#${prefix}-${index + 1}">${index + 1}${label}</a>`
}

function cell({ language, segments, mentions }: Side, indexes: readonly number[], otherwise: string): Html {
  if (indexes.length === 0) return html`<p class="nothing">${otherwise}</p>`
  const texts = indexes.map((index, at) => {
    const segment = segments[index]
    return html`${at === 0 ? '' : sentenceJoiner(language)}${segment && marked(segment.text, segment.span.start, mentions[index] ?? [])}`
  })
  return html`<p ${inLanguage(language)}>${texts}</p>`
}

function maker({ engine, version, status }: Translation): string {
  if (version !== undefined) return `given as ${version}`
  if (status === 'pending') return 'not translated yet'
  return `translated by ${engine}`
}

function rest(left: number, id: string, languages: readonly string[]): Html | undefined {
  if (left === 0) return undefined
  const files = languages.map(
    (language) => html` <a href="../../text/${encodeURIComponent(`${id}.${language}.txt`)}">${`${id}.${language}.txt`}</a>`,
  )
  return html`<p class="notice">${left} more rows are not shown here. The whole text:${files}</p>`
}
