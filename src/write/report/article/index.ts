import type { Aligned, Translation } from '../../../article.ts'
import { clip } from '../../../clip.ts'
import { type Html, html } from '../html.ts'
import { inLanguage, languageName } from '../language.ts'
import { percent } from '../marks.ts'
import { page } from '../page.ts'
import { visible } from '../visible.ts'
import { names, removed, versions, warnings } from './details.ts'
import { grid } from './grid.ts'
import { layOut } from './rows.ts'

/** The longest title shown on top, in UTF-16 code units. */
const TITLE_LIMIT = 300

/** Where an article stands among others. */
export interface Surroundings {
  /** Where its texts are, below the output. @defaultValue 'text' */
  readonly texts?: string
  /** Ids of the articles before and after it that have a page. */
  readonly previous?: string | undefined
  readonly next?: string | undefined
  /** Id of the story that it is a version of. */
  readonly story?: string | undefined
}

/** The page of one article: its text beside each translation, what was changed, and why. */
export function articlePage(article: Aligned, surroundings: Surroundings = {}): string {
  const { id, language, normalized } = article
  const title = clip(normalized.source.title === '' ? id : normalized.source.title, TITLE_LIMIT)
  const laid = layOut(article)
  const main = html`<main>
${ways(surroundings)}
<h1 ${inLanguage(language)}>${visible(title)}</h1>
${facts(article)}
${unfinished(article)}
${warnings(article)}
<fieldset class="choices modes"><legend>Names as</legend>
<label><input type="radio" name="mode" id="mode-both" value="both" checked> rewritten, with what stood there</label>
<label><input type="radio" name="mode" id="mode-rewritten" value="rewritten"> rewritten</label>
<label><input type="radio" name="mode" id="mode-written" value="written"> as written</label></fieldset>
${grid(article, laid, surroundings.texts ?? 'text')}
<h2>What was changed</h2>
${names(article, laid) ?? html`<p class="soft">No name was rewritten.</p>`}
${removed(article) ?? html`<p class="soft">Cleaning removed nothing.</p>`}
${versions(article)}
</main>`
  return page({ title, main, view: { name: 'article', up: '../', id } })
}

function ways({ previous, next, story }: Surroundings): Html {
  const way = (id: string | undefined, words: string, rel: string): Html | undefined =>
    id === undefined ? undefined : html`<a href="${encodeURIComponent(id)}.html" rel="${rel}">${words}</a>`
  return html`<nav class="back" aria-label="articles"><a href="../index.html">All articles</a>${story === undefined ? undefined : html`<a href="../stories/${encodeURIComponent(story)}.html">Versions of this story</a>`}<span>${way(previous, '← previous', 'prev')}${way(next, 'next →', 'next')}</span></nav>`
}

function facts({ id, origin, language, confidence, metadata }: Aligned): Html {
  const { byline, date, url } = metadata
  const fact = (name: string, value: Html | string | undefined): Html | undefined =>
    value === undefined ? undefined : html`<div><dt>${name}</dt><dd>${typeof value === 'string' ? visible(value) : value}</dd></div>`
  return html`<dl>${fact('by', byline)}${fact('date', date)}${fact('language', `${languageName(language)}, ${percent(confidence)} sure`)}${fact(
    'id',
    id,
  )}${fact('from', `${origin.file}:${origin.line}`)}${fact('address', url === undefined ? undefined : link(url))}</dl>`
}

/** An address from the input becomes a link only when it leads to the web: javascript: and the like stay text. */
function link(url: string): Html | string {
  return /^https?:\/\//i.test(url) ? html`<a href="${url}" rel="noopener noreferrer">${visible(url)}</a>` : url
}

/** That a translation is not finished; why, the warnings say. */
function unfinished({ translations }: Aligned): Html[] {
  const told = (status: Translation['status'], kind: string, words: string): Html[] => {
    const languages = translations.flatMap((translation) => (translation.status === status ? [languageName(translation.language)] : []))
    return languages.length === 0 ? [] : [html`<p class="${kind}">${languages.join(', ')}: ${words}</p>`]
  }
  return [
    ...told('pending', 'notice', 'not translated yet. A run that can fills it in.'),
    ...told('failed', 'notice bad', 'the engine refused a part of this article. The next run tries again.'),
  ]
}
