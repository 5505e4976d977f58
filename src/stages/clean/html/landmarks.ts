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
  /** Of the words of all these elements, the two least and the greatest: one that says 'comment' is not outweighed by five that say 'content'. */
  readonly words: readonly [least: number, second: number, greatest: number]
  /** All of these as features. */
  readonly row: readonly number[]
}

type Place = Omit<Surroundings, 'row'>

function withRow(place: Place): Surroundings {
  const { isHidden, least, greatest, sum, inner, words } = place
  return {
    ...place,
    row: [...landmarks.map((_, bit) => (place.landmarks >> bit) & 1), Number(isHidden), least, greatest, sum, inner, ...words],
  }
}

const outside = withRow({ landmarks: 0, isHidden: false, least: 0, greatest: 0, sum: 0, inner: 0, words: [0, 0, 0] })

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
  const scores = classWords(element).map((word) => words.get(word) ?? 0)
  const score = Math.max(
    -6,
    Math.min(
      6,
      scores.reduce((sum, one) => sum + one, 0),
    ),
  )
  return withRow({
    landmarks: bit < 0 ? outer.landmarks : outer.landmarks | (1 << bit),
    isHidden: outer.isHidden || hides(element),
    least: Math.min(outer.least, score),
    greatest: Math.max(outer.greatest, score),
    sum: outer.sum + score,
    inner: score !== 0 ? score : outer.inner,
    words: extremes(outer.words, scores),
  })
}

function extremes(known: Surroundings['words'], scores: readonly number[]): Surroundings['words'] {
  let [least, second, greatest] = known
  for (const score of scores) {
    if (score < least) [least, second] = [score, least]
    else if (score < second) second = score
    greatest = Math.max(greatest, score)
  }
  return [least, second, greatest]
}

function hides({ attributes }: Element): boolean {
  if (attributes.has('hidden') || attributes.get('aria-hidden') === 'true') return true
  const style = attributes.get('style')
  return style !== undefined && /display\s*:\s*none/i.test(style.slice(0, 300))
}

/** A function that tells whether a test holds of an element or of one around it. It remembers what it found for the elements of one page. */
function inherited(test: (element: Element) => boolean): (element: Element) => boolean {
  const known = new Map<Element, boolean>()
  const of = (element: Element): boolean => {
    const before = known.get(element)
    if (before !== undefined) return before
    const found = (element.parent !== undefined && of(element.parent)) || test(element)
    known.set(element, found)
    return found
  }
  return of
}

/** What is not shown, or opens over the page only when it is asked for. */
export function hiddenOf(): (element: Element) => boolean {
  return inherited((element) => hides(element) || isDialog(element))
}

function isDialog({ tag, attributes }: Element): boolean {
  return tag === 'dialog' || /^(?:alert)?dialog$/.test(attributes.get('role') ?? '') || dialogClass.test(attributes.get('class') ?? '')
}

/** Not 'modal-open', which stands on the page beneath. */
const dialogClass = /(?:^|\s)modal(?:[-_](?:window|dialog|content|body))?(?:\s|$)/

/** What readers say, in a row with others: an element that is called a comment has a sibling that is called so too. */
export function commentsOf(): (element: Element) => boolean {
  const rows = new Map<Element, boolean>()
  const isRow = (parent: Element): boolean => {
    const found = rows.get(parent) ?? parent.children.filter((one) => typeof one !== 'string' && namesComment(one)).length > 1
    rows.set(parent, found)
    return found
  }
  return inherited((element) => element.parent !== undefined && element.tag !== 'body' && namesComment(element) && isRow(element.parent))
}

function namesComment(element: Element): boolean {
  const { attributes } = element
  const mayBe = /comment/i.test(attributes.get('class') ?? '') || /comment/i.test(attributes.get('id') ?? '')
  return mayBe && classWords(element).some((word) => word === 'comment' || word === 'comments')
}
