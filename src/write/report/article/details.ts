import type { Aligned, Language, Mention } from '../../../article.ts'
import { clip } from '../../../clip.ts'
import { type Html, html } from '../html.ts'
import { inLanguage, languageName } from '../language.ts'
import { outcome, percent } from '../marks.ts'
import { counted } from '../page.ts'
import { shareBar } from '../pictures.ts'
import { visible } from '../visible.ts'
import { type Laid, rowOfEach } from './rows.ts'

/** Rows of a table and pieces of a list that a page shows, and UTF-16 code units of each piece. */
const LIST_LIMIT = 200
const PIECE_LIMIT = 1000
/** Places of a name that are linked to. */
const PLACES = 12

/** Warnings, each with the words it is about. */
export function warnings({ warnings, text }: Aligned): Html | undefined {
  if (warnings.length === 0) return undefined
  const items = warnings.slice(0, LIST_LIMIT).map(({ stage, code, detail, span }) => {
    // Before cleaning there is no text that a span could point into.
    const words =
      span === undefined || stage === 'read' || stage === 'clean'
        ? undefined
        : html` <q>${visible(clip(text.slice(span.start, span.end), 200))}</q>`
    return html`<li><b>${code}</b>: ${clip(detail, PIECE_LIMIT)}${words}</li>`
  })
  return html`<div class="notice"><b>Worth a look</b><ul>${items}</ul>${more(warnings.length)}</div>`
}

/** Id of a sentence, and the row it stands in. */
interface Place {
  readonly id: string
  readonly row: string
}

/** A name that is rewritten, proposed or judged, in one language, however often it stands there. */
interface NameChange {
  readonly language: Language
  readonly mention: Mention
  /** The sentences it stands in, in order. */
  readonly places: readonly Place[]
}

/** Every name rewritten, proposed or judged: what it was, what it is, and why. */
export function names(article: Aligned, laid: Laid): Html | undefined {
  const changes = changesOf(article, laid)
  if (changes.length === 0) return undefined
  const total = (action: Mention['action']): number =>
    changes.reduce((sum, { mention, places }) => sum + (mention.action === action ? places.length : 0), 0)
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
<div class="inside scroll" tabindex="0" role="region" aria-label="names and why"><table>
<thead><tr><th>in the text</th><th>becomes</th><th>who or what</th><th class="number">sure</th><th class="number">times</th><th>reason</th><th>rows</th></tr></thead>
<tbody>
${changes.slice(0, LIST_LIMIT).map(nameRow)}</tbody></table>${more(changes.length)}</div>
</details>`
}

function changesOf({ segments, translations, normalized }: Aligned, laid: Laid): NameChange[] {
  const rows = rowOfEach(laid)
  const changes = new Map<string, NameChange & { places: Place[] }>()
  const add = (language: Language, mention: Mention, place: Place): void => {
    if (mention.action === 'keep' && mention.judged === undefined) return
    const key = [language, mention.surface, mention.replacement, mention.action, mention.reason].join('\u0000')
    const known = changes.get(key)
    if (known === undefined) changes.set(key, { language, mention, places: [place] })
    else known.places.push(place)
  }
  for (const [at, { language, titleMentions, mentions }] of [normalized.source, ...normalized.translations].entries()) {
    const sentences = at === 0 ? segments : translations[at - 1]!.segments
    let sentence = 0
    for (const mention of titleMentions) add(language, mention, { id: `${language}-title`, row: 'title' })
    for (const mention of mentions) {
      while (sentence + 1 < sentences.length && sentences[sentence + 1]!.span.start <= mention.span.start) sentence += 1
      add(language, mention, { id: `${language}-${sentence}`, row: `${1 + (rows[at]!.get(sentence) ?? sentence)}` })
    }
  }
  return [...changes.values()]
}

function nameRow({ language, mention, places }: NameChange): Html {
  const { surface, canonical, confidence, reason } = mention
  const links = places
    .slice(0, PLACES)
    .map(
      ({ id, row }) => html` <a href="#${id}" aria-label="${languageName(language)}, ${row === 'title' ? row : `row ${row}`}">${row}</a>`,
    )
  const more = places.length > PLACES ? ' …' : ''
  return html`<tr><td><span ${inLanguage(language)}>${visible(surface)}</span> <span class="soft small">${language}</span></td>
<td>${outcome(mention)}</td>
<td>${canonical}</td><td class="number">${percent(confidence)}</td><td class="number">${places.length}</td><td>${visible(clip(reason, PIECE_LIMIT))}</td><td class="places">${links}${more}</td></tr>
`
}

/** What cleaning took out, folded. */
export function removed({ removed, language, text }: Aligned): Html | undefined {
  if (removed.length === 0) return undefined
  const pieces = removed
    .slice(0, LIST_LIMIT)
    .map(
      ({ rule, text }) =>
        html`<span class="chip">${rule}</span><p class="removed" ${inLanguage(language)}>${visible(clip(text.trim(), PIECE_LIMIT))}</p>`,
    )
  const length = removed.reduce((sum, piece) => sum + piece.text.length, 0)
  const share = length / Math.max(1, length + text.length)
  return html`<details><summary>${counted(removed.length, 'piece')} removed by cleaning ${shareBar(share, 'of the characters removed')}</summary><div class="inside">${pieces}${more(removed.length)}</div></details>`
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
