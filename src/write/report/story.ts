import type { Story } from '../../story.ts'
import { type Html, html } from './html.ts'
import { inLanguage, languageName } from './language.ts'
import { clip, page } from './page.ts'

/** Rows of a story, versions of it and UTF-16 code units of a cell that a page shows. */
const ROW_LIMIT = 500
const VERSION_LIMIT = 12
const CELL_LIMIT = 2000

type Row = Story['rows'][number]
type Version = Story['versions'][number]

/** A story's row of the index. */
export function storyRow({ id, versions, rows, names }: Story): Html {
  const title = versions.find((version) => version.title !== '')?.title ?? id
  const languages = [...new Set(versions.map(({ language }) => language))].join(', ')
  return html`<tr><td class="titles"><a class="title" href="stories/${encodeURIComponent(id)}.html">${clip(title, 300)}</a></td>
<td>${languages}</td><td class="number" data-label="versions">${versions.length}</td><td class="number" data-label="rows">${rows.length}</td><td class="number" data-label="names in several spellings">${names.length}</td></tr>
`
}

/** The page of a story: its versions in columns, sentence beside sentence, with what differs from the base marked. */
export function storyPage(story: Story): string {
  const { id, versions, rows, consensus } = story
  const title = clip(versions.find((version) => version.title !== '')?.title ?? id, 300)
  const shown = [
    ...versions.filter((version) => version.id === story.base),
    ...versions.filter((version) => version.id !== story.base).slice(0, VERSION_LIMIT - 1),
  ]
  const places = shown.map((version) => versions.indexOf(version))
  const main = html`<main>
<p class="back"><a href="../index.html">All articles</a></p>
<h1>${title}</h1>
<p>${versions.length} versions of one story. <ins>Marked</ins>: other than in <b>${story.base}</b>, which the others are compared with; <del>struck</del>: only there.</p>
${versions.length > shown.length ? html`<p class="notice">${shown.length} of the versions are shown here; all are in stories/${id}.json.</p>` : undefined}
<div class="scroll story" tabindex="0" role="region" aria-label="versions side by side"><table>
<thead><tr><th>row</th>${shown.map((version) => head(version, story))}</tr></thead>
<tbody>
${rows.slice(0, ROW_LIMIT).map((row, at) => tableRow(row, at, places, story))}</tbody></table></div>
${rows.length > ROW_LIMIT ? html`<p class="notice">And ${rows.length - ROW_LIMIT} rows more, in stories/${id}.csv.</p>` : undefined}
${names(story)}
<h2>What most of them say</h2>
<div ${inLanguage(consensus.language)}>${consensus.text
    .split('\n')
    .slice(0, ROW_LIMIT)
    .map((line) => html`<p>${clip(line, CELL_LIMIT)}</p>`)}</div>
</main>`
  return page({ title, main, view: { name: 'story', up: '../' } })
}

function head({ id, language, follows, deviations, adds, leavesOut }: Version, { base }: Story): Html {
  const facts = [
    id === base ? 'the others are compared with it' : undefined,
    follows && `follows ${follows.id}${follows.shared > 0 ? `, ${follows.shared} readings shared` : ''}`,
    deviations > 0 ? `${deviations} readings of its own` : undefined,
    adds.length > 0 ? `adds ${adds.length} rows` : undefined,
    leavesOut.length > 0 ? `leaves out ${leavesOut.length}` : undefined,
  ].filter((fact) => fact !== undefined)
  return html`<th><a href="../articles/${encodeURIComponent(id)}.html">${clip(id, 80)}</a> <span class="soft">${languageName(language)}</span><br><span class="soft small">${facts.join('; ')}</span></th>`
}

function tableRow({ cells, differences, facts }: Row, at: number, places: readonly number[], { versions }: Story): Html {
  const cell = (place: number): Html => {
    const { text } = cells[place]!
    const { id, language } = versions[place]!
    if (text === '') return html`<td class="soft">–</td>`
    return html`<td ${inLanguage(language)}>${marked(
      text,
      differences.filter(({ version }) => version === id),
    )}</td>`
  }
  const said = facts.map(
    ({ kind, value, versions }) => html`<br><span class="soft small">${kind} ${value}: only ${versions.join(', ')}</span>`,
  )
  return html`<tr id="row-${at}"><td class="number"><a class="place" href="#row-${at}">${at}</a></td>${places.map(cell)}</tr>
${said.length > 0 ? html`<tr><td></td><td colspan="${places.length}">${said}</td></tr>` : undefined}`
}

function marked(text: string, differences: Row['differences']): Html[] {
  const pieces: Html[] = []
  let last = 0
  for (const { kind, base, here } of [...differences].sort((a, b) => a.here.start - b.here.start)) {
    if (here.start > CELL_LIMIT) break
    pieces.push(html`${text.slice(last, here.start)}`)
    if (here.text === '') pieces.push(html`<del title="${kind}">${clip(base.text, 200)}</del> `)
    else pieces.push(html`<ins title="${kind}${base.text === '' ? '' : `: ${clip(base.text, 200)}`}">${here.text}</ins>`)
    last = Math.max(last, here.end)
  }
  pieces.push(html`${clip(text.slice(last), Math.max(0, CELL_LIMIT - last))}`)
  return pieces
}

function names({ names }: Story): Html | undefined {
  if (names.length === 0) return undefined
  const rows = names.map(
    ({ canonical, spellings }) => html`<tr><td>${canonical}</td><td>${spellings.map(
      ({ spelling, versions }, at) =>
        html`${at === 0 ? '' : '; '}<b>${spelling}</b> <span class="soft small">${versions.join(', ')}</span>`,
    )}</td></tr>
`,
  )
  return html`<h2>Names</h2>
<table><thead><tr><th>as the glossary has it</th><th>as they write it</th></tr></thead><tbody>
${rows}</tbody></table>`
}
