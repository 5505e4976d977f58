/**
 * Brackets of wikitext — templates, links, tables, variants, references, comments — resolved in one pass with a stack of its own:
 * linear in the length, whatever the nesting, and forgiving of brackets that nobody closes.
 */
import type { Removed } from '../../../article.ts'
import { contentOf, elementNames, elementRange } from './elements.ts'
import { linkText } from './links.ts'
import { renderMagic } from './magic.ts'
import { tableText } from './tables.ts'
import { renderTemplate, UNKNOWN } from './templates/index.ts'
import { hasVariants, variantText } from './variants.ts'
import type { Wiki } from './wiki.ts'

export interface Expanded {
  readonly text: string
  readonly removed: readonly Removed[]
}

/** What stands for a pair of brackets: words, or nothing of the text for a reason. */
type Resolved = { readonly text: string } | { readonly rule: string; readonly text?: string }

type Kind = 'template' | 'link' | 'table' | 'variant'

interface Frame {
  readonly kind: Kind | 'page'
  readonly start: number
  /** Text between the separators at this level; the last one grows. */
  readonly parts: string[]
  /** How many pieces had been removed when it was opened. */
  readonly removedBefore: number
}

/** Deeper brackets are text. MediaWiki itself stops at 100 templates in each other. */
const MAX_NESTING = 100

const openers: Readonly<Record<string, Kind>> = { '{{': 'template', '[[': 'link', '{|': 'table', '-{': 'variant' }
const closers: Readonly<Record<string, Kind>> = { '}}': 'template', ']]': 'link', '|}': 'table', '}-': 'variant' }
const token = new RegExp(
  `<!--|<(/?)(${elementNames})\\b|\\{\\{|\\}\\}|\\[\\[|\\]\\]|-\\{(?!\\{)|\\}-|(?<=^[ \\t:*#]{0,8})\\{\\||(?<=^\\s{0,8})\\|\\}(?!\\})|\\|`,
  'gim',
)

export function expand(source: string, wiki: Wiki): Expanded {
  const frames: Frame[] = [{ kind: 'page', start: 0, parts: [''], removedBefore: 0 }]
  const removed: Removed[] = []
  const open: Record<Kind, number> = { template: 0, link: 0, table: 0, variant: 0 }
  const variants = wiki.claimed === undefined || hasVariants(wiki.language)
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
    const { kind, parts } = pop()
    write(Object.keys(openers).find((mark) => openers[mark] === kind)! + parts.join('|'))
  }
  const drop = (rule: string, start: number, end: number) => {
    removed.push({ rule, text: source.slice(start, end) })
  }
  const close = (kind: Kind, end: number) => {
    while (top().kind !== kind) giveUp()
    const frame = pop()
    const result = resolve(kind, frame.parts, wiki)
    if ('rule' in result) {
      // What was removed inside of it is part of the piece.
      removed.length = frame.removedBefore
      drop(result.rule, frame.start, end)
    }
    write(result.text ?? '')
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
        const content = contentOf(name, source.slice(range.from, range.to))
        if ('text' in content) write(content.text)
        else drop(content.rule, match.index, range.end)
      }
      token.lastIndex = at
    } else if (mark === '|') {
      if (top().kind === 'page') write('|')
      else top().parts.push('')
    } else if (mark in closers) {
      const kind = closers[mark]!
      // '{{{name|default}}}' has a third bracket.
      if (kind === 'template' && source[at] === '}' && top().parts[0]?.startsWith('{') && top().kind === 'template')
        token.lastIndex = at += 1
      if (open[kind] > 0 && (kind !== 'variant' || top().kind === 'variant')) close(kind, at)
      else write(mark)
    } else if (frames.length > MAX_NESTING || (mark === '-{' && !variants)) write(mark)
    else {
      const kind = openers[mark]!
      open[kind] += 1
      frames.push({ kind, start: match.index, parts: [''], removedBefore: removed.length })
    }
  }
  write(source.slice(at))
  while (frames.length > 1) giveUp()
  return { text: top().parts.join('|'), removed }
}

function resolve(kind: Kind, parts: readonly string[], wiki: Wiki): Resolved {
  if (kind === 'link') return linkText(parts)
  if (kind === 'table') return tableText(parts.join('|'))
  if (kind === 'variant') return variantText(parts, wiki.claimed)
  const { text, unknown, rule = 'template' } = renderMagic(parts, wiki) ?? renderTemplate(parts, wiki)
  if (unknown === true) return { rule, text: UNKNOWN }
  return text === undefined ? { rule } : { text }
}
