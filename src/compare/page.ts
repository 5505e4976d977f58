/** The comparison as one page: who scores how, who is better beyond chance, and the sentences, those first on which the systems differ most. */

import { diffWords } from '../worddiff.ts'
import { type Html, html } from '../write/report/html.ts'
import { inLanguage, languageName } from '../write/report/language.ts'
import { counted, page } from '../write/report/page.ts'
import type { Compared, ComparedSystem, Comparison } from './comparison.ts'
import type { MetricName } from './metrics/metric.ts'

/** Sentences on the page; the rest is in the TSV. */
const MOST_SENTENCES = 500

const titles: Readonly<Record<MetricName, string>> = { bleu: 'BLEU', chrf: 'chrF2', chrfpp: 'chrF++', ter: 'TER' }
/** Columns of the scores. */
const LIKE = 'like the others'
const NAMES = 'names right'
const metricNames = Object.keys(titles) as MetricName[]

/** @param inReport whether it lies in a report, in a folder of its own, whose script compares with another system; otherwise it stands alone */
export function comparisonPage(comparison: Comparison, compared: Compared, inReport = false): string {
  const { systems, signatures, order } = compared
  const { source, references, from, to } = comparison
  const shown = order.slice(0, MOST_SENTENCES)
  const base = baseOf(compared)
  const isMeasured = references !== undefined && references.length > 0
  const columns = systems.length + (isMeasured ? 2 : 1)
  const head = (name: string, language: string): Html =>
    html`<th role="columnheader" data-version="${name}" data-language="${language}">${name}</th>`
  const main = html`<main>
${inReport ? html`<nav class="back" aria-label="report"><a href="../index.html">All articles</a><a href="index.html">Engines side by side</a></nav>` : undefined}
<h1>${counted(systems.length, 'translation')} of ${counted(source.length, 'sentence')}</h1>
<p class="soft">From ${languageName(from)} into ${languageName(to)}${isMeasured ? '' : ', without a reference: measured by each other'}.</p>
${scoresOf(compared)}
${differencesOf(compared)}
${Object.keys(signatures).length === 0 ? undefined : html`<details><summary>Signatures</summary><ul class="small">${Object.entries(signatures).map(([name, signature]) => html`<li><b>${name}</b> <code>${signature}</code></li>`)}</ul></details>`}
<h2>Sentences</h2>
<p>Those first on which the systems differ most. <ins>Marked</ins>: other than <b id="base">${base.name}</b> has it.${shown.length < order.length ? html` <span class="soft">${counted(shown.length, 'sentence')} of ${order.length} are shown; the table has all.</span>` : undefined}</p>
<fieldset class="choices"><legend>Rows</legend><label><input type="checkbox" id="only"> only those that differ</label></fieldset>
<table class="story" role="table" aria-label="systems side by side" data-columns="${Math.min(9, columns)}">
<thead role="rowgroup"><tr role="row"><th role="columnheader" class="place">row</th>${head('source', from)}${isMeasured ? head('reference', to) : undefined}${systems.map(({ name }) => head(name, to))}</tr></thead>
<tbody role="rowgroup">
${shown.map((segment) => sentenceOf(comparison, compared, base, segment))}</tbody></table>
</main>`
  const title = `${systems.map(({ name }) => name).join(', ')}: compared`
  return page({ title, main, ...(inReport && { view: { name: 'story', up: '../' } as const }) })
}

/** The system that the others are told apart from: the one most like the others; with a reference, the best. */
function baseOf({ systems }: Compared): ComparedSystem {
  const rank = ({ chrf, agreement = 0 }: ComparedSystem): number => chrf ?? agreement
  return systems.reduce((best, system) => (rank(system) > rank(best) ? system : best))
}

/** Who scores how, a row a system. */
export function scoresOf({ systems }: Compared, label = 'Scores'): Html {
  const measured = metricNames.filter((name) => systems.some((system) => system[name] !== undefined))
  const agree = systems.some(({ agreement }) => agreement !== undefined)
  const named = systems.some(({ names }) => names !== undefined)
  const head = (name: string): Html => html`<th role="columnheader" class="number">${name}</th>`
  const cell = (label: string, words: Html | string): Html => html`<td role="cell" class="number" data-label="${label}">${words}</td>`
  return html`<table class="list scores" role="table" aria-label="${label}"><thead role="rowgroup"><tr role="row"><th role="columnheader">system</th>
${measured.map((name) => head(titles[name]))}${agree ? head(LIKE) : undefined}${named ? head(NAMES) : undefined}<th role="columnheader">checks</th></tr></thead>
<tbody role="rowgroup">${systems.map(
    (system) => html`<tr role="row"><th role="rowheader">${system.name}</th>
${measured.map((name) => cell(titles[name], html`${figure(system[name])}${intervalOf(system, name)}`))}
${agree ? cell(LIKE, figure(system.agreement)) : undefined}
${named ? cell(NAMES, system.names === undefined ? '' : `${figure(system.names.score)} %`) : undefined}
<td role="cell"><div class="chips">${Object.entries(system.checks).map(([code, count]) => html`<span class="chip ask">${code} ${count}</span>`)}</div></td></tr>`,
  )}</tbody></table>`
}

function intervalOf({ intervals }: ComparedSystem, name: MetricName): Html | undefined {
  const interval = intervals?.[name]
  return interval && html`<br><span class="soft small">${figure(interval.low)}–${figure(interval.high)}</span>`
}

function differencesOf({ differences }: Compared): Html | undefined {
  if (differences.length === 0) return undefined
  return html`<details><summary>Which differences may be chance</summary>
<p class="soft small">Paired bootstrap resampling: under .05, a difference is taken to be real.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Differences"><table><thead><tr><th scope="col">Systems</th>${metricNames.map((name) => html`<th scope="col" class="number">${titles[name]}</th>`)}</tr></thead>
<tbody>${differences.map(
    ({ systems: [a, b], chance }) =>
      html`<tr><th scope="row">${a}, ${b}</th>${metricNames.map((name) => html`<td class="number">${chance[name]?.toFixed(3)}</td>`)}</tr>`,
  )}</tbody></table></div></details>`
}

function sentenceOf({ source, references, from, to }: Comparison, { systems }: Compared, base: ComparedSystem, segment: number): Html {
  const told = base.segments[segment]!.text
  const cell = (text: string, language: string, label: string, words: Html | string): Html =>
    html`<td role="cell" data-label="${label}">${text === '' ? html`<span class="nothing">nothing</span>` : html`<span class="s" ${inLanguage(language)}>${words}</span>`}</td>`
  const reference = references?.[0]?.[segment]
  const said = systems.map(({ name, segments }) => {
    const { checks, chrf, agreement } = segments[segment]!
    return html`<span class="chip${checks.length > 0 ? ' ask' : ''}">${name} ${figure(chrf ?? agreement)}${checks.map((code) => `, ${code}`)}</span>`
  })
  const same = systems.every(({ segments }) => segments[segment]!.text === told && segments[segment]!.checks.length === 0)
  return html`<tr role="row" id="row-${segment + 1}"${same ? html` class="same"` : undefined}><th role="rowheader"><a class="place" href="#row-${segment + 1}" aria-label="sentence ${segment + 1}">${segment + 1}</a></th>${cell(source[segment]!, from, 'source', source[segment]!)}${reference === undefined ? undefined : cell(reference, to, 'reference', reference)}${systems.map(
    (system) => {
      const { text } = system.segments[segment]!
      return cell(text, to, system.name, system === base || told === '' ? text : marked(told, text))
    },
  )}<td role="cell" class="said scores"><div class="chips" lang="en" dir="ltr">${said}</div></td></tr>
`
}

/** What only the base has stands in an attribute, and the style shows it: what is copied and searched is the system's own text. */
function marked(base: string, text: string): Html {
  return html`${diffWords(base, text).map((piece) => {
    if (piece.base === undefined) return piece.text
    return html`<ins${piece.base === '' ? undefined : html` data-base="${piece.base}"`}>${piece.text}</ins>`
  })}`
}

function figure(value: number | undefined): string {
  return value === undefined ? '' : value.toFixed(1)
}
