/**
 * Pages that a DOM cannot be built of in reasonable time: their tags are dropped in one linear pass, and all of their text is kept.
 */
import { decodeHTML } from 'entities'
import type { Block } from '../draft.ts'
import { textBlocks } from '../text.ts'

/** Deepest nesting; browsers stop at 512. Readability's time grows with its square, and its recursion ends near 10,000. */
const MAX_DEPTH = 400
/** UTF-16 code units. */
const MAX_LENGTH = 8 * 1024 * 1024
const MAX_ELEMENTS = 100_000

const unnested = new Set(
  'area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option tbody thead tfoot'.split(' '),
)

/** Whether the page is small and flat enough to be parsed. */
export function isTame(html: string): boolean {
  if (html.length > MAX_LENGTH) return false
  let depth = 0
  let elements = 0
  for (const { name, closing } of tags(html)) {
    if (unnested.has(name)) elements += 1
    else if (closing) depth = Math.max(0, depth - 1)
    else {
      elements += 1
      depth += 1
    }
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
  readonly start: number
  /** After the tag; for scripts, styles and comments, after their end. */
  readonly end: number
}

/** Elements whose content is not markup. */
const raw = new Set(['script', 'style', 'textarea', 'title', 'noscript', 'iframe', 'xmp'])

/** Every position is looked at once: a search that fails ends the scan. */
function* tags(html: string): Generator<Tag> {
  let at = html.indexOf('<')
  while (at >= 0) {
    const comment = html.startsWith('<!--', at)
    const close = comment ? html.indexOf('-->', at + 4) : html.indexOf('>', at + 1)
    if (close < 0) return
    let end = close + (comment ? 3 : 1)
    const [, slash, letters = ''] = /^<(\/?)([a-z][a-z\d]*)/i.exec(html.slice(at, at + 32)) ?? []
    const name = comment || html[at + 1] === '!' || html[at + 1] === '?' ? '!' : letters.toLowerCase()
    if (name === '') {
      // '<' of the text: 'a < b'.
      at = html.indexOf('<', at + 1)
      continue
    }
    if (raw.has(name) && slash === '') {
      const finish = rawEnd(html, name, end)
      if (finish < 0) return
      end = finish
    }
    yield { name, closing: slash === '/', start: at, end }
    at = html.indexOf('<', end)
  }
}

/** Behind the closing tag of an element without markup; -1 when there is none. */
function rawEnd(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}\\s*>`, 'gi')
  closing.lastIndex = from
  return closing.test(html) ? closing.lastIndex : -1
}
