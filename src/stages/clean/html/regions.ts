/**
 * The elements of a page as stretches of its blocks, and the blocks of a page that are built alike.
 */
import type { PageBlock } from './blocks.ts'
import type { TextShape } from './shape.ts'
import type { Element } from './tree.ts'

/** An element with the blocks in it: those of index `start` up to `end`. */
export interface Region {
  readonly element: Element
  readonly start: number
  end: number
  /** In characters of `TextShape.size`. */
  size: number
  linked: number
  /** Of paragraphs (p) directly in it, and of those anywhere in it. */
  own: number
  paragraphs: number
}

/** Every element with text in it, and which blocks these are. */
export function regionsOf(blocks: readonly PageBlock[], shapes: readonly TextShape[]): Map<Element, Region> {
  const regions = new Map<Element, Region>()
  blocks.forEach(({ element, linked }, index) => {
    const { size, length } = shapes[index]!
    const share = length === 0 ? 0 : (linked * size) / length
    const isParagraph = element.tag === 'p'
    for (let at: Element | undefined = element; at !== undefined; at = at.parent) {
      let region = regions.get(at)
      if (region === undefined) {
        region = { element: at, start: index, end: index, size: 0, linked: 0, own: 0, paragraphs: 0 }
        regions.set(at, region)
      }
      region.end = index + 1
      region.size += size
      region.linked += share
      if (isParagraph) {
        region.paragraphs += size
        if (at === element.parent) region.own += size - share
      }
    }
  })
  return regions
}

/** The element with most text in paragraphs directly in it. */
export function mainRegion(regions: ReadonlyMap<Element, Region>): Region | undefined {
  let best: Region | undefined
  for (const region of regions.values()) if (region.own > (best?.own ?? 0)) best = region
  return best
}

export interface Pattern {
  readonly number: number
  count: number
  size: number
  linked: number
  ends: number
}

/** Blocks whose elements have the same tags and classes, two levels up: the cells of a list of teasers, the paragraphs of an article. */
export function patternsOf(blocks: readonly PageBlock[], shapes: readonly TextShape[]): { of: readonly Pattern[]; paragraphs: number } {
  const found = new Map<string, Pattern>()
  let paragraphs = 0
  const of = blocks.map(({ element, linked }, index) => {
    const { size, length, closed } = shapes[index]!
    if (element.tag === 'p') paragraphs += size
    const key = `${nameOf(element)} ${element.parent === undefined ? '' : nameOf(element.parent)}`
    let pattern = found.get(key)
    if (pattern === undefined) {
      pattern = { number: found.size, count: 0, size: 0, linked: 0, ends: 0 }
      found.set(key, pattern)
    }
    pattern.count += 1
    pattern.size += size
    pattern.linked += length === 0 ? 0 : (linked * size) / length
    pattern.ends += Number(closed)
    return pattern
  })
  return { of, paragraphs }
}

function nameOf({ tag, attributes }: Element): string {
  return `${tag}.${attributes.get('class')?.slice(0, 80) ?? ''}`
}
