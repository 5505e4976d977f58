/**
 * How often a page repeats what a block stands in: an article's elements have no siblings like them, one comment of twenty and one teaser of six
 * have, whatever they are called.
 */
import type { Region } from './regions.ts'
import type { Element } from './tree.ts'

/** Siblings below which a repetition says nothing: two columns. */
const FEW = 3
/** Blocks are repeated in articles too: paragraphs, items of lists, rows. Only what is around them counts. */
const small = new Set([
  'p',
  'li',
  'tr',
  'td',
  'th',
  'dt',
  'dd',
  'span',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'figure',
])

type Row = readonly [count: number, size: number, linked: number, depth: number]

const none: Row = [0, 0, 0, -1]

/** Of the most repeated element around a block: how many siblings of its name have text, its characters, how much of them is in links, its depth. */
export function repeatsOf(regions: ReadonlyMap<Element, Region>): (element: Element) => Row {
  const counts = new Map<Element, Map<string, number>>()
  const names = new Map<Element, string>()
  for (const element of regions.keys()) {
    if (element.parent === undefined) continue
    const siblings = counts.get(element.parent) ?? new Map<string, number>()
    counts.set(element.parent, siblings)
    const name = nameOf(element)
    names.set(element, name)
    siblings.set(name, (siblings.get(name) ?? 0) + 1)
  }
  const known = new Map<Element, Row>()
  const of = (element: Element): Row => {
    const before = known.get(element)
    if (before !== undefined) return before
    const outer = element.parent === undefined ? none : of(element.parent)
    const count = element.parent === undefined ? 0 : (counts.get(element.parent)?.get(names.get(element) ?? '') ?? 0)
    const region = regions.get(element)
    const isMore = region !== undefined && count >= FEW && Math.log1p(count) > outer[0] && !isSmall(element)
    const row: Row = isMore ? [Math.log1p(count), Math.log1p(region.size), region.linked / (region.size || 1), element.depth] : outer
    known.set(element, row)
    return row
  }
  return of
}

/** Items of lists count when they have a class: comments do. */
function isSmall({ tag, attributes }: Element): boolean {
  return small.has(tag) && !(tag === 'li' && attributes.has('class'))
}

/** Tag and first class: those after it number the comments and shade them in turns. */
function nameOf({ tag, attributes }: Element): string {
  return `${tag}.${/[^\s\d]+/.exec(attributes.get('class') ?? '')?.[0] ?? ''}`
}
