/** Where a translation is written anew, in its place. */
import { make } from '../dom.ts'
import { inLanguage, languageName } from '../words.ts'
import type { Row } from './row.ts'

/** Opens it in the row; Ctrl+Enter saves, Escape leaves all as it was. @param save is told what was written, when that is something else */
export function edit(row: Row, save: (text: string) => void): void {
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
  const end = (): void => {
    const text = area.value.trim()
    close()
    if (text !== '' && text !== shown) save(text)
  }
  area.value = shown
  area.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) end()
  })
  keep.addEventListener('click', end)
  leave.addEventListener('click', close)
  element.classList.add('editing')
  element.append(editor)
  area.focus()
}
