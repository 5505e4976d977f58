/**
 * Brackets of wikitext — templates, links, tables, references, comments — resolved in one pass with a stack of its own:
 * linear in the length, whatever the nesting, and forgiving of brackets that nobody closes.
 */
import type { Removed } from '../../../article.ts'
import { linkText } from './links.ts'
import { tableRows } from './tables.ts'
import { renderTemplate } from './templates.ts'

export interface Expanded {
  readonly text: string
  readonly removed: readonly Removed[]
}

type Kind = 'template' | 'link' | 'table'

interface Frame {
  readonly kind: Kind | 'page'
  readonly start: number
  /** Text between the separators at this level; the last one grows. */
  readonly parts: string[]
  /** How many pieces had been removed when it was opened. */
  readonly removedBefore: number
}

/** Elements whose content is no text of the article, and the rule they are taken out by. */
const droppedElements: Readonly<Record<string, string>> = {
  ref: 'reference',
  references: 'reference',
  gallery: 'image',
  timeline: 'image',
  imagemap: 'image',
  score: 'image',
  math: 'formula',
  chem: 'formula',
  syntaxhighlight: 'code',
  source: 'code',
  templatestyles: 'template',
}

/** Deeper brackets are text. MediaWiki itself stops at 100 templates in each other. */
const MAX_NESTING = 100

const closers: Readonly<Record<string, Kind>> = { '}}': 'template', ']]': 'link', '|}': 'table' }
const token =
  /<!--|<(\/?)(nowiki|pre|ref|references|gallery|timeline|imagemap|score|math|chem|syntaxhighlight|source|templatestyles)\b|\{\{|\}\}|\[\[|\]\]|(?<=^[ \t:*#]{0,8})\{\||(?<=^\s{0,8})\|\}(?!\})|\|/gim

export function expand(source: string): Expanded {
  const frames: Frame[] = [{ kind: 'page', start: 0, parts: [''], removedBefore: 0 }]
  const removed: Removed[] = []
  const open: Record<Kind, number> = { template: 0, link: 0, table: 0 }
  const top = () => frames.at(-1)!
  const write = (text: string) => {
    const { parts } = top()
    parts[parts.length - 1] += text
  }
  const endless = new Set<string>()

  const pop = (): Frame => {
    const frame = frames.pop()!
    if (frame.kind !== 'page') open[frame.kind] -= 1
    return frame
  }
  /** A bracket that was never closed is text. */
  const giveUp = () => {
    const frame = pop()
    const mark = frame.kind === 'template' ? '{{' : frame.kind === 'link' ? '[[' : '{|'
    write(mark + frame.parts.join('|'))
  }
  const drop = (rule: string, start: number, end: number) => {
    removed.push({ rule, text: source.slice(start, end) })
  }
  const close = (kind: Kind, end: number) => {
    while (top().kind !== kind) giveUp()
    const frame = pop()
    const result =
      kind === 'link' ? linkText(frame.parts) : kind === 'table' ? { text: tableRows(frame.parts.join('|')) } : templateText(frame.parts)
    if ('rule' in result) {
      // What was removed inside of it is part of the piece.
      removed.length = frame.removedBefore
      drop(result.rule, frame.start, end)
    } else write(result.text)
  }

  let at = 0
  token.lastIndex = 0
  for (let match = token.exec(source); match !== null; match = token.exec(source)) {
    write(source.slice(at, match.index))
    const [mark, slash, element] = match
    at = match.index + mark.length
    if (mark === '<!--' || element !== undefined) {
      const name = element?.toLowerCase() ?? '!--'
      const range = slash === '/' ? undefined : elementRange(source, match.index, name, endless)
      if (range === undefined) {
        // A closing tag alone, or an element without an end: the tag goes with the other tags.
        write(mark)
      } else {
        at = range.end
        if (name === 'nowiki' || name === 'pre') write(protect(source.slice(range.from, range.to)))
        else drop(element === undefined ? 'comment' : (droppedElements[name] ?? name), match.index, range.end)
      }
      token.lastIndex = at
    } else if (mark === '|') {
      if (top().kind === 'page') write('|')
      else top().parts.push('')
    } else if (mark in closers) {
      const kind = closers[mark]!
      if (open[kind] > 0) close(kind, at)
      else write(mark)
    } else if (frames.length > MAX_NESTING) write(mark)
    else {
      const kind = mark === '{{' ? 'template' : mark === '[[' ? 'link' : 'table'
      open[kind] += 1
      frames.push({ kind, start: match.index, parts: [''], removedBefore: removed.length })
    }
  }
  write(source.slice(at))
  while (frames.length > 1) giveUp()
  return { text: top().parts.join('|'), removed }
}

function templateText(parts: readonly string[]): { readonly text: string } | { readonly rule: string } {
  const text = renderTemplate(parts)
  return text === undefined ? { rule: 'template' } : { text }
}

interface Range {
  /** Of the content. */
  readonly from: number
  readonly to: number
  /** Behind the closing tag. */
  readonly end: number
}

/** Undefined when it does not end; then the rest of the page is not searched for its end again. */
function elementRange(source: string, start: number, name: string, endless: Set<string>): Range | undefined {
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
