import { clip } from '../../clip.ts'
import type { Story } from '../../story.ts'
import { type Html, html } from './html.ts'
import { inLanguage, languageName } from './language.ts'
import { counted, page } from './page.ts'
import { visible } from './visible.ts'

/** Rows of a story, versions of it and UTF-16 code units of a cell that a page shows. */
const ROW_LIMIT = 500
const VERSION_LIMIT = 12
const CELL_LIMIT = 5000

type Row = Story['rows'][number]
type Version = Story['versions'][number]

/** The page of a story: its versions in columns, sentence beside sentence, with what differs from the base marked. */
export function storyPage(story: Story): string {
  const { id, versions, rows, consensus } = story
  const title = clip(versions.find((version) => version.title !== '')?.title ?? id, 300)
  const shown = [
    ...versions.filter((version) => version.id === story.base),
    ...versions.filter((version) => version.id !== story.base).slice(0, VERSION_LIMIT - 1),
  ]
  const places = shown.map((version) => versions.indexOf(version))
  // Of many versions some are not shown, and rows that only they have would be empty. A row keeps its number.
  const told = rows.map((row, at) => ({ row, at })).filter(({ row: { cells } }) => places.some((place) => cells[place]!.text !== ''))
  const main = html`<main>
<nav class="back" aria-label="report"><a href="../index.html">All articles</a></nav>
<h1 dir="auto">${visible(title)}</h1>
<p>${versions.length} versions of one story. <ins>Marked</ins>: other than in the version that the others are compared with, <b id="base">${story.base}</b>; <del>struck</del>: only there.</p>
${versions.length > shown.length ? html`<p class="notice">${shown.length} of the versions are shown here; all are in stories/${id}.json.</p>` : undefined}
<fieldset class="choices"><legend>Rows</legend><label><input type="checkbox" id="only"> only those that differ</label></fieldset>
<table class="story" role="table" aria-label="versions side by side" data-columns="${Math.min(9, shown.length)}">
<thead role="rowgroup"><tr role="row"><th role="columnheader" class="place">row</th>${shown.map((version) => head(version))}</tr></thead>
<tbody role="rowgroup">
${told.slice(0, ROW_LIMIT).map(({ row, at }) => tableRow(row, at, places, story))}</tbody></table>
${rows.length > told.length ? html`<p class="notice">${counted(rows.length - told.length, 'row')} of other versions alone: in stories/${id}.csv.</p>` : undefined}
${told.length > ROW_LIMIT ? html`<p class="notice">And ${counted(told.length - ROW_LIMIT, 'row')} more, in stories/${id}.csv.</p>` : undefined}
${names(story)}
<h2>What most of them say</h2>
<div ${inLanguage(consensus.language)}>${consensus.text
    .split('\n')
    .slice(0, ROW_LIMIT)
    .map((line) => html`<p>${visible(clip(line, CELL_LIMIT))}</p>`)}</div>
</main>`
  return page({ title, main, view: { name: 'story', up: '../' } })
}

function head({ id, language, follows, deviations, adds, leavesOut }: Version): Html {
  const facts = [
    follows && `follows ${follows.id}${follows.shared > 0 ? `, ${follows.shared} readings shared` : ''}`,
    deviations > 0 ? `${deviations} readings of its own` : undefined,
    adds.length > 0 ? `adds ${adds.length} rows` : undefined,
    leavesOut.length > 0 ? `leaves out ${leavesOut.length}` : undefined,
  ].filter((fact) => fact !== undefined)
  return html`<th role="columnheader" data-version="${id}" data-language="${language}"><a href="../articles/${encodeURIComponent(id)}.html">${clip(id, 80)}</a> <span class="soft">${languageName(language)}</span><br><span class="soft small">${facts.join('; ')}</span></th>`
}

function tableRow(row: Row, at: number, places: readonly number[], { versions }: Story): Html {
  const { cells, differences, facts } = row
  const cell = (place: number): Html => {
    const { text } = cells[place]!
    const { id, language } = versions[place]!
    const label = `${clip(id, 40)}, ${languageName(language)}`
    if (text === '') return html`<td role="cell" class="soft" data-label="${label}"><span class="nothing">nothing</span></td>`
    const own = differences.filter(({ version }) => version === id)
    return html`<td role="cell" data-label="${label}"><span class="s" ${inLanguage(language)}>${marked(text, own)}</span></td>`
  }
  const said = facts.map(({ kind, value, versions }) => html`<span class="chip">${kind} ${value}: only ${versions.join(', ')}</span>`)
  const same = differences.length === 0 && facts.length === 0 && places.every((place) => cells[place]!.text !== '')
  return html`<tr role="row" id="row-${at + 1}"${same ? html` class="same"` : undefined}><th role="rowheader"><a class="place" href="#row-${at + 1}" aria-label="row ${at + 1}">${at + 1}</a></th>${places.map(cell)}${said.length > 0 ? html`<td role="cell" class="said"><div class="chips">${said}</div></td>` : undefined}</tr>
`
}

/** What only the base has stands in an attribute, and the style shows it: what is copied and searched is the version's own text. */
function marked(text: string, differences: Row['differences']): Html[] {
  const pieces: (Html | string)[] = []
  let last = 0
  for (const { kind, base, here } of [...differences].sort((a, b) => a.here.start - b.here.start)) {
    if (here.start > CELL_LIMIT) break
    if (here.start < last) continue
    const gone = clip(base.text, 200)
    pieces.push(visible(text.slice(last, here.start)))
    pieces.push(html`<ins class="${kind}"${gone === '' ? undefined : html` data-base="${gone}"`}>${visible(here.text)}</ins>`)
    last = Math.max(last, here.end)
  }
  pieces.push(visible(clip(text.slice(last), Math.max(0, CELL_LIMIT - last))))
  return [html`${pieces}`]
}

function names({ names }: Story): Html | undefined {
  if (names.length === 0) return undefined
  const rows = names.map(
    ({ canonical, spellings }) => html`<tr><td>${canonical}</td><td>${spellings.map(
      ({ spelling, versions }, at) =>
        html`${at === 0 ? '' : '; '}<b>${visible(spelling)}</b> <span class="soft small">${versions.join(', ')}</span>`,
    )}</td></tr>
`,
  )
  return html`<h2>Names</h2>
<table><thead><tr><th>as the glossary has it</th><th>as they write it</th></tr></thead><tbody>
${rows}</tbody></table>`
}
