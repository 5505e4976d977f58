/** One question of a card: the spelling, what becomes of it, and the sentences where it stands. */

import type { Spelling } from '../../write/clusters/card.ts'
import { type Child, make } from '../dom.ts'
import { Place } from '../place.ts'
import { counted, inLanguage, languageName, percent } from '../words.ts'
import type { Sentence, Subject } from './subject.ts'

export interface Row extends Place {
  readonly subject: Subject
  readonly contexts: readonly (Place & { readonly sentence: Sentence })[]
  /** Whether it goes along when the rest of its card is judged. */
  readonly tick: HTMLInputElement | undefined
}

/** @param canJudge whether there is a server to tell */
export function rowOf(subject: Subject, spellings: readonly Spelling[], canJudge: boolean): Row {
  const { name, labels } = subject
  const tick = canJudge
    ? make('input', { type: 'checkbox', checked: true, 'aria-label': `${name}: goes with the rest of the card` })
    : undefined
  const verdict = make('span', { class: 'chip verdict' })
  const keys = { right: 'Y', wrong: 'N', open: 'O' }
  const buttons = (['right', 'wrong', 'open'] as const).map((act) => {
    const label = labels[act]
    if (label === undefined) return undefined
    return make('button', { type: 'button', 'data-act': act, 'aria-label': `${label}: ${name}`, 'aria-keyshortcuts': keys[act] }, label)
  })
  const contexts = subject.sentences.map(contextOf)
  const element = make(
    'li',
    { class: 'spelling', tabindex: -1 },
    make(
      'div',
      { class: 'question' },
      tick,
      make('span', { class: 'change' }, spellings.length === 1 ? changeOf(spellings[0]!) : make('b', {}, name)),
      verdict,
      canJudge && make('span', { class: 'acts' }, buttons),
    ),
    contexts.length === 0 ? undefined : make('ol', { class: 'contexts' }, ...contexts.map((context) => context.element)),
  )
  return Object.assign(new Place(element, verdict, subject.said), { subject, contexts, tick })
}

function changeOf({ surface, replacement, language, action, confidence, mentions, articles }: Spelling): Child {
  const written = inLanguage(language)
  const becomes = {
    keep: () => make('span', { class: 'soft' }, 'stays'),
    rewrite: () => make('ins', written, replacement),
    suggest: () => make('mark', written, `${replacement}?`),
  }
  return [
    make('b', { class: 'surface', ...written }, surface),
    make('span', { class: 'soft' }, ' → '),
    becomes[action](),
    make(
      'span',
      { class: 'soft small facts' },
      `${languageName(language)}, ${percent(confidence)} sure, ${counted(mentions, 'time')} in ${counted(articles, 'article')}`,
    ),
  ]
}

function contextOf(sentence: Sentence): Place & { sentence: Sentence } {
  const { left, right, language, beside, article, title, reason, page, surface, judged } = sentence
  const chip = make('span', { class: 'chip verdict' })
  const name = title === '' ? article : title
  const place = page ? make('a', { href: addressOf(sentence) }, name) : name
  const element = make(
    'li',
    { class: 'context' },
    make('p', { class: 'sentence', ...inLanguage(language) }, left, make('b', {}, surface), right),
    beside && make('p', { class: 'beside', ...inLanguage(beside.language) }, beside.text),
    make('p', { class: 'soft small where' }, place, `: ${reason}`, chip),
  )
  const mark = judged && !judged.everywhere ? { verdict: judged.verdict, words: `${judged.verdict} in this article` } : undefined
  return Object.assign(new Place(element, chip, mark), { sentence })
}

/** The sentence's row on the page of its article. */
export function addressOf({ article, language, segment }: Sentence): string {
  return `articles/${encodeURIComponent(article)}.html${segment === undefined ? '' : `#${language}-${segment}`}`
}
