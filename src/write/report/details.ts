import type { Aligned, Language, Mention } from '../../article.ts'
import { type Html, html } from './html.ts'
import { inLanguage, languageName } from './language.ts'
import { outcome, percent } from './marks.ts'
import { clip, counted } from './page.ts'

/** Rows of a table and pieces of a list that a page shows, and UTF-16 code units of each piece. */
const LIST_LIMIT = 200
const PIECE_LIMIT = 1000

/** Warnings, each with the words it is about. */
export function warnings({ warnings, text }: Aligned): Html | undefined {
  if (warnings.length === 0) return undefined
  const items = warnings.slice(0, LIST_LIMIT).map(({ stage, code, detail, span }) => {
    // Before cleaning there is no text that a span could point into.
    const words =
      span === undefined || stage === 'read' || stage === 'clean' ? undefined : html` <q>${clip(text.slice(span.start, span.end), 200)}</q>`
    return html`<li><b>${code}</b>: ${clip(detail, PIECE_LIMIT)}${words}</li>`
  })
  return html`<div class="notice"><b>Worth a look</b><ul>${items}</ul>${more(warnings.length)}</div>`
}

/** A name that is rewritten, proposed or judged, in one language, however often it stands there. */
interface NameChange {
  readonly language: Language
  readonly mention: Mention
  readonly count: number
}

/** Every name rewritten, proposed or judged: what it was, what it is, and why. */
export function names(article: Aligned): Html | undefined {
  const changes = changesOf(article)
  if (changes.length === 0) return undefined
  const total = (action: Mention['action']): number =>
    changes.reduce((sum, { mention, count }) => sum + (mention.action === action ? count : 0), 0)
  const rewritten = total('rewrite')
  const proposed = total('suggest')
  const kept = total('keep')
  const summary = [
    ...(rewritten > 0 ? [`${counted(rewritten, 'name')} rewritten`] : []),
    ...(proposed > 0 ? [`${counted(proposed, 'name')} proposed for a look`] : []),
    ...(kept > 0 ? [`${counted(kept, 'name')} kept as judged`] : []),
  ]
  return html`<details open>
<summary>${summary.join(', ')}: why</summary>
<div class="inside scroll"><table>
<thead><tr><th>in the text</th><th>becomes</th><th>who or what</th><th class="number">sure</th><th class="number">times</th><th>reason</th></tr></thead>
<tbody>
${changes.slice(0, LIST_LIMIT).map(nameRow)}</tbody></table>${more(changes.length)}</div>
</details>`
}

function changesOf({ normalized }: Aligned): NameChange[] {
  const changes = new Map<string, NameChange>()
  for (const { language, titleMentions, mentions } of [normalized.source, ...normalized.translations]) {
    for (const mention of [...titleMentions, ...mentions]) {
      if (mention.action === 'keep' && mention.judged === undefined) continue
      const key = [language, mention.surface, mention.replacement, mention.action, mention.reason].join('\u0000')
      changes.set(key, { language, mention, count: (changes.get(key)?.count ?? 0) + 1 })
    }
  }
  return [...changes.values()]
}

function nameRow({ language, mention, count }: NameChange): Html {
  const { surface, canonical, confidence, reason } = mention
  return html`<tr><td><span ${inLanguage(language)}>${surface}</span> <span class="soft small">${language}</span></td>
<td>${outcome(mention)}</td>
<td>${canonical}</td><td class="number">${percent(confidence)}</td><td class="number">${count}</td><td>${clip(reason, PIECE_LIMIT)}</td></tr>
`
}

/** What cleaning took out, folded. */
export function removed({ removed, language }: Aligned): Html | undefined {
  if (removed.length === 0) return undefined
  const pieces = removed
    .slice(0, LIST_LIMIT)
    .map(
      ({ rule, text }) =>
        html`<span class="chip">${rule}</span><p class="removed" ${inLanguage(language)}>${clip(text.trim(), PIECE_LIMIT)}</p>`,
    )
  return html`<details><summary>${counted(removed.length, 'piece')} removed by cleaning</summary><div class="inside">${pieces}${more(removed.length)}</div></details>`
}

/** The same story in other languages, as given. */
export function versions({ versions }: Aligned): Html | undefined {
  if (versions.length === 0) return undefined
  const items = versions.map(({ id, title, origin, metadata }) => {
    const language = metadata.language
    return html`<li>${title === '' ? id : title} <span class="soft small">${language && languageName(language)} ${origin.file}:${origin.line}</span></li>`
  })
  return html`<details><summary>${counted(versions.length, 'version')} given beside it</summary><div class="inside"><ul>${items}</ul></div></details>`
}

function more(length: number): Html | undefined {
  return length > LIST_LIMIT ? html`<p class="soft">And ${counted(length - LIST_LIMIT, 'more', 'more')}, in the corpus.</p>` : undefined
}
