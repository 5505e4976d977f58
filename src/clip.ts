/** The longest title or message in a list, in UTF-16 code units. */
export const LINE_LIMIT = 300

/** The first `limit` UTF-16 code units of `text`, with an ellipsis when something is left out. */
export function clip(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')}…`
}
