/** The pictures of the report: small, drawn of counts, with the same said in words. All else is text. */
import { type Html, html } from './html.ts'
import { percent } from './marks.ts'
import { counted } from './page.ts'

/** Width of a bar, in its own units. */
const WIDTH = 100

/** A share as a bar, with its percentage. @param words what it is the share of: 'of the characters removed' */
export function shareBar(share: number, words: string): Html {
  const said = share > 0 && share < 0.005 ? 'less than 1 %' : percent(share)
  return html`<span class="portion"><svg class="bar" viewBox="0 0 ${WIDTH} 8" preserveAspectRatio="none" aria-hidden="true"><rect class="rest" width="${WIDTH}" height="8"/><rect class="part" width="${round(share * WIDTH)}" height="8"/></svg> ${said} ${words}</span>`
}

/** One part of a stacked bar; its class gives the colour: 'sure', 'ask', 'bad', 'rest'. */
export interface Part {
  readonly name: string
  readonly count: number
  readonly kind: 'sure' | 'ask' | 'bad' | 'rest'
}

/**
 * Counts as one bar: how the spellings of a name share its mentions, or in what state the translations into a language are.
 * @param of the most a bar of this kind has, so that bars below each other can be compared. @defaultValue the sum: a full bar
 */
export function stackedBar(parts: readonly Part[], of?: number): Html {
  const shown = parts.filter(({ count }) => count > 0)
  const sum = shown.reduce((total, { count }) => total + count, 0)
  const scale = WIDTH / Math.max(1, of ?? sum)
  let x = 0
  const rects = shown.map(({ name, count, kind }) => {
    const width = count * scale
    const rect = html`<rect class="${kind}" x="${round(x)}" width="${round(Math.max(0.5, width - 0.4))}" height="8"><title>${name}: ${count}</title></rect>`
    x += width
    return rect
  })
  const said = shown.map(({ name, count }) => `${name} ${count}`).join(', ')
  return html`<svg class="bar" viewBox="0 0 ${WIDTH} 8" preserveAspectRatio="none" role="img" aria-label="${counted(sum, 'in all', 'in all')}: ${said}">${rects}</svg>`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
