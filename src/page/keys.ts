/** Single keys, and the list of them. */
import { make } from './dom.ts'

export interface Shortcut {
  /** As in KeyboardEvent.key, a letter small: 'y', 'Enter', ' '. */
  readonly key: string
  readonly shift?: boolean
  /** What it does, for the list. */
  readonly does: string
  run(): void
}

/** Where the wish for no single keys is kept (WCAG 2.2, 2.1.4: they can be turned off). */
const OFF = 'synoptic-keys-off'

/** Listens until the page is left. @returns opens the list of keys, as `?` does */
export function listen(shortcuts: readonly Shortcut[]): () => void {
  const help = helpOf(shortcuts)
  document.body.append(help)
  const open = (): void => help.showModal()
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open || isTaken(event)) return
    if (event.key === '?') return open()
    if (isOff()) return
    const key = letterOf(event)
    const found = shortcuts.find((shortcut) => shortcut.key === key && (shortcut.shift ?? false) === event.shiftKey)
    if (found === undefined) return
    event.preventDefault()
    found.run()
  })
  return open
}

/** Whether the key belongs to what has the focus: text that is being written, or a control that Space and Enter press. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.matches('textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])')) return true
  return (key === ' ' || key === 'Enter') && target.matches('a, button, input, summary')
}

/** A letter by what it prints; where a keyboard prints no Latin, by where it stands. */
function letterOf({ key, code }: KeyboardEvent): string {
  if (key.length !== 1 || key.charCodeAt(0) < 128) return key.length === 1 ? key.toLowerCase() : key
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key
}

function isOff(): boolean {
  return localStorage.getItem(OFF) !== null
}

function helpOf(shortcuts: readonly Shortcut[]): HTMLDialogElement {
  const label = ({ key, shift }: Shortcut): string =>
    (shift ? 'Shift + ' : '') + (key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key)
  const rows = shortcuts.map((shortcut) =>
    make('tr', {}, make('th', { scope: 'row' }, make('kbd', {}, label(shortcut))), make('td', {}, shortcut.does)),
  )
  const on = make('input', { type: 'checkbox' })
  on.checked = !isOff()
  on.addEventListener('change', () => (on.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, '1')))
  const close = make('button', { type: 'button' }, 'Close')
  const dialog = make(
    'dialog',
    { class: 'help', 'aria-labelledby': 'help-title' },
    make('h2', { id: 'help-title' }, 'Keys'),
    make(
      'table',
      {},
      make('tbody', {}, rows, make('tr', {}, make('th', { scope: 'row' }, make('kbd', {}, '?')), make('td', {}, 'this list'))),
    ),
    make('p', {}, make('label', {}, on, ' listen to single keys')),
    make('p', {}, close),
  )
  close.addEventListener('click', () => dialog.close())
  return dialog
}
