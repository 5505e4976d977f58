import type { PageBlock } from '../../src/stages/clean/html/blocks.ts'
import { type ClassWords, classWords } from '../../src/stages/clean/html/landmarks.ts'
import type { Element } from '../../src/stages/clean/html/tree.ts'
import type { Label } from './labels.ts'

/** A word that fewer sites use says as much about the site as about the word. */
const LEAST_SITES = 3
/** Sites, of either kind, that every word is credited with. */
const PRIOR = 0.7
/** Longer blocks count as much as this many characters. */
const LONG = 400

export interface Labelled {
  readonly blocks: readonly PageBlock[]
  readonly labels: readonly Label[]
}

/** Log-odds by word: on how many pages the text below it is of the article, and on how many not. */
export function learnWords(pages: readonly Labelled[]): ClassWords {
  const totals = new Map<string, { within: number; without: number; pages: number }>()
  for (const page of pages) {
    for (const [word, [without, within]] of countWords(page)) {
      const total = totals.get(word) ?? { within: 0, without: 0, pages: 0 }
      total.within += within / (within + without)
      total.without += without / (within + without)
      total.pages += 1
      totals.set(word, total)
    }
  }
  const known = [...totals].filter(([, total]) => total.pages >= LEAST_SITES)
  const score = ({ within, without }: { within: number; without: number }) =>
    Number(Math.log((within + PRIOR) / (without + PRIOR)).toFixed(2))
  return new Map(known.map(([word, total]) => [word, score(total)] as const).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Characters below each word that are not of the article, and that are. */
function countWords({ blocks, labels }: Labelled): ReadonlyMap<string, [without: number, within: number]> {
  const counts = new Map<string, [number, number]>()
  blocks.forEach(({ element, text }, index) => {
    const label = labels[index]
    if (label === undefined) return
    const words = new Set<string>()
    for (let at: Element | undefined = element; at !== undefined; at = at.parent) for (const word of classWords(at)) words.add(word)
    for (const word of words) {
      const count = counts.get(word) ?? [0, 0]
      count[label] += Math.min(LONG, text.length)
      counts.set(word, count)
    }
  })
  return counts
}
