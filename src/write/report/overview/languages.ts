import type { Language } from '../../../article.ts'
import { type Html, html } from '../html.ts'
import { languageName } from '../language.ts'
import { grouped } from '../page.ts'
import { stackedBar } from '../pictures.ts'
import type { ArticleRow, State } from '../summary.ts'

const states = ['original', 'translated', 'given', 'pending', 'failed'] as const satisfies readonly State[]

/** Languages shown; the others are counted together. */
const SHOWN = 40

type Counts = Record<State, number>

/** How many texts there are in each language, and how far they are. */
export class Languages {
  readonly #counts = new Map<Language, Counts>()

  add({ languages, states }: ArticleRow): void {
    for (const [at, language] of languages.entries()) {
      const counts = this.#counts.get(language) ?? { original: 0, translated: 0, given: 0, pending: 0, failed: 0 }
      counts[states[at]!] += 1
      this.#counts.set(language, counts)
    }
  }

  /** Languages by states, the largest first; each count leads to those articles, by the script. */
  table(): Html | undefined {
    if (this.#counts.size === 0) return undefined
    const sumOf = (counts: Counts): number => states.reduce((sum, state) => sum + counts[state], 0)
    const sorted = [...this.#counts].sort(([a, one], [b, other]) => sumOf(other) - sumOf(one) || (a < b ? -1 : 1))
    const used = states.filter((state) => sorted.some(([, counts]) => counts[state] > 0))
    const most = Math.max(...sorted.map(([, counts]) => sumOf(counts)))
    const rows = sorted.slice(0, SHOWN).map(([language, counts]) => {
      const bar = stackedBar(
        used.map((state) => ({ name: state, count: counts[state], kind: kinds[state] })),
        most,
      )
      return html`<tr role="row"><th role="rowheader"><a href="#language=${encodeURIComponent(language)}">${languageName(language)}</a> <span class="soft small">${language}</span></th><td role="cell" class="bars">${bar}</td>${used.map((state) => cell(language, state, counts[state]))}</tr>
`
    })
    return html`<h2>Languages</h2>
<table class="list languages" role="table" aria-label="Languages">
<thead role="rowgroup"><tr role="row"><th role="columnheader">language</th><th role="columnheader">texts</th>${used.map((state) => html`<th role="columnheader" class="number">${state}</th>`)}</tr></thead>
<tbody role="rowgroup">
${rows}</tbody></table>
${sorted.length > SHOWN ? html`<p class="soft">And ${grouped(sorted.length - SHOWN)} languages more.</p>` : undefined}`
  }
}

const kinds = { original: 'rest', translated: 'sure', given: 'sure', pending: 'ask', failed: 'bad' } as const

function cell(language: Language, state: State, count: number): Html {
  const words = grouped(count)
  return html`<td role="cell" class="number" data-label="${state}">${count === 0 ? html`<span class="soft">0</span>` : html`<a href="#language=${encodeURIComponent(language)}&state=${state}">${words}</a>`}</td>`
}
