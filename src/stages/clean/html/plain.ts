/**
 * Pages that a DOM cannot be built of in reasonable time: their tags are dropped in one linear pass, and all of their text is kept.
 */
import { decodeHTML } from 'entities'
import type { Block } from '../draft.ts'
import { textBlocks } from '../text.ts'

/** Of elements other than paragraphs and list items, which may stand between each two of them. Real pages reach 40; Readability's time grows with the square. */
const MAX_DEPTH = 100
const MAX_ELEMENTS = 30_000
/** '<' that open nothing still cost a parser time. */
const MAX_BRACKETS = 100_000
/** In one tag. */
const MAX_ATTRIBUTES = 1000
/** UTF-16 code units. */
const MAX_LENGTH = 8 * 1024 * 1024

const unnested = new Set(
  '! area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option tbody thead tfoot'.split(' '),
)

/** Whether the page is small and flat enough to be parsed. */
export function isTame(html: string): boolean {
  if (html.length > MAX_LENGTH || occurrences(html, '<') > MAX_BRACKETS) return false
  let depth = 0
  let elements = 0
  let foreign = 0
  for (const { name, closing, selfClosing, start, end } of tags(html)) {
    const markup = end - start > MAX_ATTRIBUTES && !raw.has(name) && name !== '!'
    if (markup && attributes(html.slice(start, end)) > MAX_ATTRIBUTES) return false
    if (!closing) elements += 1
    // '<path/>' is closed in a drawing or formula; '<div/>' in a page is not.
    const empty = unnested.has(name) || raw.has(name) || (selfClosing && foreign > 0)
    if (name === 'svg' || name === 'math') foreign = Math.max(0, foreign + (closing ? -1 : 1))
    if (!empty) depth = Math.max(0, depth + (closing ? -1 : 1))
    if (depth > MAX_DEPTH || elements > MAX_ELEMENTS) return false
  }
  return true
}

const inline = new Set(
  'a abbr b bdi bdo big cite code data dfn em font i ins kbd mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

export function plainBlocks(html: string): readonly Block[] {
  let text = ''
  let end = 0
  for (const tag of tags(html)) {
    text += html.slice(end, tag.start).replace(/\s+/g, ' ')
    if (!inline.has(tag.name)) text += '\n\n'
    end = tag.end
  }
  text += html.slice(end)
  return textBlocks(decodeHTML(text))
}

interface Tag {
  readonly name: string
  readonly closing: boolean
  /** Written '<name/>'. */
  readonly selfClosing: boolean
  readonly start: number
  /** After the tag; for scripts, styles and comments, after their end. */
  readonly end: number
}

/** Elements whose content is not markup. */
const raw = new Set(['script', 'style', 'textarea', 'title', 'noscript', 'iframe', 'xmp'])

/** Every position is looked at once: a closing mark that was searched in vain is not searched again. */
function* tags(html: string): Generator<Tag> {
  const endless = new Set<string>()
  for (let at = html.indexOf('<'); at >= 0; ) {
    const name = nameAt(html, at)
    const comment = !endless.has('!--') && html.startsWith('<!--', at)
    const close = comment ? html.indexOf('-->', at + 4) : html.indexOf('>', at + 1)
    if (comment && close < 0) endless.add('!--')
    else if (close < 0) return
    else if (name !== '') {
      const closing = html[at + 1] === '/'
      const after = close + (comment ? 3 : 1)
      const end = raw.has(name) && !closing && !endless.has(name) ? rawEnd(html, name, after) : after
      if (end < 0) endless.add(name)
      yield { name, closing, selfClosing: html[close - 1] === '/', start: at, end: Math.max(end, after) }
      at = html.indexOf('<', Math.max(end, after))
      continue
    }
    at = html.indexOf('<', at + 1)
  }
}

/** '!' for comments and declarations; '' for a '<' of the text: 'a < b'. */
function nameAt(html: string, at: number): string {
  if (html[at + 1] === '!' || html[at + 1] === '?') return '!'
  return /^<\/?([a-z][a-z\d]*)/i.exec(html.slice(at, at + 32))?.[1]?.toLowerCase() ?? ''
}

/** Names stand apart by white space or by a quoted value. */
function attributes(tag: string): number {
  return tag.replace(/"[^"]*"|'[^']*'/g, ' ').match(/\s+/g)?.length ?? 0
}

function occurrences(text: string, char: string): number {
  let found = 0
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) found += 1
  return found
}

/** Behind the closing tag of an element without markup; -1 when there is none. */
function rawEnd(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}\\s*>`, 'gi')
  closing.lastIndex = from
  return closing.test(html) ? closing.lastIndex : -1
}
