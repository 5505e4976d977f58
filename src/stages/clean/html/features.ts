/**
 * What can be seen of a block of a page without understanding a word of it: its text, its neighbours, the elements around it, and the other
 * blocks of the page that are built like it. After Kohlschütter, Fankhauser & Nejdl 2010 (text and link density of a block and its
 * neighbours) and Vogels, Ganea & Eickhoff 2018 (Web2Text: features of the tree).
 */
import { isHeading, type PageBlock } from './blocks.ts'
import { type ClassWords, surroundingsOf } from './landmarks.ts'
import { mainRegion, patternsOf, type Region, regionsOf } from './regions.ts'
import { repeatsOf } from './repeats.ts'
import { shapeOf, type TextShape } from './shape.ts'
import { foldText, type Shingles } from './shingles.ts'
import type { Element } from './tree.ts'

/** What else is known of the page. */
export interface Hints {
  /** The body that the page's own metadata give; undefined when there is none. */
  readonly body: Shingles | undefined
  readonly title: string
}

export interface PageFeatures {
  /** A row a block, `width` numbers each. */
  readonly rows: Float32Array
  readonly width: number
  readonly regions: ReadonlyMap<Element, Region>
  readonly shapes: readonly TextShape[]
  /** Blocks whose elements are alike have the same number. */
  readonly kinds: readonly number[]
}

const tags = ['p', 'div', 'li', 'td', 'span', 'section', 'article', 'blockquote', 'pre', 'dd', 'dt', 'figcaption', 'address', 'label']

export function featuresOf(blocks: readonly PageBlock[], hints: Hints, words: ClassWords): PageFeatures {
  const shapes = blocks.map(({ text }) => shapeOf(text))
  const regions = regionsOf(blocks, shapes)
  const surroundings = surroundingsOf(words)
  const total = shapes.reduce((sum, { size }) => sum + size, 0) || 1
  const main = mainRegion(regions)
  const alike = patternsOf(blocks, shapes)
  const repeated = repeats(blocks)
  const h1 = blocks.findIndex(({ element }) => element.tag === 'h1')
  const title = foldText(hints.title)
  const titled = title === '' ? -1 : blocks.findIndex(({ text, element }) => isHeading(element) && foldText(text) === title)
  const start = titled >= 0 ? titled : h1
  const articles = new Set<Element>()
  for (const element of regions.keys()) if (element.tag === 'article') articles.add(element)
  let rows = new Float32Array()
  let width = 0
  const repeatedAround = repeatsOf(regions)
  const heading = start < 0 ? undefined : blocks[start]!.element
  const regionRows = new Map<Region, readonly number[]>()
  const rowOf = (region: Region) => {
    const known = regionRows.get(region) ?? regionFeatures(region, total)
    regionRows.set(region, known)
    return known
  }
  let before = 0
  blocks.forEach((block, index) => {
    const shape = shapes[index]!
    const { element, linked, bold } = block
    const region = regions.get(element)!
    const parent = regions.get(element.parent ?? element)!
    const grand = regions.get(element.parent?.parent ?? element.parent ?? element)!
    const sur = surroundings(element)
    const pattern = alike.of[index]!
    const row: number[] = [
      ...textFeatures(shape, linked, bold),
      tags.indexOf(element.tag),
      isHeading(element) ? Number(element.tag[1]) : 0,
      element.depth,
      // Neighbours
      ...neighbour(blocks[index - 2], shapes[index - 2], element),
      ...neighbour(blocks[index - 1], shapes[index - 1], element),
      ...neighbour(blocks[index + 1], shapes[index + 1], element),
      ...neighbour(blocks[index + 2], shapes[index + 2], element),
      // Place
      index / blocks.length,
      before / total,
      start < 0 ? -1 : Math.sign(index - start) * Math.log1p(Math.abs(index - start)),
      titled < 0 ? 0 : 1,
      Number(isAbout(block.text, title) && foldText(block.text) === title),
      // Elements around
      ...rowOf(region),
      ...rowOf(parent),
      ...rowOf(grand),
      ...sur.row,
      articles.size,
      ...repeatedAround(element),
      ...towards(heading, element, regions, total),
      // The region with most paragraphs
      main === undefined ? -1 : Number(index >= main.start && index < main.end),
      main === undefined ? 0 : main.own / total,
      main === undefined ? 0 : distance(index, main.start, main.end),
      main === undefined ? 99 : climb(element, main.element)[0],
      // Blocks built alike
      Math.log1p(pattern.count),
      Math.log1p(pattern.size / pattern.count),
      pattern.linked / (pattern.size || 1),
      pattern.size / total,
      pattern.ends / pattern.count,
      repeated.get(block.text) ?? 1,
      Math.log1p(total),
      alike.paragraphs / total,
      hints.body === undefined ? -1 : (hints.body.share(block.text) ?? 0.5),
    ]
    if (index === 0) {
      width = row.length
      rows = new Float32Array(width * blocks.length)
    }
    rows.set(row, index * width)
    before += shape.size
  })
  return { rows, width, regions, shapes, kinds: alike.of.map(({ number }) => number) }
}

/** Whether two texts are near enough in length to be the same but for punctuation: cheaper than to fold them. */
function isAbout(text: string, title: string): boolean {
  return title !== '' && text.length >= title.length && text.length <= 1.5 * title.length + 10
}

function textFeatures(shape: TextShape, linked: number, bold: number): number[] {
  const { size, length, words, ends, commas, digits, capitals, closed, opensLow } = shape
  return [
    Math.log1p(size),
    Math.log1p(words),
    linked / length,
    bold / length,
    ends,
    (100 * ends) / (size || 1),
    (100 * commas) / (size || 1),
    digits / length,
    capitals / length,
    Number(closed),
    Number(opensLow),
    length / (words || 1),
  ]
}

function neighbour(block: PageBlock | undefined, shape: TextShape | undefined, element: Element): number[] {
  if (block === undefined || shape === undefined) return [-1, -1, -1, -1, -1]
  return [
    Math.log1p(shape.size),
    block.linked / shape.length,
    Number(shape.closed),
    block.element.tag === 'p' ? 2 : isHeading(block.element) ? 1 : 0,
    block.element === element
      ? 3
      : block.element.parent === element.parent
        ? 2
        : block.element.parent?.parent === element.parent?.parent
          ? 1
          : 0,
  ]
}

function regionFeatures({ size, linked, own, paragraphs, start, end }: Region, total: number): number[] {
  return [Math.log1p(size), linked / (size || 1), own / total, paragraphs / (size || 1), size / total, Math.log1p(end - start)]
}

function repeats(blocks: readonly PageBlock[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { text } of blocks) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

function distance(index: number, start: number, end: number): number {
  if (index < start) return -Math.log1p(start - index)
  return index < end ? 0 : Math.log1p(index - end + 1)
}

/** Levels up to the nearest element that also holds the title, how much of the page it holds, and levels down from there to the title. */
function towards(heading: Element | undefined, element: Element, regions: ReadonlyMap<Element, Region>, total: number): number[] {
  if (heading === undefined) return [99, 1, 99]
  const [steps, around] = climb(element, heading)
  return [steps, (regions.get(around)?.size ?? total) / total, climb(heading, element)[0]]
}

/** Levels from the element up to the nearest one that it shares with `other`, and that one. */
function climb(element: Element, other: Element): readonly [levels: number, shared: Element] {
  let levels = 0
  let one = element
  let there = other
  while (one !== there) {
    if (one.depth >= there.depth) {
      if (one.parent === undefined) return [levels, one]
      one = one.parent
      levels += 1
    } else {
      if (there.parent === undefined) return [levels, one]
      there = there.parent
    }
  }
  return [levels, one]
}
