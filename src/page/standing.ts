/** Where judging stands: what was just said, how much the next run has to do, and the run itself. */
import { run, type Saved, type State, stateNow } from './api.ts'
import { token } from './data.ts'
import { make } from './dom.ts'
import type { Listener } from './steps.ts'
import { counted } from './words.ts'

/** Milliseconds between looks at a run under way. */
const LOOK = 500

export interface Standing extends Listener {
  readonly element: HTMLElement
  say(words: string): void
}

/** @param whenRun after a run, when everything may be otherwise @param undone as of Listener */
export function standing(whenRun: () => void, undone: () => void): Standing {
  const said = make('p', { role: 'status', class: 'said' })
  const wrong = make('p', { role: 'alert', class: 'said wrong' })
  const waiting = make('span', { class: 'waiting' })
  const again = make('button', { type: 'button', class: 'again', hidden: true }, 'Run again')
  const progress = make('progress', { 'aria-label': 'The run', hidden: true })
  const instead = make('span', { class: 'soft' })
  let canRun = false
  /** Of the judgements told of; a state that was asked for before the last one does not know it. */
  let saves = 0

  const say = (words: string): void => {
    wrong.textContent = ''
    said.textContent = words
  }
  const warn = (words: string): void => {
    said.textContent = ''
    wrong.textContent = words
  }
  const count = ({ notYetApplied, articlesConcerned }: Pick<Saved, 'notYetApplied' | 'articlesConcerned'>): void => {
    waiting.textContent =
      notYetApplied === 0
        ? 'Every judgement is applied.'
        : `${counted(notYetApplied, 'judgement')} for the next run, in ${counted(articlesConcerned, 'article')}.`
    again.hidden = notYetApplied === 0 || !canRun
    instead.hidden = notYetApplied === 0
  }
  const show = (state: State): void => {
    canRun = state.canRun && state.running === null
    instead.textContent = state.whyNot ?? ''
    count(state)
    progress.hidden = state.running === null
    if (state.running === null) return
    const { done, total, line } = state.running
    if (total > 0) {
      progress.max = total
      progress.value = done
    } else {
      progress.removeAttribute('value')
    }
    say(line)
  }
  const follow = async (hasBegun: boolean): Promise<void> => {
    for (let runs = hasBegun; ; runs = true) {
      const before = saves
      const state = await stateNow()
      if (before !== saves) continue
      show(state)
      if (state.running === null) {
        if (!runs) return
        say(`The run has ended: ${state.lastRun ?? 'it was started elsewhere'}.`)
        return whenRun()
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK))
    }
  }
  const failed = (thrown: Error): void => warn(`The run: ${thrown.message}`)
  again.addEventListener('click', () => {
    again.hidden = true
    run()
      .then(() => follow(true))
      .catch(failed)
  })
  // A page from disk has nobody to ask.
  if (token !== undefined) follow(false).catch(failed)

  return {
    element: make('div', { class: 'standing' }, make('p', {}, waiting, ' ', again, instead, progress), said, wrong),
    say,
    warn,
    saved(words, answer) {
      saves += 1
      say(`${words}. From the next run on.`)
      count(answer)
    },
    failed: (words, why) => warn(`Not saved: ${words}. ${why}`),
    undone,
  }
}
