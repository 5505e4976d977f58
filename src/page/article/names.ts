/** Names of the text: the one that has the focus lights up with its partners, and a panel says what it was, what it is, and why. */
import { type Child, make } from '../dom.ts'
import { visible } from '../visible.ts'

export function tellOfNames(): void {
  const grid = document.querySelector('.grid')
  if (grid === null) return
  const panel = make('aside', { class: 'panel', 'aria-label': 'the name', 'aria-live': 'polite', hidden: true })
  document.body.append(panel)
  const hide = (): void => {
    panel.hidden = true
    light(undefined)
  }
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement) || panel.contains(target)) return
    const mention = target.closest<HTMLElement>('.mention')
    if (mention === null) return hide()
    light(mention)
    panel.replaceChildren(...said(mention, hide))
    panel.hidden = false
    keepInView(mention, panel)
  })
  document.addEventListener('keydown', ({ key, target }) => {
    if (key === 'Escape') return hide()
    // As a button does: Enter on a name whose panel was closed opens it again.
    if ((key === 'Enter' || key === ' ') && target instanceof HTMLElement && target.matches('.mention') && panel.hidden) {
      panel.replaceChildren(...said(target, hide))
      panel.hidden = false
    }
  })
  grid.addEventListener('mouseover', ({ target }) => {
    if (panel.hidden) light(target instanceof Element ? (target.closest<HTMLElement>('.mention') ?? undefined) : undefined)
  })
}

function mentionsOf(name: 'pair' | 'entry', value: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`.mention[data-${name}="${CSS.escape(value)}"]`)]
}

/** Lights a name and those that say the same beside it. */
function light(mention: HTMLElement | undefined): void {
  for (const lit of document.querySelectorAll('.mention.lit')) lit.classList.remove('lit')
  if (mention?.dataset.pair === undefined) return
  for (const partner of mentionsOf('pair', mention.dataset.pair)) partner.classList.add('lit')
}

/** The panel stands over the end of the page: what it speaks of must not be below it. */
function keepInView(mention: HTMLElement, panel: HTMLElement): void {
  const below = mention.getBoundingClientRect().bottom - panel.getBoundingClientRect().top + 24
  if (below > 0) scrollBy(0, below)
}

function said(mention: HTMLElement, hide: () => void): Node[] {
  const {
    entry = '',
    canonical = '',
    surface = '',
    replacement = '',
    action,
    confidence,
    reason = '',
    weighed = '',
    pair = '',
  } = mention.dataset
  const close = make('button', { type: 'button', class: 'plain' }, 'Close')
  close.addEventListener('click', () => {
    mention.focus()
    hide()
  })
  const becomes = { rewrite: replacement, suggest: `${replacement}? A proposal: the text stays as it is`, keep: 'stays as it is' }[
    action ?? 'keep'
  ]
  const partners = mentionsOf('pair', pair).filter((other) => other !== mention && languageOf(other) !== languageOf(mention))
  const full = mentionsOf('entry', entry).filter(
    ({ dataset }) =>
      dataset !== mention.dataset && (dataset.surface === canonical || (dataset.action === 'rewrite' && dataset.replacement === canonical)),
  )
  const fact = (name: string, ...words: Child[]): Node => make('div', {}, make('dt', {}, name), make('dd', {}, ...words))
  const places = (mentions: readonly HTMLElement[]): Child =>
    mentions
      .slice(0, 6)
      .map((other, at) =>
        [
          at > 0 && ', ',
          make('a', { href: `#${other.closest('.s')?.id}` }, visible(other.dataset.surface ?? '')),
          make('span', { class: 'soft small' }, ` ${languageOf(other)}`),
        ].filter((part) => part !== false),
      )
  return [
    close,
    make('b', {}, visible(canonical)),
    make(
      'dl',
      {},
      fact('as written', visible(surface)),
      fact('becomes', visible(becomes ?? '')),
      fact('sure', `${Math.round(Number(confidence) * 100)} %`),
      fact('because', visible(reason)),
      ...(weighed === '' ? [] : [fact('weighs', shares(weighed))]),
      ...(partners.length > 0 ? [fact('beside it', places(partners))] : []),
      ...(full.length > 0 ? [fact('named in full', places(full))] : []),
    ),
  ]
}

/** @param weighed '2.1 family; -0.4 unlike': log-odds */
function shares(weighed: string): Child {
  return weighed.split('; ').map((share) => {
    const [, sign = '', figure = '', feature = ''] = /^(-?)(\S+) (.*)$/.exec(share) ?? []
    return make(
      'span',
      { class: sign === '' ? 'speaks-for' : 'speaks-against', title: sign === '' ? 'speaks for it' : 'speaks against it' },
      make('b', {}, `${sign === '' ? '+' : '−'}${figure}`),
      ` ${feature}`,
    )
  })
}

function languageOf(mention: Element): string {
  return mention.closest('.s')?.getAttribute('lang') ?? ''
}
