import { html } from './html.ts'
import { page } from './page.ts'

/** names.html: the frame of what the script shows, from data/names-000.js on or from the server. */
export function namesPage(): string {
  const main = html`<main>
<p class="back"><a href="index.html">All articles</a></p>
<h1>Names to decide</h1>
<noscript><p class="notice">This page needs JavaScript. <a href="../names.tsv">names.tsv</a> says the same as a table.</p></noscript>
<div id="queue"></div>
</main>`
  return page({ title: 'Synoptic: names', main, view: { name: 'names', up: '' } })
}
