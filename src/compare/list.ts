/** The comparisons of a report, a language pair each. */
import type { Language } from '../article.ts'
import { type Html, html } from '../write/report/html.ts'
import { languageName } from '../write/report/language.ts'
import { counted, page } from '../write/report/page.ts'
import type { Compared } from './comparison.ts'
import { scoresOf } from './page.ts'

export interface ComparedPair {
  readonly from: Language
  readonly to: Language
  readonly sentences: number
  readonly compared: Compared
}

/** @param pairs each has its page beside this one: `de-en.html` */
export function comparisonList(pairs: readonly ComparedPair[]): string {
  const section = ({ from, to, sentences, compared }: ComparedPair): Html =>
    html`<h2><a href="${encodeURIComponent(`${from}-${to}`)}.html">${languageName(from)} into ${languageName(to)}</a></h2>
<p class="soft">${counted(sentences, 'sentence')}, without a reference: the engines are measured by each other.</p>
${scoresOf(compared, `Scores, ${languageName(from)} into ${languageName(to)}`)}`
  const main = html`<main>
<nav class="back" aria-label="report"><a href="../index.html">All articles</a></nav>
<h1>Engines side by side</h1>
${pairs.length > 0 ? pairs.map(section) : html`<p class="notice">Nothing was compared: of no language pair did two engines translate the sentences, and the run told why.</p>`}
</main>`
  return page({ title: 'Synoptic: engines side by side', main, view: { name: 'list', up: '../' } })
}
