/** Elements whose content is not wikitext: where they end, and what stays of them. */

/** Elements whose content is no text of the article, and the rule they are taken out by. */
const dropped: Readonly<Record<string, string>> = {
  '!--': 'comment',
  ref: 'reference',
  references: 'reference',
  gallery: 'image',
  timeline: 'image',
  imagemap: 'image',
  score: 'image',
  graph: 'image',
  mapframe: 'image',
  maplink: 'image',
  hiero: 'image',
  math: 'formula',
  chem: 'formula',
  ce: 'formula',
  syntaxhighlight: 'code',
  source: 'code',
  templatestyles: 'template',
}

const verbatim = ['nowiki', 'pre']

/** Names of all elements that `contentOf` is to be asked about, for a regular expression. */
export const elementNames = [...verbatim, ...Object.keys(dropped).filter((name) => name !== '!--')].join('|')

/** A formula that reads as it is written: 'E=mc^2'. At most as long as a line has room for. */
const plainFormula = /^[\p{L}\p{N}\s+\-−=()[\].,/^<>*!|']{1,60}$/u

/** What an element shows, or the rule it is taken out by. `name` is '!--' for a comment. */
export function contentOf(name: string, content: string): { readonly text: string } | { readonly rule: string } {
  const rule = dropped[name]
  if (rule === undefined || (rule === 'formula' && plainFormula.test(content))) return { text: protect(content) }
  return { rule }
}

interface Range {
  /** Of the content. */
  readonly from: number
  readonly to: number
  /** Behind the closing tag. */
  readonly end: number
}

/** Undefined when it does not end; then the rest of the page is not searched for its end again. */
export function elementRange(source: string, start: number, name: string, endless: Set<string>): Range | undefined {
  if (endless.has(name)) return undefined
  if (name === '!--') {
    const to = source.indexOf('-->', start + 4)
    if (to >= 0) return { from: start + 4, to, end: to + 3 }
  } else {
    const bracket = source.indexOf('>', start)
    if (bracket >= 0 && source[bracket - 1] === '/') return { from: bracket, to: bracket, end: bracket + 1 }
    const closing = new RegExp(`</${name}\\s{0,8}>`, 'gi')
    closing.lastIndex = bracket + 1
    const match = bracket < 0 ? null : closing.exec(source)
    if (match !== null) return { from: bracket + 1, to: match.index, end: closing.lastIndex }
  }
  endless.add(name)
  return undefined
}

/** Markup that is to be shown as it is written, out of reach of what reads markup after this; `unprotect` brings it back. */
const shown = "[]{}|'=*#:;<&_~"
const PRIVATE = 0xe000

function protect(text: string): string {
  return text.replace(/[[\]{}|'=*#:;<&_~]/g, (char) => String.fromCharCode(PRIVATE + shown.indexOf(char)))
}

export function unprotect(text: string): string {
  return text.replace(/[\uE000-\uE00E]/g, (char) => shown[char.charCodeAt(0) - PRIVATE] ?? char)
}
