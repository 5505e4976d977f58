import type { Aligned, Language, Translation } from '../../article.ts'
import { sentenceJoiner } from '../../language.ts'
import { segmentChecks } from '../segment-checks.ts'
import { type Html, html } from './html.ts'
import { inLanguage, languageName } from './language.ts'
import { marked, percent } from './marks.ts'
import { clip } from './page.ts'
import { type Row, rowsOf, type Side, sourceSide, targetSide, withinLimit } from './rows.ts'

/** Below this a one-to-one alignment is worth a look, so its score is shown. */
const DOUBTFUL = 0.5

/** The article's own text and its translation side by side, an alignment a row. */
export function pairs(article: Aligned, translation: Translation, at: number, texts: string): Html {
  const source = sourceSide(article)
  const target = targetSide(article, translation, at)
  const { shown, left } = withinLimit(rowsOf(article, translation, at), source, target)
  const missing = translation.status === 'done' ? 'nothing on this side' : 'not translated yet'
  const found = segmentChecks(article, at)
  const rows = shown.map((row, index) => {
    const checks = row.target.flatMap((segment) => found[segment] ?? [])
    const chips = checks.map((code) => html`<span class="chip ask">${code}</span>`)
    const notes = chips.length === 0 ? undefined : html`<div class="notes">${chips}</div>`
    return html`${opening(target.language, source, row, index)}${cell(source, row.source, 'nothing on this side')}<div class="side">${cell(target, row.target, missing)}${notes}</div></li>
`
  })
  return html`<div class="heads"><span></span>${heading(source.language, 'the original')}${heading(target.language, maker(translation))}</div>
<ol class="pairs">
${target.title === '' ? undefined : html`<li><span></span>${titleOf(source)}<div class="side">${titleOf(target)}</div></li>`}
${rows}</ol>
${rest(left, article.id, [source.language, target.language], texts)}`
}

/** The article's text alone, when there is nothing to set beside it. */
export function single(article: Aligned, texts: string): Html {
  const source = sourceSide(article)
  const all = article.segments.map((_, index) => ({ source: [index], target: [] }))
  const { shown, left } = withinLimit(all, source)
  const rows = shown.map(
    (row, index) => html`${opening(source.language, source, row, index)}${cell(source, row.source, '')}</li>
`,
  )
  const changed = source.titleMentions.some(({ action }) => action !== 'keep')
  return html`<div class="alone"><div class="heads"><span></span>${heading(source.language, 'the original')}</div>
<ol class="pairs">
${changed ? html`<li><span></span>${titleOf(source)}</li>` : undefined}
${rows}</ol></div>
${rest(left, article.id, [source.language], texts)}`
}

function heading(language: Language, note: string): Html {
  return html`<h2><b>${languageName(language)}</b>, ${note}</h2>`
}

function maker({ engine, version, status }: Translation): string {
  if (version !== undefined) return `given as ${version}`
  return status === 'pending' ? 'not translated yet' : `translated by ${engine}`
}

function titleOf({ language, title, titleMentions }: Side): Html {
  return html`<p class="headline" ${inLanguage(language)}>${marked(title, 0, titleMentions)}</p>`
}

/** The start of a row, and its number, which can be linked to. A row that begins a paragraph is set off from the one before. */
function opening(prefix: Language, { segments }: Side, row: Row, index: number): Html {
  const first = row.source[0]
  const begins = first !== undefined && segments[first]?.block !== segments[first - 1]?.block
  const id = `${prefix}-${index + 1}`
  return html`<li id="${id}"${begins ? html` class="begins"` : undefined}><a class="place" href="#${id}">${index + 1}${shape(row)}</a>`
}

/** '2:1' below the number of an alignment that is not one to one, or doubtful. */
function shape({ source, target, score }: Row): Html | undefined {
  if (score === undefined || (source.length === 1 && target.length === 1 && score >= DOUBTFUL)) return undefined
  const kind = `${source.length}:${target.length}`
  return html`<br><span title="${source.length} to ${target.length}, alignment score ${percent(score)}">${kind}</span>`
}

function cell({ language, segments, mentions }: Side, indexes: readonly number[], otherwise: string): Html {
  if (indexes.length === 0) return html`<p class="nothing">${otherwise}</p>`
  const texts = indexes.map((index, at) => {
    const segment = segments[index]
    return html`${at === 0 ? '' : sentenceJoiner(language)}${segment && marked(segment.text, segment.span.start, mentions[index] ?? [])}`
  })
  return html`<p ${inLanguage(language)}>${texts}</p>`
}

function rest(left: number, id: string, languages: readonly Language[], texts: string): Html | undefined {
  if (left === 0) return undefined
  const files = languages.map((language) => `${id}.${language}.txt`)
  const links = files.map((file) => html` <a href="../../${texts}/${encodeURIComponent(file)}">${clip(file, 80)}</a>`)
  return html`<p class="notice">${left} more rows are not shown here. The whole text:${links}</p>`
}
