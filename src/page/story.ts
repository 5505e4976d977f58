/** The view `story`: another version can be the one that the others are compared with. */

import { diffWords } from '../worddiff.ts'
import { make } from './dom.ts'
import { visible } from './visible.ts'

export function story(): void {
  const table = document.querySelector<HTMLTableElement>('table.story')
  const choices = document.querySelector('.choices')
  const base = document.getElementById('base')
  if (table === null || choices === null || base === null) return
  const heads = [...table.querySelectorAll<HTMLElement>('th[data-version]')]
  const languages = heads.map(({ dataset }) => dataset.language)
  // Words are compared within a language: what stands alone in its own has nothing to be compared with.
  const comparable = heads.flatMap((head, at) =>
    languages.indexOf(languages[at]) === languages.lastIndexOf(languages[at]) ? [] : [{ head, at }],
  )
  if (comparable.length === 0) return
  const select = make(
    'select',
    {},
    comparable.map(({ head: { dataset }, at }) =>
      make('option', { value: at, selected: dataset.version === base.textContent }, dataset.version),
    ),
  )
  select.addEventListener('change', () => {
    const chosen = Number(select.value)
    base.textContent = heads[chosen]?.dataset.version ?? ''
    for (const row of table.tBodies[0]!.rows) compare(row, chosen, languages)
  })
  choices.append(make('label', {}, 'compared with ', select))
}

/** Marks in each version of the base's language what is other than in the base. */
function compare(row: HTMLTableRowElement, base: number, languages: readonly (string | undefined)[]): void {
  const cells = [...row.querySelectorAll('td:not(.said)')].map((cell) => cell.querySelector('.s'))
  const texts = cells.map((cell) => cell?.textContent ?? '')
  let differs = texts.includes('') || row.querySelector('.said:not(.scores), .said .ask') !== null
  for (const [at, cell] of cells.entries()) {
    if (cell === null) continue
    const isCompared = at !== base && languages[at] === languages[base] && texts[base] !== ''
    const pieces = isCompared ? diffWords(texts[base]!, texts[at]!) : [{ text: texts[at]! }]
    differs ||= pieces.some(({ base }) => base !== undefined)
    cell.replaceChildren(
      ...pieces.flatMap(({ text, base }) => {
        if (base === undefined) return visible(text)
        return [make('ins', { class: text === '' ? 'missing' : 'replaced', 'data-base': base === '' ? undefined : base }, visible(text))]
      }),
    )
  }
  row.classList.toggle('same', !differs)
}
