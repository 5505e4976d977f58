import type { PageBlock } from './blocks.ts'
import { classWords, commentsOf, hiddenOf } from './landmarks.ts'
import type { Element } from './tree.ts'

/**
 * Share of the expected F1 that a block's chance must reach. Half of it is what makes the expected F1 the greatest when chances are independent
 * (Lewis 1995); those of neighbours are not, and errors come in runs. Cross-validated by site: .50 → F1 .966 of bodies and .927 of snippets,
 * .65 → .970 and .931, .70 → .972 and .930; with repetitions and without comments .65 → .974 and .933.
 */
const CUT = 0.65
/** No block with a smaller chance is chosen, however bad the rest of the page is. */
const LEAST = 0.1

/**
 * Which blocks make the article, given the chance of each: taken in the order of their chances as long as these are worth it. So a page that is
 * hard to read is read more generously.
 * @param sizes what each block adds to the text, in words
 */
export function choose(chances: readonly number[], sizes: readonly number[]): readonly boolean[] {
  const total = chances.reduce((sum, chance, index) => sum + chance * sizes[index]!, 0)
  const order = chances.map((_, index) => index).sort((a, b) => chances[b]! - chances[a]! || a - b)
  const chosen = chances.map(() => false)
  let [right, size, best] = [0, 0, 0]
  for (const index of order) {
    const chance = chances[index]!
    right += chance * sizes[index]!
    size += sizes[index]!
    best = Math.max(best, (2 * right) / (size + total))
    if (chance < CUT * best || chance < LEAST) break
    chosen[index] = true
  }
  return chosen
}

/** A caption stands in a figure and in nothing of its own: no table, quotation or listing that the figure only frames. Or its class says so. */
export function isCaption({ element, text }: PageBlock): boolean {
  for (let at: Element | undefined = element, level = 0; at !== undefined; at = at.parent, level += 1) {
    if (framed.has(at.tag)) return false
    if (at.tag === 'figcaption' || at.tag === 'figure') return true
    if (level < LEVELS && text.length < LONGEST && classWords(at).some((word) => word === 'caption' || word === 'captions')) return true
  }
  return false
}

const framed = new Set(['table', 'blockquote', 'pre', 'ul', 'ol'])
/** How far up a class speaks of a caption, and the longest one, in characters: galleries name whole texts so. */
const LEVELS = 3
const LONGEST = 400

/** Expected words of an article from which a page shows one; and from which one is thought to be there beside what readers say of it. */
const ENOUGH = 100
const LITTLE = 40

/**
 * Chances of what a reader comes for. Where what can be seen is hardly an article and what is hidden is more, a script is about to show it, and it
 * counts; where there is no article beside the comments, they are a forum's.
 */
export function visible(blocks: readonly PageBlock[], chances: readonly number[], sizes: readonly number[]): readonly number[] {
  const shown = without(hiddenOf(), ENOUGH, blocks, chances, sizes)
  return without(commentsOf(), LITTLE, blocks, shown, sizes)
}

function without(
  test: (element: Element) => boolean,
  enough: number,
  blocks: readonly PageBlock[],
  chances: readonly number[],
  sizes: readonly number[],
): readonly number[] {
  const marks = blocks.map(({ element }) => test(element))
  const sum = (mark: boolean) => chances.reduce((total, chance, index) => total + (marks[index] === mark ? chance * sizes[index]! : 0), 0)
  return sum(false) < enough && sum(true) > sum(false) ? chances : chances.map((chance, index) => (marks[index] ? 0 : chance))
}
