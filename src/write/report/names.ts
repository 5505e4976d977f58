import type { Aligned, Language, Mention } from '../../article.ts'
import { type Html, html } from './html.ts'
import { inLanguage } from './language.ts'
import { outcome, percent } from './marks.ts'
import { clip, counted, grouped, page } from './page.ts'

/** UTF-16 code units of text shown on either side of a name, and of a reason. */
const CONTEXT = 60
const REASON_LIMIT = 200

/** So many times the spellings shown are held, for the least sure among them to be chosen. */
const HELD = 20

/** One spelling of a name and what becomes of it, wherever it stands. */
interface Spelling {
  readonly canonical: string
  readonly surface: string
  readonly replacement: string
  readonly action: Mention['action']
  readonly judged: Mention['judged']
  count: number
  /** The article that was last counted: articles come one after the other. */
  lastArticle: string
  articles: number
  least: Example
}

/** The mention of a spelling that is the least sure. */
interface Example {
  readonly article: string
  readonly language: Language
  readonly confidence: number
  readonly reason: string
  readonly left: string
  readonly right: string
}

/**
 * names.html: every spelling that is rewritten, proposed or judged, under the name it is taken for. Whoever checks names reads a spelling
 * once, not once for every mention, and begins where a mistake is likeliest.
 * Bounded, however large the corpus.
 */
export class NamesPage {
  readonly #limit: number
  readonly #spellings = new Map<string, Spelling>()
  #isFull = false

  /** @param limit spellings shown: the least sure of those of the corpus, or of its beginning */
  constructor(limit: number) {
    this.#limit = limit
  }

  add({ id, title, text, translations, normalized }: Aligned): void {
    for (const [at, { language, titleMentions, mentions }] of [normalized.source, ...normalized.translations].entries()) {
      const before = at === 0 ? { title, text } : translations[at - 1]!
      for (const mention of titleMentions) this.#count(id, language, before.title, mention)
      for (const mention of mentions) this.#count(id, language, before.text, mention)
    }
  }

  #count(article: string, language: Language, text: string, mention: Mention): void {
    const { canonical, surface, replacement, action, judged } = mention
    if (action === 'keep' && judged === undefined) return
    const key = JSON.stringify([canonical, surface, replacement, action, judged])
    const known = this.#spellings.get(key)
    if (known === undefined && this.#spellings.size === HELD * this.#limit) {
      this.#isFull = true
      return
    }
    const isLeast = known === undefined || mention.confidence < known.least.confidence
    const least = isLeast ? exampleOf(article, language, text, mention) : known.least
    if (known === undefined) {
      this.#spellings.set(key, { canonical, surface, replacement, action, judged, count: 1, lastArticle: article, articles: 1, least })
      return
    }
    known.count += 1
    if (known.lastArticle !== article) known.articles += 1
    known.lastArticle = article
    known.least = least
  }

  /** @param hasPage whether an article has a page of its own, to be linked to */
  format(hasPage: (article: string) => boolean): string {
    // A name stands where its least sure spelling does: the first of its own list.
    const names = new Map<string, Spelling[]>()
    const leastSureFirst = (a: Spelling, b: Spelling): number =>
      a.least.confidence - b.least.confidence || order(a.canonical, b.canonical) || order(a.surface, b.surface)
    for (const spelling of [...this.#spellings.values()].sort(leastSureFirst).slice(0, this.#limit)) {
      names.set(spelling.canonical, [...(names.get(spelling.canonical) ?? []), spelling])
    }
    const main = html`<main>
<p class="back"><a href="index.html">All articles</a></p>
<h1>Names, least sure first</h1>
<p>Something wrong? Open <a href="../names.tsv">names.tsv</a> as a table. Beside a rewrite that should not have been made, put <b>x</b> into the column <b>wrong</b>; beside a proposal that is right, put <b>x</b> into <b>apply</b>. Write <b>all</b> instead to say it of every article. Then run again.</p>
${this.#rest()}
${names.size === 0 ? html`<p class="soft">No name was rewritten or proposed.</p>` : tableOf(names, hasPage)}
</main>`
    return page({ title: 'Synoptic: names', main, view: { name: 'names', up: '' } })
  }

  #rest(): Html | undefined {
    const { size } = this.#spellings
    if (size <= this.#limit) return undefined
    const all = `${this.#isFull ? 'more than ' : ''}${counted(size, 'spelling')}`
    return html`<p class="notice">The least sure ${grouped(this.#limit)} of ${all} are shown. All are in names.tsv.</p>`
  }
}

function tableOf(names: ReadonlyMap<string, readonly Spelling[]>, hasPage: (article: string) => boolean): Html {
  const groups = [...names].map(
    ([canonical, spellings]) => html`<tbody><tr><th colspan="6" scope="rowgroup">${canonical}</th></tr>
${spellings.map((spelling) => rowOf(spelling, hasPage))}</tbody>
`,
  )
  return html`<div class="scroll"><table class="names">
<thead><tr><th>in the text</th><th>becomes</th><th class="number">sure</th><th class="number">times</th><th class="number">articles</th><th>where it is least sure</th></tr></thead>
${groups}</table></div>`
}

function exampleOf(article: string, language: Language, text: string, { span, confidence, reason }: Mention): Example {
  const from = Math.max(0, span.start - CONTEXT)
  const left = (from > 0 ? '…' : '') + text.slice(from, span.start).replace(/^[\udc00-\udfff]/, '')
  return { article, language, confidence, reason, left, right: clip(text.slice(span.end, span.end + 2 * CONTEXT), CONTEXT) }
}

function rowOf({ surface, replacement, action, judged, count, articles, least }: Spelling, hasPage: (article: string) => boolean): Html {
  const { article, language, confidence, reason, left, right } = least
  const name = html`<span ${inLanguage(language)}>${surface}</span>`
  const chip = judged && html` <span class="chip">judged ${judged.verdict}${judged.everywhere ? ' everywhere' : ''}</span>`
  const place = hasPage(article) ? html`<a href="articles/${encodeURIComponent(article)}.html">${article}</a>` : article
  return html`<tr><td>${name} <span class="soft small">${language}</span></td>
<td>${outcome({ action, replacement })}${chip}</td>
<td class="number">${percent(confidence)}</td><td class="number">${grouped(count)}</td><td class="number">${grouped(articles)}</td>
<td><span ${inLanguage(language)}>${left}<b>${surface}</b>${right}</span><br><span class="soft small">${place}: ${clip(reason, REASON_LIMIT)}</span></td></tr>
`
}

/** By code units: the same on every machine. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
