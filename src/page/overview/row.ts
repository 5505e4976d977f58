/** An article's row, as the overview's own are: `src/write/report/overview/rows.ts` writes those. */
import { clip, LINE_LIMIT } from '../../clip.ts'
import type { ArticleRow } from '../../write/report/summary.ts'
import { type Child, make } from '../dom.ts'
import { visible } from '../visible.ts'

export function rowOf(row: ArticleRow): HTMLTableRowElement {
  const { id, title, languages, sentences, rewritten, proposed, doubtful, failedChecks, places, page, story } = row
  const href = `articles/${encodeURIComponent(id)}.html`
  const words = visible(clip(title === '' ? id : title, LINE_LIMIT))
  const lang = languages[0] === 'und' ? '' : languages[0]
  const name = page
    ? make('a', { class: 'title', href, lang, dir: 'auto' }, words)
    : make('span', { class: 'title', lang, dir: 'auto' }, words)
  const told = story !== undefined && [
    ' ',
    make('a', { class: 'soft small', href: `stories/${encodeURIComponent(story)}.html` }, 'versions'),
  ]
  const at = (place: string | undefined): string | undefined => (page && place !== undefined ? `${href}#${place}` : undefined)
  const cell = (attributes: Record<string, string>, ...children: Child[]) => make('td', { role: 'cell', ...attributes }, ...children)
  const number = (count: number, label: string, worthALook = false, href?: string) => {
    const text = worthALook ? make('span', { class: 'chip ask' }, count) : String(count)
    return cell({ class: 'number', 'data-label': label }, href === undefined ? text : make('a', { href }, text))
  }
  return make(
    'tr',
    { role: 'row' },
    cell({ class: 'titles' }, name, make('span', { class: 'soft small' }, id), told || undefined),
    cell({}, languages.join(' →\u00a0')),
    number(sentences, 'sentences'),
    number(rewritten, 'rewritten'),
    number(proposed, 'proposed', proposed > 0),
    number(doubtful, 'doubtful', doubtful > 0, at(places.doubtful)),
    number(failedChecks, 'checks', failedChecks > 0, at(places.failedChecks)),
    cell({}, make('div', { class: 'chips' }, stateOf(row))),
  )
}

function stateOf({ languages, states, codes }: ArticleRow): Child {
  const chip = (kind: string, words: string) => make('span', { class: `chip ${kind}` }, words)
  const waiting = states.flatMap((state, at) => {
    if (state === 'pending') return [chip('ask', `${languages[at]} pending`)]
    return state === 'failed' ? [chip('bad', `${languages[at]} failed`)] : []
  })
  const chips = [...waiting, ...codes.map((code) => chip('ask', code))]
  if (chips.length > 0) return chips
  if (states.length === 1) return chip('', 'original only')
  return chip('', states.slice(1).every((state) => state === 'given') ? 'given' : 'translated')
}
