import type { Aligned, Language, Mention } from '../../article.ts'
import { names, removed, versions, warnings } from './details.ts'
import { type Html, html } from './html.ts'
import { inLanguage, languageName } from './language.ts'
import { marked, percent } from './marks.ts'
import { page } from './page.ts'
import { pairs, single } from './pairs.ts'

/** The page of one article: its text beside each translation, what was changed, and why. */
export function articlePage(article: Aligned): string {
  const { id, title, language, translations, normalized } = article
  const main = html`<main>
<p class="back"><a href="../index.html">All articles</a></p>
<h1 ${inLanguage(language)}>${title === '' ? id : marked(title, 0, normalized.source.titleMentions)}</h1>
${facts(article)}
${unfinished(article)}
${warnings(article)}
${translations.map(
  (
    translation,
    at,
  ) => html`<section>${translatedTitle(translation.language, translation.title, normalized.translations[at]?.titleMentions ?? [])}
${pairs(article, translation, at)}</section>
`,
)}
${translations.length === 0 ? single(article) : undefined}
<h2>What was changed</h2>
${names(article) ?? html`<p class="soft">No name was rewritten.</p>`}
${removed(article) ?? html`<p class="soft">Cleaning removed nothing.</p>`}
${versions(article)}
</main>`
  return page({ title: title === '' ? id : title, main })
}

function translatedTitle(language: Language, title: string, mentions: readonly Mention[]): Html | undefined {
  return title === '' ? undefined : html`<h2 ${inLanguage(language)}>${marked(title, 0, mentions)}</h2>`
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

function unfinished({ translations }: Aligned): Html[] {
  return translations.flatMap(({ language, status }) => {
    if (status === 'done') return []
    return status === 'pending'
      ? [
          html`<p class="notice">${languageName(language)}: not translated yet. No engine could be reached, or none serves this pair; the next run fills it in.</p>`,
        ]
      : [html`<p class="notice bad">${languageName(language)}: the engine refused a part of this article. The next run tries again.</p>`]
  })
}
