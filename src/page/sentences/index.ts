/** Judging in the view `article`, when it is served: rows are confirmed or taken apart, translations written anew. */
import type { SentenceJudgement } from '../../article.ts'
import { ask, token } from '../data.ts'
import { make } from '../dom.ts'
import { listen } from '../keys.ts'
import { standing } from '../standing.ts'
import { Steps } from '../steps.ts'
import { Rows } from './rows.ts'

export function sentences(): void {
  const { article } = document.body.dataset
  if (token === undefined || article === undefined || document.querySelector('[data-row]') === null) return
  const status = standing(
    () => location.reload(),
    () => void look(),
  )
  const button = (label: string, key: string, run: () => void): HTMLButtonElement => {
    const made = make('button', { type: 'button', 'aria-keyshortcuts': key }, `${label} `, make('kbd', {}, key))
    made.addEventListener('click', run)
    return made
  }
  const tools = make(
    'div',
    { class: 'acts', lang: 'en', dir: 'ltr' },
    button('Belongs together', 'Y', () => rows.judge('aligned')),
    button('Does not', 'N', () => rows.judge('apart')),
    button('Translate anew', 'E', () => rows.edit()),
  )
  const rows = new Rows(article, { steps: new Steps(status), say: status.say, tools })
  const help = listen([
    { key: 'j', does: 'next doubtful row', run: () => rows.move(1) },
    { key: 'k', does: 'previous doubtful row', run: () => rows.move(-1) },
    { key: 'y', does: 'the sentences of the row belong together', run: () => rows.judge('aligned') },
    { key: 'n', does: 'they do not', run: () => rows.judge('apart') },
    { key: 'o', does: 'take back what was said of the row', run: () => rows.judge('unjudged') },
    { key: 'e', does: 'translate the sentence anew; Ctrl + Enter saves, Esc leaves it', run: () => rows.edit() },
    { key: 'u', does: 'undo', run: () => rows.undo() },
  ])
  const desk = make(
    'aside',
    { class: 'desk below', 'aria-label': 'Judging' },
    status.element,
    make(
      'div',
      { class: 'tools' },
      button('Undo', 'U', () => rows.undo()),
      button('Keys', '?', help),
    ),
  )
  document.querySelector('main')?.append(desk)
  const look = (): Promise<void> =>
    recall(article, rows).catch((thrown: Error) => status.warn(`What was said before is not shown. ${thrown.message}`))
  void look().then(() => rows.resume())
}

async function recall(article: string, rows: Rows): Promise<void> {
  const { judged } = await ask<{ judged: readonly SentenceJudgement[] }>(`/api/article?${new URLSearchParams({ id: article })}`)
  rows.recall(judged)
}
