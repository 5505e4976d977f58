/** Where a translation is written anew, in its place. */
import { make } from '../dom.ts'
import { inLanguage, languageName } from '../words.ts'
import type { Draft } from './drafts.ts'
import type { Row } from './row.ts'

/**
 * Opens it in the row; Ctrl+Enter saves, Escape leaves all as it was.
 * @param draft what was begun before, and is kept while it is written
 * @param save is told what was written, when that is something else
 */
export function edit(row: Row, draft: Draft, save: (text: string) => void): void {
  const { element, to, shown } = row
  const area = make('textarea', { rows: 3, 'aria-label': `Translation into ${languageName(to)}`, ...inLanguage(to) })
  const keep = make('button', { type: 'button', 'aria-keyshortcuts': 'Control+Enter' }, 'Save ', make('kbd', {}, 'Ctrl + Enter'))
  const leave = make('button', { type: 'button', 'aria-keyshortcuts': 'Escape' }, 'Cancel ', make('kbd', {}, 'Esc'))
  const editor = make('div', { class: 'editor' }, area, make('div', { class: 'acts', lang: 'en', dir: 'ltr' }, keep, leave))
  const close = (): void => {
    editor.remove()
    element.classList.remove('editing')
    element.focus()
  }
  const cancel = (): void => {
    draft.drop()
    close()
  }
  const end = (): void => {
    const text = area.value.trim()
    if (text === '' || text === shown) {
      cancel()
      return
    }
    // Kept until it is written: it may be refused.
    draft.keep(text)
    close()
    save(text)
  }
  const begun = draft.text
  area.value = begun ?? shown
  if (begun !== undefined)
    editor.append(make('p', { class: 'soft small', lang: 'en', dir: 'ltr' }, 'What you began before; not saved yet.'))
  area.addEventListener('input', () => draft.keep(area.value))
  area.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') cancel()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) end()
  })
  keep.addEventListener('click', end)
  leave.addEventListener('click', cancel)
  element.classList.add('editing')
  element.append(editor)
  if (begun === undefined) area.focus()
}
