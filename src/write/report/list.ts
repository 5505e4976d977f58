import type { Aligned, Rejected } from '../../article.ts'
import { type Html, html } from './html.ts'
import { inLanguage } from './language.ts'
import { clip, counted, grouped, page } from './page.ts'
import { needsALook, type Summary } from './summary.ts'

/** The longest title or message shown, in UTF-16 code units. */
const LINE_LIMIT = 300

/** Counts of the whole run, also of what has no page. */
export interface Totals {
  articles: number
  sentences: number
  rewritten: number
  proposed: number
  pending: number
  rejected: number
}

/** An article's row of the index. */
export function row(article: Aligned, summary: Summary): Html {
  const { id, language, translations, normalized } = article
  const { title } = normalized.source
  const other = normalized.translations.find((translation) => translation.title !== '')
  const languages = [language, ...translations.map((translation) => translation.language)].join(' → ')
  return html`<tr class="${needsALook(summary) ? 'look' : 'fine'}"><td class="titles">
<a class="title" href="articles/${encodeURIComponent(id)}.html" ${inLanguage(language)}>${title === '' ? id : clip(title, LINE_LIMIT)}</a>
${other && html`<span class="soft" ${inLanguage(other.language)}>${clip(other.title, LINE_LIMIT)}</span>`}</td>
<td>${languages}</td>
${number(summary.sentences, 'sentences')}${number(summary.rewritten, 'rewritten')}${number(summary.proposed, 'proposed', summary.proposed > 0)}
<td><div class="chips">${state(article, summary)}</div></td></tr>
`
}

function number(count: number, label: string, worthALook = false): Html {
  const text = grouped(count)
  return html`<td class="number" data-label="${label}">${worthALook ? html`<span class="chip ask">${text}</span>` : text}</td>`
}

function state({ translations }: Aligned, { problems }: Summary): Html[] {
  if (problems.length > 0) {
    return problems.map(
      ({ what, count, grave }) => html`<span class="chip ${grave ? 'bad' : 'ask'}">${what}${count > 1 ? ` ${count}×` : ''}</span>`,
    )
  }
  if (translations.length === 0) return [html`<span class="chip">original only</span>`]
  return [html`<span class="chip">${translations.every(({ version }) => version !== undefined) ? 'given' : 'translated'}</span>`]
}

/** A rejected article's row. */
export function rejectedRow({ id, origin, stage, code, detail }: Rejected): Html {
  return html`<tr><td class="titles">${id}<br><span class="soft small">${origin.file}:${origin.line}</span></td><td><span class="chip bad">${code}</span></td><td>${stage}</td><td>${clip(detail, LINE_LIMIT)}</td></tr>
`
}

/** What the index lists. */
interface Listed {
  readonly totals: Totals
  readonly rows: readonly Html[]
  readonly rejected: readonly Html[]
  readonly stories: { readonly count: number; readonly rows: readonly Html[] }
}

export function indexPage({ totals, rows, rejected, stories }: Listed): string {
  const main = html`<main>
<h1>Side by side</h1>
${figures(totals)}
${totals.rewritten + totals.proposed > 0 ? html`<p><a href="names.html">Names, least sure first</a></p>` : undefined}
${rejections(totals.rejected, rejected)}
${storyList(stories)}
<h2>Articles</h2>
${rows.length === totals.articles ? undefined : html`<p class="notice">${grouped(rows.length)} of ${counted(totals.articles, 'article')} have a page here: the first ones, and the first ones with something to look at. All are in corpus/.</p>`}
<fieldset class="choices"><label><input type="radio" name="show" checked> all</label><label><input type="radio" name="show" id="look"> only what needs a look</label></fieldset>
<table class="list">
<thead><tr><th>article</th><th>languages</th><th class="number">sentences</th><th class="number">names<br>rewritten</th><th class="number">names<br>proposed</th><th>state</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</main>`
  return page({ title: 'Synoptic: side by side', main, view: { name: 'overview', up: '' } })
}

function figures({ articles, sentences, rewritten, proposed, pending, rejected }: Totals): Html {
  const figure = (count: number, name: string): Html => html`<li><b>${grouped(count)}</b><span>${name}</span></li>`
  return html`<ul class="figures">${figure(articles, 'articles')}${figure(sentences, 'sentences')}${figure(rewritten, 'names rewritten')}${figure(
    proposed,
    'names proposed',
  )}${figure(pending, 'translations pending')}${figure(rejected, 'rejected')}</ul>`
}

/** Stories told in several versions. */
function storyList({ count, rows }: Listed['stories']): Html | undefined {
  if (count === 0) return undefined
  return html`<h2>Versions of one story</h2>
${rows.length === count ? undefined : html`<p class="soft">The first ${grouped(rows.length)} of ${grouped(count)}; all are in stories/.</p>`}
<table class="list">
<thead><tr><th>story</th><th>languages</th><th class="number">versions</th><th class="number">rows</th><th class="number">names in<br>several spellings</th></tr></thead>
<tbody>
${rows}</tbody>
</table>`
}

function rejections(total: number, rows: readonly Html[]): Html | undefined {
  if (total === 0) return undefined
  const rest =
    total > rows.length
      ? html`<p class="soft">The first ${grouped(rows.length)} of ${grouped(total)}; all are in rejected.jsonl.</p>`
      : undefined
  return html`<h2>Rejected</h2>
${rest}
<table class="list">
<thead><tr><th>article</th><th>code</th><th>stage</th><th>what was wrong</th></tr></thead>
<tbody>
${rows}</tbody>
</table>`
}
