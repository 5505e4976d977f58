import type { Aligned } from '../../article.ts'
import { names, removed, versions, warnings } from './details.ts'
import { type Html, html } from './html.ts'
import { inLanguage, languageName } from './language.ts'
import { percent } from './marks.ts'
import { clip, page } from './page.ts'
import { pairs, single } from './pairs.ts'

/** The longest title shown on top, in UTF-16 code units. */
const TITLE_LIMIT = 300

/** The page of one article: its text beside each translation, what was changed, and why. @param texts where its texts are, below the output */
export function articlePage(article: Aligned, texts = 'text'): string {
  const { id, language, translations, normalized } = article
  const title = clip(normalized.source.title === '' ? id : normalized.source.title, TITLE_LIMIT)
  const main = html`<main>
<p class="back"><a href="../index.html">All articles</a></p>
<h1 ${inLanguage(language)}>${title}</h1>
${facts(article)}
${unfinished(article)}
${warnings(article)}
${translations.length === 0 ? single(article, texts) : translations.map((translation, at) => pairs(article, translation, at, texts))}
<h2>What was changed</h2>
${names(article) ?? html`<p class="soft">No name was rewritten.</p>`}
${removed(article) ?? html`<p class="soft">Cleaning removed nothing.</p>`}
${versions(article)}
</main>`
  return page({ title, main, view: { name: 'article', up: '../', id } })
}

function facts({ id, origin, language, confidence, metadata }: Aligned): Html {
  const { byline, date, url } = metadata
  const fact = (name: string, value: Html | string | undefined): Html | undefined =>
    value === undefined ? undefined : html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  return html`<dl>${fact('by', byline)}${fact('date', date)}${fact('language', `${languageName(language)}, ${percent(confidence)} sure`)}${fact(
    'id',
    id,
  )}${fact('from', `${origin.file}:${origin.line}`)}${fact('address', url === undefined ? undefined : link(url))}</dl>`
}

/** An address from the input becomes a link only when it leads to the web: javascript: and the like stay text. */
function link(url: string): Html | string {
  return /^https?:\/\//i.test(url) ? html`<a href="${url}" rel="noopener noreferrer">${url}</a>` : url
}

/** That a translation is not finished; why, the warnings say. */
function unfinished({ translations }: Aligned): Html[] {
  return translations.flatMap(({ language, status }) => {
    if (status === 'done') return []
    return status === 'pending'
      ? [html`<p class="notice">${languageName(language)}: not translated yet. The next run fills it in.</p>`]
      : [html`<p class="notice bad">${languageName(language)}: the engine refused a part of this article. The next run tries again.</p>`]
  })
}
