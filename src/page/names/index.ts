/** The view `names`: what is to be decided about names, a card each, riskiest first. Judging needs a server; on disk it is to be read. */
import { token } from '../data.ts'
import { make } from '../dom.ts'
import { listen, type Shortcut } from '../keys.ts'
import { standing } from '../standing.ts'
import { Steps } from '../steps.ts'
import type { State } from './cards.ts'
import { Queue } from './queue.ts'

export function names(): void {
  const begun = new URLSearchParams(location.hash.slice(1))
  const page = Math.max(0, Number(begun.get('page')) || 0)
  const state = (begun.get('state') ?? (token === undefined ? 'all' : 'open')) as State
  const query = begun.get('query') ?? ''

  const status = standing(
    () => void queue.show(0),
    () => void queue.again(),
  )
  const queue = new Queue({ asked: { query, state }, page, steps: new Steps(status), say: status.say })

  const search = make('input', { type: 'search', id: 'search', value: query, autocomplete: 'off', 'aria-keyshortcuts': '/' })
  const choice = make(
    'select',
    { id: 'state' },
    ['open', 'judged', 'all'].map((value) => make('option', { value, selected: value === state }, value)),
  )
  const ask = (row?: number): void => {
    const asked = { query: search.value.trim(), state: choice.value as State }
    if (asked.query !== queue.asked.query || asked.state !== queue.asked.state) void queue.ask(asked, row)
  }
  search.addEventListener('keydown', ({ key }) => key === 'Enter' && ask(0))
  for (const control of [search, choice]) control.addEventListener('change', () => ask())

  const everywhere = make('input', { type: 'checkbox', checked: true, 'aria-keyshortcuts': 'A' })
  everywhere.addEventListener('change', () => {
    queue.everywhere = everywhere.checked
    status.say(everywhere.checked ? 'What you say holds everywhere.' : 'What you say holds in one article.')
  })

  const shortcuts = token === undefined ? reading(queue, search) : [...judging(queue, everywhere), ...reading(queue, search)]
  const help = listen(shortcuts)
  const keys = make('button', { type: 'button' }, 'Keys ', make('kbd', {}, '?'))
  keys.addEventListener('click', help)
  const back = make('button', { type: 'button' }, 'Undo ', make('kbd', {}, 'U'))
  back.addEventListener('click', () => queue.undo())

  // Coming back from an article, one stands where one left.
  addEventListener('pagehide', () => {
    const { page, row } = queue.place
    const now = new URLSearchParams({ page: String(page), row: String(row), ...queue.asked })
    history.replaceState(null, '', `#${now}`)
  })

  const tools = make(
    'div',
    { class: 'tools' },
    make('label', { for: 'search' }, 'Name or spelling ', search),
    make('label', { for: 'state' }, 'Show ', choice),
    token !== undefined && [make('label', {}, everywhere, ' everywhere, not only in one article'), back],
    keys,
  )
  const way =
    token === undefined
      ? make(
          'p',
          { class: 'notice' },
          'To judge these, run ',
          make('code', {}, 'synoptic serve'),
          ' and open the page it names. From disk they are to be read.',
        )
      : status.element
  const desk = make('div', { class: 'desk' }, tools, way)
  document.querySelector('#queue')?.append(desk, queue.element)
  void queue.show(page, Number(begun.get('row')) || 0).then(() => {
    // Nothing to look for, and nothing to judge with.
    desk.hidden = token === undefined && queue.isEmpty && query === '' && state === 'all'
  })
}

function judging(queue: Queue, everywhere: HTMLInputElement): Shortcut[] {
  return [
    { key: 'y', does: 'right: the spelling is this name', run: () => queue.judge('right') },
    { key: 'n', does: 'wrong: it is not', run: () => queue.judge('wrong') },
    { key: 'y', shift: true, does: 'right, and so are the others of the card that are ticked', run: () => queue.judgeRest('right') },
    { key: 'n', shift: true, does: 'wrong, and so are the others of the card that are ticked', run: () => queue.judgeRest('wrong') },
    { key: 'x', does: 'tick, or not', run: () => queue.tick() },
    { key: 'o', does: 'open again', run: () => queue.judge('open') },
    { key: ' ', does: 'later', run: () => queue.later() },
    { key: 'a', does: 'what is said holds in this article, or everywhere', run: () => everywhere.click() },
    { key: 'u', does: 'undo', run: () => queue.undo() },
  ]
}

function reading(queue: Queue, search: HTMLInputElement): Shortcut[] {
  return [
    { key: 'j', does: 'next', run: () => void queue.move(1) },
    { key: 'k', does: 'previous', run: () => void queue.move(-1) },
    { key: 'Enter', does: 'the sentence, in its article', run: () => queue.open() },
    { key: '/', does: 'search', run: () => search.focus() },
  ]
}
