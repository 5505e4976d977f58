import type { Mention } from '../../article.ts'
import { type Html, html } from './html.ts'

/** What becomes of a name, in a table's cell. */
export function outcome({ action, replacement }: Pick<Mention, 'action' | 'replacement'>): Html {
  if (action === 'keep') return html`<span class="soft">stays</span>`
  return action === 'rewrite' ? html`<ins>${replacement}</ins>` : html`<mark>${replacement}?</mark>`
}

/** 0.934 → '93 %' */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
