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
const metricNames = Object.keys(titles) as MetricName[]

export function comparisonPage(comparison: Comparison, compared: Compared): string {
  const { systems, signatures, order } = compared
  const shown = order.slice(0, MOST_SENTENCES)
  const title = `${systems.map(({ name }) => name).join(', ')}: compared`
  return page({
    title,
    main: html`<main>
<h1>${counted(systems.length, 'translation')} of ${counted(comparison.source.length, 'sentence')}</h1>
<p class="soft">From ${languageName(comparison.from)} into ${languageName(comparison.to)}${comparison.references?.length ? '' : ', without a reference: measured by each other'}.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Scores">${scoresOf(compared)}</div>
${differencesOf(compared)}
${Object.keys(signatures).length === 0 ? undefined : html`<details><summary>Signatures</summary><ul class="small">${Object.entries(signatures).map(([name, signature]) => html`<li><b>${name}</b> <code>${signature}</code></li>`)}</ul></details>`}
<h2>Sentences</h2>
<p class="soft">Those first on which the systems differ most.${shown.length < order.length ? ` ${counted(shown.length, 'sentence')} of ${order.length} are shown; --tsv has all.` : ''}</p>
${shown.map((segment) => sentenceOf(comparison, compared, segment))}
</main>`,
  })
}

function scoresOf({ systems }: Compared): Html {
  const measured = metricNames.filter((name) => systems.some((system) => system[name] !== undefined))
  const agree = systems.some(({ agreement }) => agreement !== undefined)
  const named = systems.some(({ names }) => names !== undefined)
  return html`<table><thead><tr><th scope="col">System</th>
${measured.map((name) => html`<th scope="col" class="number">${titles[name]}</th>`)}
${agree ? html`<th scope="col" class="number">like the others</th>` : undefined}
${named ? html`<th scope="col" class="number">names right</th>` : undefined}
<th scope="col">checks</th></tr></thead><tbody>${systems.map(
    (system) => html`<tr><th scope="row">${system.name}</th>
${measured.map((name) => html`<td class="number">${figure(system[name])}${intervalOf(system, name)}</td>`)}
${agree ? html`<td class="number">${figure(system.agreement)}</td>` : undefined}
${named ? html`<td class="number">${figure(system.names?.score)} %</td>` : undefined}
<td><div class="chips">${Object.entries(system.checks).map(([code, count]) => html`<span class="chip ask">${code} ${count}</span>`)}</div></td></tr>`,
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

/** Each translation is told apart from the reference; without one, from the translation that agrees best with all. */
function sentenceOf({ source, references, from, to }: Comparison, { systems, consensus }: Compared, segment: number): Html {
  const reference = references?.[0]?.[segment]
  const base = reference ?? consensus?.[segment]
  return html`<section aria-label="Sentence ${segment + 1}"><h3 id="s${segment + 1}" class="small soft">${segment + 1}</h3>
<dl class="versions"><dt>source</dt><dd ${inLanguage(from)}>${source[segment]}</dd>
${reference === undefined ? undefined : html`<dt>reference</dt><dd ${inLanguage(to)}>${reference}</dd>`}
${systems.map(({ name, segments }) => {
  const { text, checks, chrf, agreement } = segments[segment]!
  return html`<dt>${name} <span class="soft">${figure(chrf ?? agreement)}</span></dt><dd ${inLanguage(to)}>${base === undefined || base === text ? text : marked(base, text)}
${checks.map((code) => html` <span class="chip ask">${code}</span>`)}</dd>`
})}</dl></section>`
}

function marked(base: string, text: string): Html[] {
  return diffWords(base, text).map((piece) => (piece.base === undefined ? html`${piece.text}` : html`<mark>${piece.text}</mark>`))
}

function figure(value: number | undefined): string {
  return value === undefined ? '' : value.toFixed(1)
}
