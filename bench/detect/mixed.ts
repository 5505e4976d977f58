import type { Language } from '../../src/article.ts'
import { sequence } from './garbage.ts'
import type { TestSet } from './units.ts'

/** A document in one language with a stretch of another in it. */
export interface MixedDocument {
  readonly text: string
  readonly main: Language
  readonly foreign: Language
  /** Where the foreign stretch stands. */
  readonly start: number
  readonly end: number
}

/** Which languages are mixed: large ones, of six scripts. */
const tags = 'ar bg cs da de el en es fa fi fr he hi hu id it ja ko nb nl pl pt ro ru sv th tr uk vi zh'.split(' ')

/** How a foreign stretch is set into its document: before it, after it. */
const settings: readonly (readonly [before: string, after: string])[] = [
  ['\n\n', '\n\n'],
  ['\n\n> ', '\n\n'],
  [' “', '” '],
  [' „', '“ '],
  [' « ', ' » '],
  [' "', '" '],
  [': "', '". '],
  [' ', ' '],
]

/** `count` documents of six to nine sentences, with one or two foreign ones at a place of their own. */
export function mixedDocuments(sentences: TestSet, count: number): MixedDocument[] {
  const next = sequence(11)
  const known = tags.filter((tag) => sentences.has(tag))
  return Array.from({ length: count }, (_, index) => {
    const main = known[index % known.length]!
    const foreign = known[(index + 1 + next(known.length - 1)) % known.length]!
    const own = sentences.get(main)!
    const theirs = sentences.get(foreign)!
    const from = next(own.length - 10)
    const cut = from + 2 + next(3)
    const [before, after] = settings[next(settings.length)]!
    const head = own.slice(from, cut).join(' ') + before
    const at = next(theirs.length - 2)
    const quote = theirs.slice(at, at + 1 + next(2)).join(' ')
    const tail = after + own.slice(cut, cut + 4 + next(2)).join(' ')
    return { text: head + quote + tail, main, foreign, start: head.length, end: head.length + quote.length }
  })
}
