/**
 * Where in a page an element stands: in which landmarks, hidden or not, and what the words in the classes around it have meant on other sites.
 */
import type { Element } from './tree.ts'

/** Log-odds that text below an element with this word in its class or id is article text. */
export type ClassWords = ReadonlyMap<string, number>

const landmarks = [
  'nav',
  'aside',
  'footer',
  'header',
  'form',
  'figure',
  'figcaption',
  'article',
  'main',
  'li',
  'table',
  'blockquote',
  'section',
] as const

/** The words of an element's class and id. */
export function classWords({ attributes }: Element): readonly string[] {
  const names = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''} ${attributes.get('itemprop') ?? ''} ${attributes.get('role') ?? ''}`
  if (names.length === 3) return []
  const found = names
    .slice(0, 500)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .match(/[a-z]{3,}/g)
  return found === null ? [] : [...new Set(found)]
}

export interface Surroundings {
  /** Which of `landmarks` the element is in, as bits. */
  readonly landmarks: number
  readonly isHidden: boolean
  /** Least, greatest, and sum of the scores of the elements from the root to here; and the score of the innermost that has one. */
  readonly least: number
  readonly greatest: number
  readonly sum: number
  readonly inner: number
  /** All of these as features. */
  readonly row: readonly number[]
}

type Place = Omit<Surroundings, 'row'>

function withRow(place: Place): Surroundings {
  const { isHidden, least, greatest, sum, inner } = place
  return { ...place, row: [...landmarks.map((_, bit) => (place.landmarks >> bit) & 1), Number(isHidden), least, greatest, sum, inner] }
}

const outside = withRow({ landmarks: 0, isHidden: false, least: 0, greatest: 0, sum: 0, inner: 0 })

/** A function that remembers what it found for the elements of one page. */
export function surroundingsOf(words: ClassWords): (element: Element) => Surroundings {
  const known = new Map<Element, Surroundings>()
  const of = (element: Element): Surroundings => {
    const before = known.get(element)
    if (before !== undefined) return before
    const found = element.parent === undefined ? outside : within(element, of(element.parent), words)
    known.set(element, found)
    return found
  }
  return of
}

function within(element: Element, outer: Surroundings, words: ClassWords): Surroundings {
  const { attributes, tag } = element
  const role = attributes.get('role')
  const as =
    role === 'navigation' ? 'nav' : role === 'complementary' ? 'aside' : role === 'contentinfo' ? 'footer' : role === 'main' ? 'main' : tag
  const bit = (landmarks as readonly string[]).indexOf(as)
  const score = scoreOf(element, words)
  return withRow({
    landmarks: bit < 0 ? outer.landmarks : outer.landmarks | (1 << bit),
    isHidden: outer.isHidden || hides(element),
    least: Math.min(outer.least, score),
    greatest: Math.max(outer.greatest, score),
    sum: outer.sum + score,
    inner: score !== 0 ? score : outer.inner,
  })
}

function scoreOf(element: Element, words: ClassWords): number {
  let sum = 0
  for (const word of classWords(element)) sum += words.get(word) ?? 0
  return Math.max(-6, Math.min(6, sum))
}

function hides({ attributes }: Element): boolean {
  if (attributes.has('hidden') || attributes.get('aria-hidden') === 'true') return true
  const style = attributes.get('style')
  return style !== undefined && /display\s*:\s*none/i.test(style.slice(0, 300))
}

/** Whether the element, or one around it, is not shown. */
export function isHidden(element: Element): boolean {
  for (let at: Element | undefined = element; at !== undefined; at = at.parent) if (hides(at)) return true
  return false
}
