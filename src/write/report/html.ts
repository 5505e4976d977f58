import { escapeMarkup } from '../../markup.ts'

/** Markup that is safe to put into a page as it is. Only `html` and this folder's constants make it. */
export class Html {
  constructor(readonly markup: string) {}
}

/** A constant of this folder's, or a character that no markup is made of. */
export function trusted(markup: string): Html {
  return new Html(markup)
}

export type Content = string | number | Html | undefined | readonly Content[]

/** Tagged template: every value is escaped, unless it is `Html` already. A list's items stand one after the other; undefined is nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  return new Html(strings.map((string, at) => (at === 0 ? string : render(values[at - 1]) + string)).join(''))
}

function render(content: Content): string {
  if (content === undefined) return ''
  if (content instanceof Html) return content.markup
  if (typeof content === 'object') return content.map(render).join('')
  return escapeMarkup(String(content))
}
