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
  let markup = strings[0]!
  for (let at = 0; at < values.length; at += 1) markup += render(values[at]) + strings[at + 1]
  return new Html(markup)
}

function render(content: Content): string {
  if (content === undefined) return ''
  if (content instanceof Html) return content.markup
  if (typeof content === 'object') {
    let markup = ''
    for (const each of content) markup += render(each)
    return markup
  }
  return escapeMarkup(String(content))
}
