/** What the lists of the overview show of an article, a story, a rejection. */
import type { Rejected } from '../../../article.ts'
import { clip, LINE_LIMIT } from '../../../clip.ts'
import type { Story } from '../../../story.ts'
import { type Html, html } from '../html.ts'
import { inLanguage } from '../language.ts'
import { grouped } from '../page.ts'
import type { ArticleRow } from '../summary.ts'
import { visible } from '../visible.ts'

type Up = '' | '../'

function head(...names: readonly (string | readonly [string])[]): Html {
  return html`${names.map((name) => (typeof name === 'string' ? html`<th role="columnheader">${name}</th>` : html`<th role="columnheader" class="number">${name[0]}</th>`))}`
}

export const articleHead = head('article', 'languages', ['sentences'], ['rewritten'], ['proposed'], ['doubtful'], ['checks'], 'state')
export const storyHead = head('story', 'languages', ['versions'], ['rows'], ['names in several spellings'])
export const rejectedHead = head('article', 'code', 'stage', 'what was wrong')

export const skippedHead = head('file', 'why', ['times'])

/** What was not read. */
export interface SkippedRow {
  readonly file: string
  readonly reason: string
  readonly count: number
}

/** @param up from the page to the report's folder */
export function articleRow(row: ArticleRow, up: Up): Html {
  const { id, title, languages, sentences, rewritten, proposed, doubtful, failedChecks, places, page, story } = row
  const href = `${up}articles/${encodeURIComponent(id)}.html`
  const words = title === '' ? id : clip(title, LINE_LIMIT)
  const name = page
    ? html`<a class="title" href="${href}" ${inLanguage(languages[0]!)}>${visible(words)}</a>`
    : html`<span class="title" ${inLanguage(languages[0]!)}>${visible(words)}</span>`
  const told =
    story === undefined ? undefined : html` <a class="soft small" href="${up}stories/${encodeURIComponent(story)}.html">versions</a>`
  const at = (place: string | undefined): string | undefined => (page && place !== undefined ? `${href}#${place}` : undefined)
  return html`<tr role="row"><td role="cell" class="titles">${name}<span class="soft small">${id}</span>${told}</td>
<td role="cell">${languages.join(' →\u00a0')}</td>
${number(sentences, 'sentences')}${number(rewritten, 'rewritten')}${number(proposed, 'proposed', proposed > 0)}${number(doubtful, 'doubtful', doubtful > 0, at(places.doubtful))}${number(failedChecks, 'checks', failedChecks > 0, at(places.failedChecks))}
<td role="cell"><div class="chips">${state(row)}</div></td></tr>
`
}

function number(count: number, label: string, worthALook = false, href?: string): Html {
  const text = grouped(count)
  const chip = worthALook ? html`<span class="chip ask">${text}</span>` : text
  return html`<td role="cell" class="number" data-label="${label}">${href === undefined ? chip : html`<a href="${href}">${chip}</a>`}</td>`
}

function state({ languages, states, codes }: ArticleRow): Html[] {
  const waiting = states.flatMap((state, at) => {
    if (state === 'pending') return [html`<span class="chip ask">${languages[at]} pending</span>`]
    return state === 'failed' ? [html`<span class="chip bad">${languages[at]} failed</span>`] : []
  })
  const chips = [...waiting, ...codes.map((code) => html`<span class="chip ask">${code}</span>`)]
  if (chips.length > 0) return chips
  if (states.length === 1) return [html`<span class="chip">original only</span>`]
  return [html`<span class="chip">${states.slice(1).every((state) => state === 'given') ? 'given' : 'translated'}</span>`]
}

export function storyRow({ id, versions, rows, names }: Story, up: Up): Html {
  const title = versions.find((version) => version.title !== '')?.title ?? id
  const languages = [...new Set(versions.map(({ language }) => language))].join(', ')
  return html`<tr role="row"><td role="cell" class="titles"><a class="title" href="${up}stories/${encodeURIComponent(id)}.html" dir="auto">${visible(clip(title, LINE_LIMIT))}</a></td>
<td role="cell">${languages}</td>${number(versions.length, 'versions')}${number(rows.length, 'rows')}${number(names.length, 'names in several spellings')}</tr>
`
}

export function rejectedRow({ id, origin, stage, code, detail }: Rejected): Html {
  return html`<tr role="row"><td role="cell" class="titles">${visible(clip(id, LINE_LIMIT))}<br><span class="soft small">${visible(`${origin.file}:${origin.line}`)}</span></td><td role="cell"><span class="chip bad">${code}</span></td><td role="cell">${stage}</td><td role="cell">${visible(clip(detail, LINE_LIMIT))}</td></tr>
`
}

export function skippedRow({ file, reason, count }: SkippedRow): Html {
  return html`<tr role="row"><td role="cell" class="titles">${visible(clip(file, LINE_LIMIT))}</td><td role="cell">${visible(clip(reason, LINE_LIMIT))}</td>${number(count, '×')}</tr>
`
}
